package org.jointattention.image;

import java.util.Map;
import java.util.TreeMap;

/**
 * Exact percentiles of the finite values of a channel, without sorting or copying it: a histogram over the upper 16
 * bits of the values, then one over the lower 16 bits of the few bins that hold the ranks wanted.
 */
final class OrderStatistics {
    private static final int BINS = 1 << 16;

    private final ChannelRows rows;
    private final long[] coarse = new long[BINS];
    private final long count;

    OrderStatistics(ChannelRows rows) {
        this.rows = rows;
        rows.forEachChunk(this::countCoarse);
        long sum = 0;
        for (long n : coarse) {
            sum += n;
        }
        this.count = sum;
    }

    /** Number of finite values. */
    long count() {
        return count;
    }

    /**
     * Percentiles with linear interpolation between the two nearest values, as NumPy's default.
     *
     * @param percents 0 to 100
     * @throws IllegalStateException if there is no finite value
     */
    double[] percentiles(double... percents) {
        if (count == 0) {
            throw new IllegalStateException("No finite value.");
        }
        Map<Integer, long[]> fine = new TreeMap<>();
        for (double percent : percents) {
            long rank = (long) Math.floor(position(percent));
            fine.put(bin(rank), new long[BINS]);
            fine.put(bin(Math.min(rank + 1, count - 1)), new long[BINS]);
        }
        long[][] histograms = new long[BINS][];
        fine.forEach((bin, histogram) -> histograms[bin] = histogram);
        rows.forEachChunk(chunk -> countFine(chunk, histograms));
        double[] result = new double[percents.length];
        for (int i = 0; i < percents.length; i++) {
            result[i] = interpolate(position(percents[i]), fine);
        }
        return result;
    }

    private double position(double percent) {
        return Math.min(count - 1, Math.max(0, percent / 100 * (count - 1)));
    }

    private double interpolate(double position, Map<Integer, long[]> fine) {
        long rank = (long) Math.floor(position);
        double low = value(rank, fine);
        double high = value(Math.min(rank + 1, count - 1), fine);
        double part = position - rank;
        return part == 0 ? low : low * (1 - part) + high * part;
    }

    private int bin(long rank) {
        long below = 0;
        int bin = 0;
        while (below + coarse[bin] <= rank) {
            below += coarse[bin++];
        }
        return bin;
    }

    private float value(long rank, Map<Integer, long[]> fine) {
        int upper = bin(rank);
        long below = 0;
        for (int i = 0; i < upper; i++) {
            below += coarse[i];
        }
        long[] histogram = fine.get(upper);
        int lower = 0;
        while (below + histogram[lower] <= rank) {
            below += histogram[lower++];
        }
        return fromKey(upper << 16 | lower);
    }

    private void countCoarse(ChannelRows.Chunk chunk) {
        for (int i = 0; i < chunk.size; i++) {
            if (Float.isFinite(chunk.values[i])) {
                coarse[key(chunk.values[i]) >>> 16]++;
            }
        }
    }

    private static void countFine(ChannelRows.Chunk chunk, long[][] histograms) {
        for (int i = 0; i < chunk.size; i++) {
            int key = key(chunk.values[i]);
            long[] histogram = histograms[key >>> 16];
            if (histogram != null && Float.isFinite(chunk.values[i])) {
                histogram[key & 0xffff]++;
            }
        }
    }

    /** A number that, taken as unsigned, is in the order of the values; -0 becomes 0. */
    private static int key(float value) {
        int bits = Float.floatToRawIntBits(value + 0f);
        return bits ^ (bits >> 31 | Integer.MIN_VALUE);
    }

    private static float fromKey(int key) {
        return Float.intBitsToFloat(key < 0 ? key ^ Integer.MIN_VALUE : ~key);
    }
}
