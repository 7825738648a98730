package org.jointattention.comparison;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How far a mean difference may be from the true one: differences are drawn anew, with replacement, seeds first, then
 * images, the same images for all seeds drawn; the middle 95 % of the means make the interval (percentile bootstrap, Efron
 * and Tibshirani 1993). Always the same draws.
 */
final class Bootstrap {
    static final int DRAWS = 10_000;

    private static final double LOW = 0.025;

    private final double[] means;

    private Bootstrap(double[] means) {
        this.means = means;
        Arrays.sort(means);
    }

    /** @param differences a row a seed, a column an image; at least one of each */
    static Bootstrap of(double[][] differences) {
        return new Bootstrap(draws(differences, 1));
    }

    /** Of the mean over data sets, each of which is drawn by itself. */
    static Bootstrap ofMean(Iterable<double[][]> dataSets) {
        double[] sums = new double[DRAWS];
        int number = 0;
        for (double[][] differences : dataSets) {
            double[] draws = draws(differences, ++number);
            for (int i = 0; i < DRAWS; i++) {
                sums[i] += draws[i];
            }
        }
        for (int i = 0; i < DRAWS; i++) {
            sums[i] /= number;
        }
        return new Bootstrap(sums);
    }

    private static double[] draws(double[][] differences, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int seeds = differences.length;
        int images = differences[0].length;
        double[] means = new double[DRAWS];
        int[] drawn = new int[seeds];
        for (int draw = 0; draw < DRAWS; draw++) {
            Arrays.setAll(drawn, i -> random.nextInt(seeds));
            double sum = 0;
            for (int i = 0; i < images; i++) {
                int image = random.nextInt(images);
                for (int row : drawn) {
                    sum += differences[row][image];
                }
            }
            means[draw] = sum / images / seeds;
        }
        return means;
    }

    double low() {
        return quantile(LOW);
    }

    double high() {
        return quantile(1 - LOW);
    }

    private double quantile(double share) {
        return means[(int) Math.round(share * (means.length - 1))];
    }
}
