package org.jointattention.model;

import java.util.Arrays;

/** One entry of a safetensors header: a float32 array and where its bytes lie in the data. */
final class SafetensorsTensor {
    private final String name;
    private final int[] shape;
    private final long begin;
    private final long end;

    /**
     * @param begin first byte in the data, counted from the end of the header
     * @param end byte after the last
     * @throws ModelException if the range does not hold the shape
     */
    SafetensorsTensor(String name, int[] shape, long begin, long end) {
        this.name = name;
        this.shape = shape;
        this.begin = begin;
        this.end = end;
        long bytes = length(name, shape) * Float.BYTES;
        if (begin < 0 || end < begin || end - begin != bytes) {
            throw new ModelException(String.format(
                    "The weight '%s' of shape %s needs %d bytes; its data_offsets are [%d, %d].",
                    Checks.quoted(name), Arrays.toString(shape), bytes, begin, end));
        }
    }

    /** Number of values, below 2^31. */
    private static long length(String name, int[] shape) {
        long length = 1;
        for (int extent : shape) {
            length *= extent;
            if (length > Integer.MAX_VALUE - Long.BYTES) {
                throw new ModelException("The weight '" + Checks.quoted(name) + "' of shape " + Arrays.toString(shape)
                        + " is too large: at most 2^31 - 9 values are read.");
            }
        }
        return length;
    }

    String name() {
        return name;
    }

    int[] shape() {
        return shape;
    }

    long begin() {
        return begin;
    }

    long end() {
        return end;
    }

    /** Number of values. */
    int length() {
        return (int) ((end - begin) / Float.BYTES);
    }
}
