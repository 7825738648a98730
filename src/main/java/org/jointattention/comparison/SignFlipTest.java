package org.jointattention.comparison;

import java.util.SplittableRandom;

/**
 * A paired test of whether a mean difference is 0: were both networks alike, each image's difference could as well have the
 * other sign. The p value is the share of sign changes whose mean is as far from 0 (Fisher's randomisation test, two-sided);
 * all of them up to 16 images, else 20,000 random ones, the one that was observed included.
 */
final class SignFlipTest {
    private static final int MOST_EXACT = 16;
    private static final int RANDOM_FLIPS = 20_000;

    /** Rounding must not decide whether two sums are alike. */
    private static final double SAME = 1e-12;

    private final double[] differences;
    private final double observed;

    /** @param differences one an image, at least one */
    SignFlipTest(double[] differences) {
        this.differences = differences.clone();
        double sum = 0;
        double scale = 0;
        for (double difference : differences) {
            sum += difference;
            scale += Math.abs(difference);
        }
        this.observed = Math.abs(sum) - SAME * scale;
    }

    /** Above 0, up to 1. */
    double p() {
        return differences.length <= MOST_EXACT ? exact() : random();
    }

    private double exact() {
        int all = 1 << differences.length;
        int asFar = 0;
        for (int signs = 0; signs < all; signs++) {
            double sum = 0;
            for (int i = 0; i < differences.length; i++) {
                sum += (signs >> i & 1) == 0 ? differences[i] : -differences[i];
            }
            asFar += Math.abs(sum) >= observed ? 1 : 0;
        }
        return (double) asFar / all;
    }

    private double random() {
        SplittableRandom random = new SplittableRandom(1);
        int asFar = 1;
        for (int flip = 0; flip < RANDOM_FLIPS; flip++) {
            double sum = 0;
            for (double difference : differences) {
                sum += random.nextBoolean() ? difference : -difference;
            }
            asFar += Math.abs(sum) >= observed ? 1 : 0;
        }
        return (double) asFar / (RANDOM_FLIPS + 1);
    }
}
