package org.jointattention.image.zarr;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** The codec crc32c: a checksum of 4 bytes behind the others. */
final class Crc32cCodec implements ByteCodec {
    private static final int BYTES = 4;

    @Override
    public byte[] encode(byte[] bytes) {
        byte[] encoded = Arrays.copyOf(bytes, bytes.length + BYTES);
        buffer(encoded).putInt(bytes.length, checksum(bytes, bytes.length));
        return encoded;
    }

    @Override
    public byte[] decode(byte[] bytes, int most) {
        int length = bytes.length - BYTES;
        if (length < 0) {
            throw new CodecException("it has " + bytes.length + " bytes, less than a checksum");
        }
        if (buffer(bytes).getInt(length) != checksum(bytes, length)) {
            throw new CodecException("its checksum (crc32c) is wrong");
        }
        return Arrays.copyOf(bytes, length);
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return (int) checksum.getValue();
    }

    @Override
    public long most(long bytes) {
        return bytes + BYTES;
    }

    @Override
    public boolean isOfFixedSize() {
        return true;
    }
}
