package org.jointattention.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A comparison in words and tables, as Markdown. */
final class ReportText {
    private static final double SMALLEST_P = 0.001;

    private final Findings findings;
    private final String reference;
    private final StringBuilder text = new StringBuilder();

    ReportText(Findings findings, String reference) {
        this.findings = findings;
        this.reference = reference;
    }

    /**
     * @param description of what was kept equal; sentences
     * @param missing cells that are not finished; a line each
     */
    String write(String title, List<String> description, List<String> missing) {
        line("# " + title);
        new Conclusions(findings, name(reference)).sentences().forEach(sentence -> line("- " + sentence));
        line("");
        description.forEach(sentence -> line(sentence + "\n"));
        line(
                "Values are means over the test images, then over seeds, with the standard deviation over seeds (±). Differences are"
                        + " to `" + name(reference)
                        + "` on the same images with the same seeds, with the 95 % interval of a bootstrap"
                        + " over seeds and images; p is of a randomisation test over images, corrected after Holm for the number of"
                        + " networks. Rank is the mean over images and seeds (1 is best). See docs/comparing.md.\n");
        for (String data : findings.dataSets()) {
            dataSet(data);
        }
        if (!findings.averaged().isEmpty()) {
            overAll();
        }
        costs();
        missing(missing);
        return text.toString();
    }

    private void line(String words) {
        text.append(words).append('\n');
    }

    private static String name(String attention) {
        return new Network("", "", attention).label();
    }

    private void dataSet(String data) {
        line("## " + data + "\n");
        List<String> titles = new ArrayList<>(List.of("network", "seeds"));
        for (ReportMetric metric : findings.metrics()) {
            titles.add(metric.title());
        }
        titles.addAll(List.of("rank (Dice)", "rank (boundary F1)"));
        MarkdownTable values = new MarkdownTable(titles);
        Map<Network, Double> diceRanks = findings.ranks(data, ReportMetric.DICE);
        Map<Network, Double> borderRanks = findings.ranks(data, ReportMetric.BOUNDARY_F1);
        for (Network network : findings.networks(data)) {
            List<String> row = new ArrayList<>(List.of(
                    label(network), Integer.toString(findings.results(network).size())));
            for (ReportMetric metric : findings.metrics()) {
                row.add(value(findings.observations(network, metric), metric));
            }
            row.add(number("%.2f", diceRanks.get(network)));
            row.add(number("%.2f", borderRanks.get(network)));
            values.row(row);
        }
        line(values.toString());
        differences(data);
    }

    private void differences(String data) {
        List<String> titles = new ArrayList<>(List.of("difference to " + name(reference), "seeds x images"));
        for (ReportMetric metric : findings.metrics()) {
            titles.add(metric.title());
        }
        titles.addAll(List.of("p (Dice)", "p (boundary F1)"));
        MarkdownTable table = new MarkdownTable(titles);
        Map<Network, Double> diceP = findings.corrected(data, ReportMetric.DICE);
        Map<Network, Double> borderP = findings.corrected(data, ReportMetric.BOUNDARY_F1);
        for (Network network : findings.networks(data)) {
            Optional<PairedDifference> dice = findings.difference(network, ReportMetric.DICE);
            if (dice.isPresent()) {
                List<String> row = new ArrayList<>(List.of(
                        label(network), dice.get().seeds() + " x " + dice.get().images()));
                for (ReportMetric metric : findings.metrics()) {
                    row.add(difference(findings.difference(network, metric), metric));
                }
                row.add(p(diceP.get(network)));
                row.add(p(borderP.get(network)));
                table.row(row);
            }
        }
        line(table.toString());
    }

    private void overAll() {
        line("## Mean over the data sets\n");
        line("Each data set counts the same; only networks that all of them have.\n");
        List<String> titles = new ArrayList<>(List.of("difference to " + name(reference), "seeds"));
        for (ReportMetric metric : findings.metrics()) {
            titles.add(metric.title());
        }
        MarkdownTable table = new MarkdownTable(titles);
        for (Network network : findings.averaged()) {
            Optional<PairedDifference> dice = findings.meanDifference(network, ReportMetric.DICE);
            if (dice.isPresent()) {
                List<String> row = new ArrayList<>(
                        List.of(label(network), Integer.toString(dice.get().seeds())));
                for (ReportMetric metric : findings.metrics()) {
                    row.add(difference(findings.meanDifference(network, metric), metric));
                }
                table.row(row);
            }
        }
        line(table.toString());
    }

    private void costs() {
        line("## Networks\n");
        MarkdownTable table = new MarkdownTable(
                "data set",
                "network",
                "weights",
                "base width, growth",
                "GFLOP a tile",
                "ms a tile",
                "memory (MB)",
                "measured on",
                "trained on");
        for (String data : findings.dataSets()) {
            for (Network network : findings.networks(data)) {
                CellFigures figures = findings.results(network).get(0).figures();
                Optional<NetworkCost> cost = findings.cost(network);
                table.row(
                        data,
                        label(network),
                        figures.text(CellFigures.PARAMETERS),
                        figures.text(CellFigures.BASE_WIDTH) + ", " + figures.text(CellFigures.GROWTH),
                        cost.map(found -> number("%.2f", found.gflop())).orElse(""),
                        cost.map(found -> number("%.1f", found.milliseconds())).orElse(""),
                        cost.map(found -> number("%.0f", found.megabytes())).orElse(""),
                        cost.map(NetworkCost::device).orElse("not measured"),
                        figures.text(CellFigures.DEVICE));
            }
        }
        line(table.toString());
    }

    private void missing(List<String> lines) {
        if (!lines.isEmpty()) {
            line("## Missing\n");
            line(
                    "These cells of the plan are not finished; where a network lacks a seed, it is compared over the others.\n");
            lines.forEach(cell -> line("- " + cell.replace("\n", " ")));
        }
    }

    private static String label(Network network) {
        return network.backbone().equals("denseunet") ? network.label() : network.backbone() + " " + network.label();
    }

    private static String value(Observations observations, ReportMetric metric) {
        String spread = metric.text(observations.spread());
        return metric.text(observations.mean()) + (spread.isEmpty() ? "" : " ± " + spread);
    }

    private static String difference(Optional<PairedDifference> difference, ReportMetric metric) {
        return difference
                .map(found -> metric.difference(found.mean()) + " (" + metric.difference(found.low()) + " to "
                        + metric.difference(found.high()) + ")" + (found.isClear() ? " *" : ""))
                .orElse("");
    }

    private static String p(Double value) {
        if (value == null) {
            return "";
        }
        return value < SMALLEST_P ? "< 0.001" : number("%.3f", value);
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
    }

    private static String number(String format, OptionalDouble value) {
        return value.isPresent() ? number(format, value.getAsDouble()) : "";
    }
}
