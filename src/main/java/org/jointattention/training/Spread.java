package org.jointattention.training;

import java.util.Arrays;

/** Smallest, median and largest of some numbers. */
public final class Spread {
    private final int min;
    private final int median;
    private final int max;

    private Spread(int min, int median, int max) {
        this.min = min;
        this.median = median;
        this.max = max;
    }

    /** @param values at least one; not changed */
    static Spread of(int[] values) {
        int[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Spread(sorted[0], sorted[(sorted.length - 1) / 2], sorted[sorted.length - 1]);
    }

    public int min() {
        return min;
    }

    /** The lower of the two middle values where their number is even. */
    public int median() {
        return median;
    }

    public int max() {
        return max;
    }

    @Override
    public String toString() {
        return min == max ? String.valueOf(min) : min + " to " + max + " (median " + median + ")";
    }
}
