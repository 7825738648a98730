package org.jointattention.comparison;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;

/** The values of one metric of one network: for each seed one an image, the mean over its foreground classes. */
final class Observations {
    private final TreeMap<Long, Map<String, Double>> values = new TreeMap<>();

    /** @param results of the network, one a seed */
    Observations(List<CellResult> results, ReportMetric metric) {
        for (CellResult result : results) {
            values.put(result.cell().seed(), images(result, metric));
        }
    }

    /** @param images the value of each image, of a single training */
    Observations(Map<String, Double> images) {
        values.put(1L, new LinkedHashMap<>(images));
    }

    private static Map<String, Double> images(CellResult result, ReportMetric metric) {
        Map<String, double[]> sums = new LinkedHashMap<>();
        for (CellScore score : result.scores()) {
            OptionalDouble value = score.value(metric.key());
            if (value.isPresent()) {
                double[] sum = sums.computeIfAbsent(score.image() + "/" + score.slice(), image -> new double[2]);
                sum[0] += value.getAsDouble() * metric.factor();
                sum[1]++;
            }
        }
        Map<String, Double> means = new LinkedHashMap<>();
        sums.forEach((image, sum) -> means.put(image, sum[0] / sum[1]));
        return means;
    }

    /** The mean over the images of each seed. */
    double[] seedMeans() {
        return values.values().stream()
                .mapToDouble(images -> images.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(Double.NaN))
                .toArray();
    }

    /** The mean over images and seeds; NaN where there are none. */
    double mean() {
        return Arrays.stream(seedMeans()).average().orElse(Double.NaN);
    }

    /** The standard deviation over seeds of the means over images (n - 1); NaN below two seeds. */
    double spread() {
        double[] means = seedMeans();
        if (means.length < 2) {
            return Double.NaN;
        }
        double mean = mean();
        double squares = Arrays.stream(means)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (means.length - 1));
    }

    /**
     * Differences to another network on the same images with the same seeds.
     *
     * @return a row for each seed that both have, with a value for each image that both have in all of these seeds
     */
    double[][] minus(Observations other) {
        TreeSet<Long> seeds = new TreeSet<>(values.keySet());
        seeds.retainAll(other.values.keySet());
        TreeSet<String> images = new TreeSet<>(seeds.isEmpty() ? Collections.emptySet() : allImages());
        for (long seed : seeds) {
            images.retainAll(values.get(seed).keySet());
            images.retainAll(other.values.get(seed).keySet());
        }
        return seeds.stream()
                .map(seed -> images.stream()
                        .mapToDouble(image -> values.get(seed).get(image)
                                - other.values.get(seed).get(image))
                        .toArray())
                .toArray(double[][]::new);
    }

    private TreeSet<String> allImages() {
        TreeSet<String> images = new TreeSet<>();
        values.values().forEach(map -> images.addAll(map.keySet()));
        return images;
    }

    /** The value of an image with a seed; NaN where there is none. */
    double value(long seed, String image) {
        return values.getOrDefault(seed, Collections.emptyMap()).getOrDefault(image, Double.NaN);
    }

    /** Images by seed. */
    Map<Long, Map<String, Double>> all() {
        return Collections.unmodifiableMap(values);
    }
}
