package org.jointattention.image.zarr;

import org.jointattention.image.ImageException;

/** Bytes that parts can be read of; they stay the same while they are open, also where they are replaced meanwhile. */
public interface StoredBytes extends AutoCloseable {
    long size();

    /** @throws ImageException if the part is not there as a whole, or cannot be read */
    byte[] read(long offset, int length);

    /** @throws ImageException if there are more bytes than an array holds, or they cannot be read */
    default byte[] readAll() {
        if (size() > Samples.LARGEST_ARRAY) {
            throw new CodecException("it has " + size() + " bytes, more than can be read at once");
        }
        return read(0, (int) size());
    }

    @Override
    void close();
}
