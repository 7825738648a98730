package org.jointattention.image;

import java.io.Serializable;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import org.jointattention.model.NormalizationSpec;

/**
 * Turns the grey values of one image into network input, (value - offset) * factor per channel, with statistics of
 * that whole image. Only finite values count for the statistics.
 *
 * <p>Whatever the image, the result is finite: NaN becomes 0, infinite values count as the largest or smallest finite
 * one, constant channels and channels without finite values become 0. With percentiles the result is limited to
 * {@value #MIN} to {@value #MAX}, so that hot pixels do no harm; and where both percentiles are the same value, as in
 * images that are nearly all background, the range from minimum to maximum is taken instead.
 */
public final class Normalizer implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The smallest result of a percentile normalisation. */
    public static final float MIN = -5;
    /** The largest result of a percentile normalisation. */
    public static final float MAX = 10;

    private final Channel[] channels;

    private Normalizer(Channel[] channels) {
        this.channels = channels;
    }

    /** Statistics of a view with axes (x, y, c), read in chunks: large images are not copied. */
    public static Normalizer fit(NormalizationSpec spec, RandomAccessibleInterval<FloatType> plane) {
        Channel[] channels = new Channel[Math.toIntExact(plane.dimension(2))];
        for (int c = 0; c < channels.length; c++) {
            channels[c] = fit(spec, ChannelRows.of(plane, c));
        }
        return new Normalizer(channels);
    }

    /** The same numbers as for a view of the same image, bit by bit. */
    public static Normalizer fit(NormalizationSpec spec, FloatPlane plane) {
        Channel[] channels = new Channel[plane.channels()];
        for (int c = 0; c < channels.length; c++) {
            channels[c] = fit(spec, ChannelRows.of(plane, c));
        }
        return new Normalizer(channels);
    }

    public int channels() {
        return channels.length;
    }

    /** What is subtracted from the values of a channel. */
    public double offset(int channel) {
        return channels[channel].offset;
    }

    /** What the difference is multiplied with; 0 for a constant channel. */
    public double factor(int channel) {
        return channels[channel].factor;
    }

    public float apply(int channel, float value) {
        return channels[channel].apply(value);
    }

    /**
     * Normalises in place.
     *
     * @param hwc pixels of any part of the image, channels last
     */
    public void apply(float[] hwc) {
        if (hwc.length % channels.length != 0) {
            throw new IllegalArgumentException(
                    hwc.length + " values are no whole pixels of " + channels.length + " channels.");
        }
        for (int c = 0; c < channels.length; c++) {
            channels[c].apply(hwc, c, channels.length);
        }
    }

    private static Channel fit(NormalizationSpec spec, ChannelRows rows) {
        return spec.kind() == NormalizationSpec.Kind.PERCENTILE
                ? percentile(rows, spec.low(), spec.high())
                : meanStd(rows);
    }

    private static Channel percentile(ChannelRows rows, double low, double high) {
        OrderStatistics statistics = new OrderStatistics(rows);
        if (statistics.count() == 0) {
            return new Channel(0, 0, 0, 0, MIN, MAX);
        }
        double[] found = statistics.percentiles(0, low, high, 100);
        boolean degenerate = found[1] == found[2];
        double from = degenerate ? found[0] : found[1];
        double to = degenerate ? found[3] : found[2];
        return new Channel(from, to > from ? 1 / (to - from) : 0, found[0], found[3], MIN, MAX);
    }

    private static Channel meanStd(ChannelRows rows) {
        Moments moments = Moments.of(rows);
        boolean flat = !(moments.max() > moments.min());
        double factor = flat ? 0 : 1 / moments.std();
        float limit = Float.MAX_VALUE;
        return new Channel(flat ? moments.min() : moments.mean(), factor, moments.min(), moments.max(), -limit, limit);
    }

    /** The map of one channel. */
    private static final class Channel implements Serializable {
        private static final long serialVersionUID = 1L;

        private final double offset;
        private final double factor;
        private final double smallest;
        private final double largest;
        private final float lowest;
        private final float highest;

        Channel(double offset, double factor, double smallest, double largest, float lowest, float highest) {
            this.offset = offset;
            this.factor = factor;
            this.smallest = smallest;
            this.largest = largest;
            this.lowest = lowest;
            this.highest = highest;
        }

        void apply(float[] values, int first, int step) {
            for (int i = first; i < values.length; i += step) {
                values[i] = apply(values[i]);
            }
        }

        /** Comparisons, since Math.min and Math.max take several times as long. */
        float apply(float value) {
            if (Float.isNaN(value) || factor == 0) {
                return 0;
            }
            double finite = value > smallest ? (value < largest ? value : largest) : smallest;
            float result = (float) ((finite - offset) * factor);
            return result > lowest ? (result < highest ? result : highest) : lowest;
        }
    }
}
