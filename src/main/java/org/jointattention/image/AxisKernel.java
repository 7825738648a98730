package org.jointattention.image;

/**
 * Which old pixels of an axis each new pixel is made of, and with what weights; the weights of a pixel sum to 1. New pixels
 * are counted from the first of those asked for.
 */
final class AxisKernel {
    private final int[] first;
    private final double[][] weights;

    AxisKernel(int extent, int newExtent) {
        this(extent, newExtent, 0, newExtent);
    }

    /**
     * @param start the first new pixel asked for
     * @param count how many are asked for
     */
    AxisKernel(int extent, int newExtent, int start, int count) {
        first = new int[count];
        weights = new double[count][];
        for (int i = 0; i < count; i++) {
            if (newExtent < extent) {
                box(i, start + i, extent, newExtent);
            } else {
                linear(i, start + i, extent, newExtent);
            }
        }
    }

    /** The first old pixel that a new one is made of. */
    int first(int index) {
        return first[index];
    }

    /** The last old pixel that a new one is made of. */
    int last(int index) {
        return first[index] + weights[index].length - 1;
    }

    /** @param k counts the old pixels that the new one is made of, from 0 */
    double weight(int index, int k) {
        return weights[index][k];
    }

    /** The weighted sum of values from {@code start}, a step apart. */
    float sum(int index, float[] values, int start, int step) {
        double[] w = weights[index];
        if (w.length == 1) {
            return values[start];
        }
        double sum = 0;
        for (int k = 0, i = start; k < w.length; k++, i += step) {
            sum += w[k] * values[i];
        }
        return (float) sum;
    }

    private void box(int index, int pixel, int extent, int newExtent) {
        double scale = (double) extent / newExtent;
        double from = pixel * scale;
        double to = Math.min(extent, from + scale);
        int start = (int) from;
        int end = Math.min(extent, (int) Math.ceil(to));
        double[] w = new double[end - start];
        for (int k = 0; k < w.length; k++) {
            double overlap = Math.min(to, start + k + 1) - Math.max(from, start + k);
            w[k] = Math.max(0, overlap) / scale;
        }
        first[index] = start;
        weights[index] = w;
    }

    private void linear(int index, int pixel, int extent, int newExtent) {
        double centre = (pixel + 0.5) * extent / newExtent - 0.5;
        double clamped = Math.min(extent - 1, Math.max(0, centre));
        int left = (int) clamped;
        double part = clamped - left;
        first[index] = left;
        weights[index] = part == 0 ? new double[] {1} : new double[] {1 - part, part};
    }
}
