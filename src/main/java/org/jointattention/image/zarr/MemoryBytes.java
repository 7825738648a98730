package org.jointattention.image.zarr;

import java.util.Arrays;

/** Bytes in memory. */
final class MemoryBytes implements StoredBytes {
    private final byte[] bytes;

    MemoryBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public byte[] read(long offset, int length) {
        return Arrays.copyOfRange(bytes, (int) offset, (int) offset + length);
    }

    @Override
    public String version() {
        return Integer.toString(Arrays.hashCode(bytes));
    }

    @Override
    public void close() {
        // nothing is held
    }
}
