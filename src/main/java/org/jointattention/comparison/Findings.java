package org.jointattention.comparison;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All that is found in the results of a comparison. */
final class Findings {
    private final Map<Network, List<CellResult>> results = new LinkedHashMap<>();
    private final Map<Network, NetworkCost> costs = new LinkedHashMap<>();
    private final String reference;
    private final List<ReportMetric> metrics;
    /** Each takes some ten thousand draws, and several parts of a report ask for it. */
    private final Map<Network, Map<ReportMetric, Optional<PairedDifference>>> differences = new HashMap<>();

    private final Map<Network, Map<ReportMetric, Optional<PairedDifference>>> meanDifferences = new HashMap<>();

    /**
     * @param reference the attention that others are compared with
     * @param metrics to be shown
     */
    Findings(List<CellResult> results, List<NetworkCost> costs, String reference, List<ReportMetric> metrics) {
        for (CellResult result : results) {
            this.results
                    .computeIfAbsent(Network.of(result.cell()), network -> new ArrayList<>())
                    .add(result);
        }
        for (NetworkCost cost : costs) {
            this.costs.put(cost.network(), cost);
        }
        this.reference = reference;
        this.metrics = List.copyOf(metrics);
    }

    private Findings(Findings others, String reference) {
        this.results.putAll(others.results);
        this.costs.putAll(others.costs);
        this.reference = reference;
        this.metrics = others.metrics;
    }

    /** The same results, compared with another attention. */
    Findings against(String attention) {
        return new Findings(this, attention);
    }

    /** The attention that others are compared with. */
    String reference() {
        return reference;
    }

    /** Those to be shown. */
    List<ReportMetric> metrics() {
        return metrics;
    }

    Set<String> dataSets() {
        return results.keySet().stream().map(Network::data).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The networks of a data set that have results. */
    List<Network> networks(String data) {
        return results.keySet().stream()
                .filter(network -> network.data().equals(data))
                .collect(Collectors.toList());
    }

    /** The networks of which there are means over the data sets: those of the first; none where it is the only one. */
    List<Network> averaged() {
        Set<String> all = dataSets();
        return all.size() > 1 ? networks(all.iterator().next()) : List.of();
    }

    List<CellResult> results(Network network) {
        return results.getOrDefault(network, List.of());
    }

    Observations observations(Network network, ReportMetric metric) {
        return new Observations(results(network), metric);
    }

    Optional<NetworkCost> cost(Network network) {
        return Optional.ofNullable(costs.get(network));
    }

    boolean isReference(Network network) {
        return network.attention().equals(reference);
    }

    /** The network that this one is compared with: the same backbone with the reference attention. */
    Network reference(Network network) {
        return new Network(network.data(), network.backbone(), reference);
    }

    /** On one data set; empty for the reference itself, and where no seed is in both. */
    Optional<PairedDifference> difference(Network network, ReportMetric metric) {
        return differences
                .computeIfAbsent(network, any -> new EnumMap<>(ReportMetric.class))
                .computeIfAbsent(metric, any -> computeDifference(network, metric));
    }

    private Optional<PairedDifference> computeDifference(Network network, ReportMetric metric) {
        return isReference(network)
                ? Optional.empty()
                : PairedDifference.of(observations(network, metric), observations(reference(network), metric));
    }

    /** Of the mean over all data sets; empty where one lacks the network or the reference. */
    Optional<PairedDifference> meanDifference(Network network, ReportMetric metric) {
        return meanDifferences
                .computeIfAbsent(network, any -> new EnumMap<>(ReportMetric.class))
                .computeIfAbsent(metric, any -> computeMeanDifference(network, metric));
    }

    private Optional<PairedDifference> computeMeanDifference(Network network, ReportMetric metric) {
        if (isReference(network)) {
            return Optional.empty();
        }
        List<double[][]> differences = new ArrayList<>();
        for (String data : dataSets()) {
            Network there = network.on(data);
            differences.add(observations(there, metric).minus(observations(reference(there), metric)));
        }
        return PairedDifference.ofMean(differences);
    }

    /** The p values of the networks of a data set, corrected for their number; NaN where there is no test. */
    Map<Network, Double> corrected(String data, ReportMetric metric) {
        Map<Network, Double> tested = new LinkedHashMap<>();
        for (Network network : networks(data)) {
            difference(network, metric).ifPresent(found -> tested.put(network, found.p()));
        }
        double[] corrected = Holm.correct(
                tested.values().stream().mapToDouble(Double::doubleValue).toArray());
        int i = 0;
        for (Map.Entry<Network, Double> entry : tested.entrySet()) {
            entry.setValue(corrected[i++]);
        }
        return tested;
    }

    /**
     * The mean rank of each network of a data set among those that have the same seeds: 1 is best, equal values share
     * theirs. Only images and seeds that all of them have count; NaN where there are none.
     */
    Map<Network, Double> ranks(String data, ReportMetric metric) {
        List<Network> networks = networks(data);
        List<Observations> observations =
                networks.stream().map(network -> observations(network, metric)).collect(Collectors.toList());
        return new Ranks(observations, metric.isHigherBetter()).of(networks);
    }
}
