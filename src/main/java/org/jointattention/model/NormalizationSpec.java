package org.jointattention.model;

import java.util.Objects;

/** How grey values become network input, per image and channel. */
public final class NormalizationSpec {
    /** The two ways to normalise. */
    public enum Kind {
        /** The low percentile becomes 0 and the high one 1. */
        PERCENTILE,
        /** The mean becomes 0 and the standard deviation 1. */
        MEAN_STD
    }

    private final Kind kind;
    private final double low;
    private final double high;

    private NormalizationSpec(Kind kind, double low, double high) {
        this.kind = Objects.requireNonNull(kind);
        this.low = Checks.inRange("low percentile", low, 0, 100);
        this.high = Checks.inRange("high percentile", high, 0, 100);
        if (low >= high) {
            throw new ModelException("The low percentile " + low + " must be below the high one " + high + ".");
        }
    }

    /** Percentiles in 0 to 100, low below high. */
    public static NormalizationSpec percentile(double low, double high) {
        return new NormalizationSpec(Kind.PERCENTILE, low, high);
    }

    public static NormalizationSpec meanStd() {
        return new NormalizationSpec(Kind.MEAN_STD, 0, 100);
    }

    public Kind kind() {
        return kind;
    }

    /** Percentile, 0 to 100, that becomes 0; meaningful for {@link Kind#PERCENTILE} only. */
    public double low() {
        return low;
    }

    /** Percentile, 0 to 100, that becomes 1; meaningful for {@link Kind#PERCENTILE} only. */
    public double high() {
        return high;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof NormalizationSpec)) {
            return false;
        }
        NormalizationSpec that = (NormalizationSpec) other;
        return kind == that.kind && low == that.low && high == that.high;
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, low, high);
    }

    @Override
    public String toString() {
        return kind == Kind.PERCENTILE ? "percentiles " + low + " to " + high : "mean and standard deviation";
    }
}
