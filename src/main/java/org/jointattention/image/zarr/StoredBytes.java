package org.jointattention.image.zarr;

import org.jointattention.image.ImageException;

/** Bytes that parts can be read of; they stay the same while they are open, also where they are replaced meanwhile. */
public interface StoredBytes extends AutoCloseable {
    long size();

    /** @throws ImageException if the part is not there as a whole, or cannot be read */
    byte[] read(long offset, int length);

    /** Another text where the bytes are others, though their name is the same. */
    String version();

    @Override
    void close();
}
