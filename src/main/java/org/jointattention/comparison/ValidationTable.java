package org.jointattention.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The validation Dice of the networks, by which one may choose among them: their mean over the seeds that all networks of
 * a data set have.
 */
final class ValidationTable {
    private final Findings findings;

    ValidationTable(Findings findings) {
        this.findings = findings;
    }

    /** Networks by data set; those of which it is not known are left out. */
    Map<Network, Double> values(String data) {
        Map<Network, Double> values = new LinkedHashMap<>();
        TreeSet<Long> common = common(data);
        for (Network network : findings.networks(data)) {
            mean(network, common).ifPresent(value -> values.put(network, value));
        }
        return values;
    }

    /** The seeds that all networks of a data set have. */
    TreeSet<Long> common(String data) {
        TreeSet<Long> common = null;
        for (Network network : findings.networks(data)) {
            TreeSet<Long> seeds = findings.results(network).stream()
                    .map(result -> result.cell().seed())
                    .collect(Collectors.toCollection(TreeSet::new));
            if (common == null) {
                common = seeds;
            } else {
                common.retainAll(seeds);
            }
        }
        return common == null ? new TreeSet<>() : common;
    }

    private OptionalDouble mean(Network network, TreeSet<Long> seeds) {
        List<OptionalDouble> found = findings.results(network).stream()
                .filter(result -> seeds.contains(result.cell().seed()))
                .map(result -> result.figures().number(CellFigures.VALIDATION_DICE))
                .collect(Collectors.toList());
        return found.stream().allMatch(OptionalDouble::isPresent)
                ? found.stream().mapToDouble(OptionalDouble::getAsDouble).average()
                : OptionalDouble.empty();
    }

    /** As Markdown: a row a network of the first data set, a column a data set, and the mean where there are several. */
    String text() {
        List<String> data = new ArrayList<>(findings.dataSets());
        List<Map<Network, Double>> values = data.stream().map(this::values).collect(Collectors.toList());
        List<String> titles = new ArrayList<>(List.of("network"));
        data.forEach(name -> titles.add(name + " (seeds " + seeds(name) + ")"));
        if (data.size() > 1) {
            titles.add("mean");
        }
        MarkdownTable table = new MarkdownTable(titles);
        for (Network network : findings.networks(data.get(0))) {
            List<Double> row = new ArrayList<>();
            for (int i = 0; i < data.size(); i++) {
                row.add(values.get(i).getOrDefault(network.on(data.get(i)), Double.NaN));
            }
            if (data.size() > 1) {
                row.add(row.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN));
            }
            List<String> cells = new ArrayList<>(List.of(network.title()));
            row.forEach(value -> cells.add(value.isNaN() ? "" : String.format(Locale.ROOT, "%.4f", value)));
            table.row(cells);
        }
        return table.toString();
    }

    private String seeds(String data) {
        return common(data).stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
