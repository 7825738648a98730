package org.jointattention.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Mean ranks of networks over the images and seeds that all of them have. */
final class Ranks {
    private final List<Observations> networks;
    private final boolean higherIsBetter;
    private final double[] sums;
    private int count;

    Ranks(List<Observations> networks, boolean higherIsBetter) {
        this.networks = networks;
        this.higherIsBetter = higherIsBetter;
        this.sums = new double[networks.size()];
        if (!networks.isEmpty()) {
            networks.get(0).all().forEach((seed, images) -> images.keySet().forEach(image -> add(seed, image)));
        }
    }

    private void add(long seed, String image) {
        double[] values = networks.stream()
                .mapToDouble(network -> network.value(seed, image))
                .toArray();
        for (double value : values) {
            if (Double.isNaN(value)) {
                return;
            }
        }
        count++;
        for (int i = 0; i < values.length; i++) {
            sums[i] += rank(values, values[i]);
        }
    }

    /** Those that are equal share the mean of their ranks. */
    private double rank(double[] values, double value) {
        int better = 0;
        int equal = 0;
        for (double other : values) {
            better += (higherIsBetter ? other > value : other < value) ? 1 : 0;
            equal += other == value ? 1 : 0;
        }
        return better + (equal + 1) / 2.0;
    }

    /** @param names of the networks, in their order */
    Map<Network, Double> of(List<Network> names) {
        Map<Network, Double> ranks = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            ranks.put(names.get(i), count == 0 ? Double.NaN : sums[i] / count);
        }
        return ranks;
    }
}
