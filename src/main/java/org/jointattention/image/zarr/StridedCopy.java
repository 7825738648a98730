package org.jointattention.image.zarr;

import java.util.Arrays;

/** Copies blocks between arrays of values: parts, every n-th value, axes in another order. */
final class StridedCopy {
    private final Samples source;
    private final int[] sourceStrides;
    private final Samples target;
    private final int[] targetStrides;
    private final int[] size;

    /** @param sourceStrides for each axis of the target, how far the next value lies in the source */
    private StridedCopy(Samples source, int[] sourceStrides, Samples target, int[] size) {
        this.source = source;
        this.sourceStrides = sourceStrides;
        this.target = target;
        this.targetStrides = strides(target.shape());
        this.size = size;
    }

    /** Copies a region. */
    static void region(Samples source, int[] from, Samples target, int[] to, int[] size) {
        int[] steps = new int[size.length];
        Arrays.fill(steps, 1);
        stepped(source, from, steps, target, to, size);
    }

    /** Copies the values that lie {@code steps} apart. */
    static void stepped(Samples source, int[] from, int[] steps, Samples target, int[] to, int[] size) {
        int[] strides = strides(source.shape());
        int start = offset(strides, from);
        for (int i = 0; i < strides.length; i++) {
            strides[i] *= steps[i];
        }
        StridedCopy copy = new StridedCopy(source, strides, target, size);
        copy.copy(0, start, offset(copy.targetStrides, to));
    }

    /** The same values with axis {@code order[i]} as axis i. */
    static Samples transposed(Samples source, int[] order) {
        int[] strides = strides(source.shape());
        int[] shape = new int[order.length];
        int[] permuted = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            shape[i] = source.shape()[order[i]];
            permuted[i] = strides[order[i]];
        }
        Samples target = Samples.filled(source.type(), shape, 0);
        new StridedCopy(source, permuted, target, shape).copy(0, 0, 0);
        return target;
    }

    private static int[] strides(int[] shape) {
        int[] strides = new int[shape.length];
        int stride = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= shape[i];
        }
        return strides;
    }

    private static int offset(int[] strides, int[] position) {
        int offset = 0;
        for (int i = 0; i < strides.length; i++) {
            offset += strides[i] * position[i];
        }
        return offset;
    }

    private void copy(int axis, int from, int to) {
        if (axis == size.length - 1) {
            run(from, to);
            return;
        }
        for (int i = 0; i < size[axis]; i++) {
            copy(axis + 1, from + i * sourceStrides[axis], to + i * targetStrides[axis]);
        }
    }

    private void run(int from, int to) {
        int last = size.length - 1;
        if (sourceStrides[last] == 1) {
            System.arraycopy(source.array(), from, target.array(), to, size[last]);
        } else {
            source.type().primitive().gather(source.array(), from, sourceStrides[last], target.array(), to, size[last]);
        }
    }
}
