package org.jointattention.model;

import java.util.Arrays;

/** One named weight's shape and values, row-major float32. Not copied: treat as read-only. */
public final class WeightArray {
    private final int[] shape;
    private final float[] values;

    /** @throws ModelException if the shape does not hold as many values as given */
    public WeightArray(int[] shape, float[] values) {
        long size = 1;
        for (int extent : shape) {
            size = Math.multiplyExact(size, Checks.inRange("weight extent", extent, 0, Integer.MAX_VALUE));
        }
        if (size != values.length) {
            throw new ModelException("A weight of shape " + Arrays.toString(shape) + " has " + values.length
                    + " values instead of " + size + ".");
        }
        this.shape = shape.clone();
        this.values = values;
    }

    public int[] shape() {
        return shape.clone();
    }

    /** The values themselves, not a copy. */
    public float[] values() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WeightArray
                && Arrays.equals(shape, ((WeightArray) other).shape)
                && Arrays.equals(values, ((WeightArray) other).values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
    }
}
