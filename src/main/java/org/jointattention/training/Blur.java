package org.jointattention.training;

import java.util.Arrays;

/** Separable Gaussian blur of a square patch (HWC); the edge pixels continue beyond the border. */
final class Blur {
    private static final double REACH = 3;

    private final int size;
    private final int channels;
    private final int margin;
    private final float[] padded;
    private final float[] blurredRows;

    /** @param maxSigma the largest sigma that will be asked for */
    Blur(int size, int channels, double maxSigma) {
        this.size = size;
        this.channels = channels;
        this.margin = radius(maxSigma);
        this.padded = new float[(size + 2 * margin) * channels];
        this.blurredRows = new float[maxSigma > 0 ? size * size * channels : 0];
    }

    void apply(float[] values, int offset, double sigma) {
        float[] kernel = kernel(sigma);
        int radius = kernel.length - 1;
        int row = size * channels;
        for (int y = 0; y < size; y++) {
            pad(values, offset + y * row);
            int start = margin * channels;
            scale(padded, start, blurredRows, y * row, row, kernel[0]);
            for (int tap = 1; tap <= radius; tap++) {
                int shift = tap * channels;
                addPair(padded, start - shift, start + shift, blurredRows, y * row, row, kernel[tap]);
            }
        }
        for (int y = 0; y < size; y++) {
            int to = offset + y * row;
            scale(blurredRows, y * row, values, to, row, kernel[0]);
            for (int tap = 1; tap <= radius; tap++) {
                int above = Math.max(0, y - tap) * row;
                int below = Math.min(size - 1, y + tap) * row;
                addPair(blurredRows, above, below, values, to, row, kernel[tap]);
            }
        }
    }

    private void pad(float[] values, int from) {
        int row = size * channels;
        System.arraycopy(values, from, padded, margin * channels, row);
        for (int i = 0; i < margin; i++) {
            for (int c = 0; c < channels; c++) {
                padded[i * channels + c] = values[from + c];
                padded[(margin + size + i) * channels + c] = values[from + row - channels + c];
            }
        }
    }

    private static void scale(float[] from, int at, float[] to, int toAt, int length, float factor) {
        for (int i = 0; i < length; i++) {
            to[toAt + i] = factor * from[at + i];
        }
    }

    private static void addPair(float[] from, int first, int second, float[] to, int at, int length, float factor) {
        for (int i = 0; i < length; i++) {
            to[at + i] += factor * (from[first + i] + from[second + i]);
        }
    }

    /** The kernel's middle and one half; its whole sums to 1. */
    private static float[] kernel(double sigma) {
        double[] weights = new double[radius(sigma) + 1];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = StrictMath.exp(-i * i / (2 * sigma * sigma));
        }
        double sum = 2 * Arrays.stream(weights).sum() - weights[0];
        float[] kernel = new float[weights.length];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) (weights[i] / sum);
        }
        return kernel;
    }

    private static int radius(double sigma) {
        return (int) Math.ceil(REACH * sigma);
    }
}
