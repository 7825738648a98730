package org.jointattention.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Differences to one network with their intervals, as tables in Markdown. */
final class DifferenceTables {
    private static final double SMALLEST_P = 0.001;

    private final Findings findings;

    DifferenceTables(Findings findings) {
        this.findings = findings;
    }

    /** On one data set, with the p values of two metrics; empty where there is nothing to compare. */
    Optional<String> on(String data) {
        MarkdownTable table = table("seeds x images", "p (Dice)", "p (boundary F1)");
        Map<Network, Double> diceP = findings.corrected(data, ReportMetric.DICE);
        Map<Network, Double> borderP = findings.corrected(data, ReportMetric.BOUNDARY_F1);
        boolean any = false;
        for (Network network : findings.networks(data)) {
            Optional<PairedDifference> dice = findings.difference(network, ReportMetric.DICE);
            if (dice.isPresent()) {
                any = true;
                List<String> row =
                        row(network, dice.get().seeds() + " x " + dice.get().images());
                findings.metrics().forEach(metric -> row.add(text(findings.difference(network, metric), metric)));
                row.add(p(diceP.get(network)));
                row.add(p(borderP.get(network)));
                table.row(row);
            }
        }
        return any ? Optional.of(table.toString()) : Optional.empty();
    }

    /** Of the mean over the data sets; empty where there is nothing to compare. */
    Optional<String> ofMean() {
        MarkdownTable table = table("seeds");
        boolean any = false;
        for (Network network : findings.averaged()) {
            Optional<PairedDifference> dice = findings.meanDifference(network, ReportMetric.DICE);
            if (dice.isPresent()) {
                any = true;
                List<String> row = row(network, Integer.toString(dice.get().seeds()));
                findings.metrics().forEach(metric -> row.add(text(findings.meanDifference(network, metric), metric)));
                table.row(row);
            }
        }
        return any ? Optional.of(table.toString()) : Optional.empty();
    }

    private MarkdownTable table(String count, String... more) {
        List<String> titles = new ArrayList<>(List.of("difference to " + Network.label(findings.reference()), count));
        findings.metrics().forEach(metric -> titles.add(metric.title()));
        titles.addAll(List.of(more));
        return new MarkdownTable(titles);
    }

    private static List<String> row(Network network, String count) {
        return new ArrayList<>(List.of(network.title(), count));
    }

    /** With the interval, and a star where it has 0 on one side; empty for none. */
    static String text(Optional<PairedDifference> difference, ReportMetric metric) {
        return difference
                .map(found -> metric.difference(found.mean()) + " (" + metric.difference(found.low()) + " to "
                        + metric.difference(found.high()) + ")" + (found.isClear() ? " *" : ""))
                .orElse("");
    }

    private static String p(Double value) {
        if (value == null || value.isNaN()) {
            return "";
        }
        return value < SMALLEST_P ? "< 0.001" : String.format(Locale.ROOT, "%.3f", value);
    }
}
