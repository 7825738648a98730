package org.jointattention.image.zarr;

import java.util.Arrays;

/** How an array is cut into blocks, which are smaller at its far borders; axes slowest first, as the array has them. */
public final class BlockGrid {
    private final long[] shape;
    private final int[] block;

    /**
     * @param shape extents of the array, at least 1
     * @param block extents of a block, at least 1
     */
    public BlockGrid(long[] shape, int[] block) {
        this.shape = shape.clone();
        this.block = block.clone();
    }

    /** Blocks along each axis. */
    public long[] extents() {
        long[] extents = new long[shape.length];
        for (int i = 0; i < shape.length; i++) {
            extents[i] = (shape[i] + block[i] - 1) / block[i];
        }
        return extents;
    }

    /** Number of blocks. */
    public long count() {
        long count = 1;
        for (long extent : extents()) {
            count = Math.multiplyExact(count, extent);
        }
        return count;
    }

    /** The index of a block along each axis, of its number from 0 to {@link #count()} - 1; the last axis counts fastest. */
    public long[] index(long number) {
        long[] extents = extents();
        long[] index = new long[extents.length];
        long rest = number;
        for (int i = extents.length - 1; i >= 0; i--) {
            index[i] = rest % extents[i];
            rest /= extents[i];
        }
        return index;
    }

    /** The position of a block's first value in the array. */
    public long[] origin(long... index) {
        long[] origin = new long[shape.length];
        for (int i = 0; i < shape.length; i++) {
            origin[i] = index[i] * block[i];
        }
        return origin;
    }

    /** The extents of a block, the part beyond the array cut off. */
    public int[] size(long... index) {
        int[] size = new int[shape.length];
        for (int i = 0; i < shape.length; i++) {
            size[i] = (int) Math.min(block[i], shape[i] - index[i] * block[i]);
        }
        return size;
    }

    /** @throws IndexOutOfBoundsException if there is no such block */
    void check(long... index) {
        long[] extents = extents();
        for (int i = 0; i < extents.length; i++) {
            if (index.length != extents.length || index[i] < 0 || index[i] >= extents[i]) {
                throw new IndexOutOfBoundsException(
                        "There is no block " + Arrays.toString(index) + " among " + Arrays.toString(extents) + ".");
            }
        }
    }
}
