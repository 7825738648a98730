package org.jointattention.image;

/** Minimum, maximum, mean and standard deviation of the finite values of a channel; all 0 where there is none. */
final class Moments {
    private long count;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double mean;
    private double variance;

    private Moments() {}

    /** Reads the channel twice, since the one-pass variance loses digits. */
    static Moments of(ChannelRows rows) {
        Moments moments = new Moments();
        rows.forEachChunk(moments::addSum);
        if (moments.count == 0) {
            moments.min = 0;
            moments.max = 0;
            return moments;
        }
        moments.mean /= moments.count;
        rows.forEachChunk(moments::addSquares);
        moments.variance /= moments.count;
        return moments;
    }

    double min() {
        return min;
    }

    double max() {
        return max;
    }

    double mean() {
        return mean;
    }

    /** Standard deviation of the population. */
    double std() {
        return Math.sqrt(variance);
    }

    private void addSum(ChannelRows.Chunk chunk) {
        for (int i = 0; i < chunk.size; i++) {
            float value = chunk.values[i];
            if (Float.isFinite(value)) {
                count++;
                mean += value;
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
    }

    private void addSquares(ChannelRows.Chunk chunk) {
        for (int i = 0; i < chunk.size; i++) {
            float value = chunk.values[i];
            if (Float.isFinite(value)) {
                variance += (value - mean) * (value - mean);
            }
        }
    }
}
