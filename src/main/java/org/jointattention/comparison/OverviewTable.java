package org.jointattention.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All networks over all data sets in one table of Markdown: what most readers want to know. */
final class OverviewTable {
    private static final List<ReportMetric> SHOWN = List.of(ReportMetric.DICE, ReportMetric.BOUNDARY_F1);

    private final Findings findings;
    private final List<String> data;

    /** @param findings of at least one data set */
    OverviewTable(Findings findings) {
        this.findings = findings;
        this.data = new ArrayList<>(findings.dataSets());
    }

    /** A row a network of the first data set; the difference is that of the mean over the data sets. */
    String text() {
        List<String> titles = new ArrayList<>(List.of("network", "seeds"));
        for (ReportMetric metric : SHOWN) {
            data.forEach(name -> titles.add(metric.title() + ", " + name));
        }
        titles.add("mean Dice, difference to " + Network.label(findings.reference()));
        MarkdownTable table = new MarkdownTable(titles);
        findings.networks(data.get(0)).forEach(network -> table.row(row(network)));
        return table.toString();
    }

    private List<String> row(Network network) {
        List<String> row = new ArrayList<>(List.of(network.title(), seeds(network)));
        for (ReportMetric metric : SHOWN) {
            data.forEach(name -> row.add(metric.value(findings.observations(network.on(name), metric))));
        }
        row.add(DifferenceTables.text(findings.meanDifference(network, ReportMetric.DICE), ReportMetric.DICE));
        return row;
    }

    /** Of each data set, or one number where they agree. */
    private String seeds(Network network) {
        List<String> counts = data.stream()
                .map(name -> Integer.toString(findings.results(network.on(name)).size()))
                .collect(Collectors.toList());
        return counts.stream().distinct().count() == 1 ? counts.get(0) : String.join(", ", counts);
    }
}
