package org.jointattention.image.zarr;

import java.util.Arrays;

/** What an array is, and how it is stored. */
final class ArrayMetadata {
    static final int LARGEST_RANK = 5;

    private final long[] shape;
    private final int[] blockShape;
    private final DataType type;
    private final long fill;
    private final ChunkKeys keys;
    private final CodecChain codec;

    /**
     * @param blockShape what is in one file
     * @param fill the bits of the value that absent chunks have
     */
    ArrayMetadata(long[] shape, int[] blockShape, DataType type, long fill, ChunkKeys keys, CodecChain codec) {
        this.shape = shape;
        this.blockShape = blockShape;
        this.type = type;
        this.fill = fill;
        this.keys = keys;
        this.codec = codec;
    }

    /** Reads the shape. */
    static long[] shape(Json json) {
        long[] shape = json.integers("shape", 1, Long.MAX_VALUE / 16);
        if (shape.length < 2 || shape.length > LARGEST_RANK) {
            throw json.refuse("its array has " + shape.length + " axes; 2 to " + LARGEST_RANK + " are supported.");
        }
        return shape;
    }

    /** Reads the shape of a chunk or shard. */
    static int[] chunkShape(Json json, String key, int rank) {
        int[] chunk = json.extents(key);
        if (chunk.length != rank) {
            throw json.unfit(key, "of " + rank + " numbers, as the shape is");
        }
        return chunk;
    }

    /** What is read at once must fit into memory. */
    static void checkSize(Json json, int[] chunk, DataType type) {
        double bytes = type.bytes();
        for (int extent : chunk) {
            bytes *= extent;
        }
        if (bytes > Math.min(Samples.LARGEST_ARRAY, Runtime.getRuntime().maxMemory())) {
            throw json.refuse("a block of " + Arrays.toString(chunk) + " values of " + type.id()
                    + " does not fit into 2 GiB or into Java's memory. Write the image with smaller chunks, or give"
                    + " Java more memory.");
        }
    }

    long[] shape() {
        return shape;
    }

    int[] blockShape() {
        return blockShape;
    }

    DataType type() {
        return type;
    }

    long fill() {
        return fill;
    }

    ChunkKeys keys() {
        return keys;
    }

    CodecChain codec() {
        return codec;
    }
}
