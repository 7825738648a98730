package org.jointattention.image.zarr;

/** Which pixels labels have, and where they lie: axes, shape, pixel sizes. */
public final class LabelFrame {
    private final Axes axes;
    private final long[] shape;
    private final Transform transform;
    private final Transform common;

    /**
     * @param axes without c
     * @param shape for each axis, slowest first
     */
    public LabelFrame(Axes axes, long[] shape, Transform transform) {
        this(axes, shape, transform, Transform.identity(shape.length));
    }

    /** @param common what applies to all levels, after their own transforms */
    LabelFrame(Axes axes, long[] shape, Transform transform, Transform common) {
        if (axes.index('c') >= 0 || axes.size() != shape.length) {
            throw new IllegalArgumentException(
                    "Labels have no channels, and " + axes.size() + " axes, not " + shape.length + ".");
        }
        this.axes = axes;
        this.shape = shape.clone();
        this.transform = transform;
        this.common = common;
    }

    static long[] without(long[] shape, int axis) {
        long[] rest = new long[axis < 0 ? shape.length : shape.length - 1];
        for (int i = 0, j = 0; i < shape.length; i++) {
            if (i != axis) {
                rest[j++] = shape[i];
            }
        }
        return rest;
    }

    public Axes axes() {
        return axes;
    }

    public long[] shape() {
        return shape.clone();
    }

    /** Of the largest level. */
    public Transform transform() {
        return transform;
    }

    Transform common() {
        return common;
    }

    /** The same with every second pixel in y and x, the first one included. */
    LabelFrame halved() {
        long[] half = shape();
        int[] steps = new int[shape.length];
        for (int i = 0; i < half.length; i++) {
            steps[i] = i < half.length - 2 ? 1 : 2;
            half[i] = (half[i] + steps[i] - 1) / steps[i];
        }
        return new LabelFrame(axes, half, transform.everyNth(steps), common);
    }

    /** Pixels of the longer side of a plane. */
    long longestSide() {
        return Math.max(shape[shape.length - 1], shape[shape.length - 2]);
    }
}
