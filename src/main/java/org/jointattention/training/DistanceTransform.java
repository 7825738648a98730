package org.jointattention.training;

import java.util.Arrays;

/**
 * Exact Euclidean distance to the nearest pixel outside a mask, by lower envelopes of parabolas, rows
 * after columns (Felzenszwalb and Huttenlocher, Theory of Computing 8, 2012). What lies beyond the
 * image's border counts as inside, so that an object cut by the border keeps its size.
 */
final class DistanceTransform {
    private static final double FAR = 1e12;

    private DistanceTransform() {}

    /** Distances in pixels; 0 outside the mask, at most half of the mask's shorter side plus 1/2. */
    static float[] of(boolean[] mask, int width, int height) {
        double[] squared = new double[mask.length];
        for (int i = 0; i < mask.length; i++) {
            squared[i] = mask[i] ? FAR : 0;
        }
        Line line = new Line(Math.max(width, height));
        for (int x = 0; x < width; x++) {
            line.transform(squared, x, width, height);
        }
        for (int y = 0; y < height; y++) {
            line.transform(squared, y * width, 1, width);
        }
        float limit = (Math.min(width, height) + 1) / 2f;
        float[] distance = new float[mask.length];
        for (int i = 0; i < mask.length; i++) {
            distance[i] = Math.min(limit, (float) Math.sqrt(squared[i]));
        }
        return distance;
    }

    /** Transforms one row or column; keeps its buffers. */
    private static final class Line {
        private final double[] values;
        private final int[] vertex;
        private final double[] start;

        Line(int capacity) {
            values = new double[capacity];
            vertex = new int[capacity];
            start = new double[capacity + 1];
        }

        void transform(double[] data, int offset, int stride, int length) {
            for (int i = 0; i < length; i++) {
                values[i] = data[offset + i * stride];
            }
            envelope(length);
            int k = 0;
            for (int i = 0; i < length; i++) {
                while (start[k + 1] < i) {
                    k++;
                }
                double step = i - vertex[k];
                data[offset + i * stride] = step * step + values[vertex[k]];
            }
        }

        private void envelope(int length) {
            Arrays.fill(start, Double.POSITIVE_INFINITY);
            vertex[0] = 0;
            start[0] = Double.NEGATIVE_INFINITY;
            int k = 0;
            for (int i = 1; i < length; i++) {
                double cut = intersection(i, vertex[k]);
                while (cut <= start[k]) {
                    k--;
                    cut = intersection(i, vertex[k]);
                }
                k++;
                vertex[k] = i;
                start[k] = cut;
            }
            start[k + 1] = Double.POSITIVE_INFINITY;
        }

        private double intersection(int right, int left) {
            return (values[right] + (double) right * right - values[left] - (double) left * left)
                    / (2.0 * (right - left));
        }
    }
}
