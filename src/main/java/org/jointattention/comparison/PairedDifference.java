package org.jointattention.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How much one network differs from another on the same images with the same seeds. */
final class PairedDifference {
    private final double mean;
    private final Bootstrap interval;
    private final double p;
    private final int seeds;
    private final int images;

    private PairedDifference(double mean, Bootstrap interval, double p, int seeds, int images) {
        this.mean = mean;
        this.interval = interval;
        this.p = p;
        this.seeds = seeds;
        this.images = images;
    }

    /**
     * On one data set.
     *
     * @return empty where no seed or no image is in both
     */
    static Optional<PairedDifference> of(Observations network, Observations reference) {
        double[][] differences = network.minus(reference);
        if (differences.length == 0 || differences[0].length == 0) {
            return Optional.empty();
        }
        double[] ofImages = imageMeans(differences);
        return Optional.of(new PairedDifference(
                Arrays.stream(ofImages).average().orElseThrow(),
                Bootstrap.of(differences),
                new SignFlipTest(ofImages).p(),
                differences.length,
                ofImages.length));
    }

    /**
     * The mean over data sets; its p value is NaN.
     *
     * @param differences as {@link Observations#minus} gives them, one a data set
     * @return empty where there is none, or one of them is empty
     */
    static Optional<PairedDifference> ofMean(List<double[][]> differences) {
        if (differences.isEmpty() || differences.stream().anyMatch(d -> d.length == 0 || d[0].length == 0)) {
            return Optional.empty();
        }
        double mean = differences.stream()
                .mapToDouble(d -> Arrays.stream(imageMeans(d)).average().orElseThrow())
                .average()
                .orElseThrow();
        List<Integer> seeds = differences.stream().map(d -> d.length).collect(Collectors.toList());
        return Optional.of(new PairedDifference(
                mean,
                Bootstrap.ofMean(differences),
                Double.NaN,
                seeds.stream().min(Integer::compare).get(),
                differences.stream().mapToInt(d -> d[0].length).sum()));
    }

    /** Over seeds. */
    private static double[] imageMeans(double[][] differences) {
        double[] means = new double[differences[0].length];
        for (double[] row : differences) {
            for (int i = 0; i < means.length; i++) {
                means[i] += row[i] / differences.length;
            }
        }
        return means;
    }

    double mean() {
        return mean;
    }

    double low() {
        return interval.low();
    }

    double high() {
        return interval.high();
    }

    /** Of the paired test; NaN where it is a mean over data sets. */
    double p() {
        return p;
    }

    /** Seeds that both networks have; of several data sets the least. */
    int seeds() {
        return seeds;
    }

    int images() {
        return images;
    }

    /** Whether the interval lies on one side of 0. */
    boolean isClear() {
        return low() > 0 || high() < 0;
    }
}
