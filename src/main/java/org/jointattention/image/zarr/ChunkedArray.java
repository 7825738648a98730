package org.jointattention.image.zarr;

import org.jointattention.image.ImageException;

/**
 * An n-dimensional array that is stored in chunks, whatever stores it. All shapes and indices have the slowest axis
 * first. Safe for use by several threads, if no two write the same block.
 */
public interface ChunkedArray {
    long[] shape();

    DataType type();

    /** What is read at once. */
    int[] chunkShape();

    /** What is written at once, and lies in one file: a chunk, or a shard of several chunks. */
    int[] blockShape();

    /**
     * Reads a chunk as a whole, also the part of it that lies beyond the array. One that is not stored has the array's fill
     * value everywhere.
     *
     * @throws ImageException if it cannot be read or is damaged
     */
    Samples readChunk(long... index);

    /** Whether a block is stored. One that is, is complete. */
    boolean hasBlock(long... index);

    /**
     * Stores a block, all or nothing.
     *
     * @param block of the array's type, as large as a block, or as large as the part of it that lies in the array
     * @throws ImageException if it cannot be written
     */
    void writeBlock(Samples block, long... index);

    /** The chunks of the array. */
    default BlockGrid chunks() {
        return new BlockGrid(shape(), chunkShape());
    }

    /** The blocks of the array. */
    default BlockGrid blocks() {
        return new BlockGrid(shape(), blockShape());
    }

    /** What this array is called in messages, such as its path. */
    String name();
}
