package org.jointattention.training;

import java.util.Locale;

/** What the grey values of the images are like. */
public final class GreyStatistics {
    private static final double SKEWED = 1;
    private static final double LOW = 0.25;

    private final double[] skew;
    private final double[] medianPosition;
    private final double min;
    private final double max;
    private final boolean integers;

    GreyStatistics(double[] skew, double[] medianPosition, double min, double max, boolean integers) {
        this.skew = skew.clone();
        this.medianPosition = medianPosition.clone();
        this.min = min;
        this.max = max;
        this.integers = integers;
    }

    /** Skewness of a channel's grey values, median over the images; above 0 with few bright pixels. */
    public double skew(int channel) {
        return skew[channel];
    }

    /** Where a channel's median lies between its percentiles 1 (0) and 99.8 (1), median over the images. */
    public double medianPosition(int channel) {
        return medianPosition[channel];
    }

    /** Smallest finite grey value looked at; 0 where there is none. */
    public double min() {
        return min;
    }

    /** Largest finite grey value looked at; 0 where there is none. */
    public double max() {
        return max;
    }

    /** Whether all grey values looked at are whole numbers. */
    public boolean integers() {
        return integers;
    }

    /**
     * Whether in most channels a dark background dominates, as in fluorescence: skewness above 1 and
     * the median in the lowest quarter of the range.
     */
    public boolean darkBackground() {
        int dark = 0;
        for (int c = 0; c < skew.length; c++) {
            dark += skew[c] > SKEWED && medianPosition[c] < LOW ? 1 : 0;
        }
        return 2 * dark > skew.length;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "grey values %s to %s, skewness %.2f, median at %.2f of the range",
                integers ? Long.toString((long) min) : Float.toString((float) min),
                integers ? Long.toString((long) max) : Float.toString((float) max),
                skew[0],
                medianPosition[0]);
    }
}
