package org.jointattention.training;

import java.util.Random;

/**
 * Fast Gaussian noise from a table of standard normal values, mirrored at zero and of unit variance.
 * The tails end at about 3.5 standard deviations.
 */
final class GaussianNoise {
    private static final int BITS = 12;
    private static final int PER_LONG = 64 / BITS;

    private final float[] table = new float[1 << BITS];

    GaussianNoise() {
        Random random = new Random(BITS);
        double squares = 0;
        double[] values = new double[table.length / 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
            squares += values[i] * values[i];
        }
        double unit = 1 / Math.sqrt(squares / values.length);
        for (int i = 0; i < values.length; i++) {
            table[2 * i] = (float) (values[i] * unit);
            table[2 * i + 1] = -table[2 * i];
        }
    }

    void add(float[] values, int from, int to, float sigma, FastRandom random) {
        int i = from;
        for (; i + PER_LONG <= to; i += PER_LONG) {
            long bits = random.nextLong();
            for (int j = 0; j < PER_LONG; j++) {
                values[i + j] += sigma * table[(int) (bits >>> (j * BITS)) & (table.length - 1)];
            }
        }
        for (; i < to; i++) {
            values[i] += sigma * table[(int) random.nextLong() & (table.length - 1)];
        }
    }
}
