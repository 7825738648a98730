package org.jointattention.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jointattention.image.FloatPlane;

/** Gathers the grey value statistics of several images from an even subset of their pixels. */
final class GreyMeter {
    private static final int PIXELS = 20_000;

    private final List<double[]> skews = new ArrayList<>();
    private final List<double[]> positions = new ArrayList<>();
    private final int channels;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private boolean integers = true;

    GreyMeter(int channels) {
        this.channels = channels;
    }

    void add(FloatPlane image) {
        double[] skew = new double[channels];
        double[] position = new double[channels];
        for (int c = 0; c < channels; c++) {
            float[] values = finiteValues(image, c);
            Arrays.sort(values);
            note(values);
            skew[c] = skew(values);
            position[c] = medianPosition(values);
        }
        skews.add(skew);
        positions.add(position);
    }

    GreyStatistics result() {
        boolean any = min <= max;
        return new GreyStatistics(medians(skews), medians(positions), any ? min : 0, any ? max : 0, any && integers);
    }

    private static float[] finiteValues(FloatPlane image, int channel) {
        int pixels = image.width() * image.height();
        // An odd step does not fall in with the even widths of most images.
        int step = Math.max(1, pixels / PIXELS) | 1;
        float[] values = new float[(pixels + step - 1) / step];
        int count = 0;
        for (int i = 0; i < pixels; i += step) {
            float value = image.values()[i * image.channels() + channel];
            if (Float.isFinite(value)) {
                values[count++] = value;
            }
        }
        return Arrays.copyOf(values, count);
    }

    private void note(float[] sorted) {
        if (sorted.length == 0) {
            return;
        }
        min = Math.min(min, sorted[0]);
        max = Math.max(max, sorted[sorted.length - 1]);
        for (int i = 0; integers && i < sorted.length; i++) {
            integers = sorted[i] == Math.rint(sorted[i]);
        }
    }

    private static double skew(float[] values) {
        double mean = 0;
        for (float value : values) {
            mean += value / (double) values.length;
        }
        double second = 0;
        double third = 0;
        for (float value : values) {
            double off = value - mean;
            second += off * off / values.length;
            third += off * off * off / values.length;
        }
        return second > 1e-12 * (mean * mean + 1e-30) ? third / Math.pow(second, 1.5) : 0;
    }

    private static double medianPosition(float[] sorted) {
        double low = percentile(sorted, 1);
        double high = percentile(sorted, 99.8);
        return high > low ? (percentile(sorted, 50) - low) / (high - low) : 0.5;
    }

    private static double percentile(float[] sorted, double percent) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.round(percent / 100 * (sorted.length - 1))];
    }

    private double[] medians(List<double[]> perImage) {
        double[] result = new double[channels];
        for (int c = 0; c < channels; c++) {
            int channel = c;
            double[] values =
                    perImage.stream().mapToDouble(v -> v[channel]).sorted().toArray();
            result[c] = values[(values.length - 1) / 2];
        }
        return result;
    }
}
