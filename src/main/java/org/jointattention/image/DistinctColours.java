package org.jointattention.image;

import java.util.Arrays;

/**
 * Chooses colours one after the other, each the farthest from all before it. The distance of two colours is the
 * smallest of their CIELAB distances as seen with normal, red-blind and green-blind eyes, simulated after Vienot,
 * Brettel and Mollon, "Digital video colourmaps for checking the legibility of displays by dichromats" (1999).
 */
final class DistinctColours {
    private static final int STEP = 17;
    private static final int LEVELS = 256 / STEP + 1;
    private static final double MIN_LIGHTNESS = 35;

    /** Linear RGB to what a dichromat sees, in linear RGB; each keeps blue and joins red and green. */
    private static final double[][][] SIMULATIONS = {
        {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
        {{0.11238, 0.88762, 0}, {0.11238, 0.88762, 0}, {0.00401, -0.00401, 1}},
        {{0.29275, 0.70725, 0}, {0.29275, 0.70725, 0}, {-0.02234, 0.02234, 1}}
    };

    private DistinctColours() {}

    /** The given colours 0xRRGGBB and as many more as make up the size; the same at every call. */
    static int[] extend(int[] start, int size) {
        int[] candidates = candidates();
        double[][] seen = new double[candidates.length][];
        double[] distance = new double[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            seen[i] = perceived(candidates[i]);
            distance[i] = Double.POSITIVE_INFINITY;
        }
        int[] colours = Arrays.copyOf(start, size);
        for (int n = 0; n < size; n++) {
            if (n >= start.length) {
                colours[n] = candidates[indexOfLargest(distance)];
            }
            keepNearest(distance, seen, perceived(colours[n]));
        }
        return colours;
    }

    private static void keepNearest(double[] distance, double[][] seen, double[] chosen) {
        for (int i = 0; i < seen.length; i++) {
            for (int v = 0; v < chosen.length; v += 3) {
                double l = seen[i][v] - chosen[v];
                double a = seen[i][v + 1] - chosen[v + 1];
                double b = seen[i][v + 2] - chosen[v + 2];
                distance[i] = Math.min(distance[i], l * l + a * a + b * b);
            }
        }
    }

    private static int indexOfLargest(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }

    /** An even grid of colours that show on black. */
    private static int[] candidates() {
        int[] colours = new int[LEVELS * LEVELS * LEVELS];
        int n = 0;
        for (int i = 0; i < colours.length; i++) {
            int rgb = i / (LEVELS * LEVELS) * STEP << 16 | i / LEVELS % LEVELS * STEP << 8 | i % LEVELS * STEP;
            if (perceived(rgb)[0] >= MIN_LIGHTNESS) {
                colours[n++] = rgb;
            }
        }
        return Arrays.copyOf(colours, n);
    }

    /** CIELAB coordinates for the three kinds of vision. */
    private static double[] perceived(int rgb) {
        double[] linear = {linear(rgb >> 16 & 0xff), linear(rgb >> 8 & 0xff), linear(rgb & 0xff)};
        double[] result = new double[3 * SIMULATIONS.length];
        for (int v = 0; v < SIMULATIONS.length; v++) {
            double[] seen = multiply(SIMULATIONS[v], linear);
            System.arraycopy(lab(seen), 0, result, 3 * v, 3);
        }
        return result;
    }

    private static double[] multiply(double[][] m, double[] v) {
        double[] result = new double[3];
        for (int i = 0; i < 3; i++) {
            result[i] = Math.max(0, m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2]);
        }
        return result;
    }

    private static double linear(int value) {
        double v = value / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    /** Linear sRGB to CIELAB with the white point D65. */
    private static double[] lab(double[] rgb) {
        double x = root((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.9505);
        double y = root(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
        double z = root((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.089);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double root(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
    }
}
