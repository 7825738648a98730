package org.jointattention.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** A comparison in words and tables, as Markdown. */
final class ReportText {
    private final Findings findings;
    private final List<String> contrasts;
    private final DifferenceTables differences;
    private final StringBuilder text = new StringBuilder();

    /** @param contrasts attentions that the others are compared with beside the reference */
    ReportText(Findings findings, List<String> contrasts) {
        this.findings = findings;
        this.contrasts = List.copyOf(contrasts);
        this.differences = new DifferenceTables(findings);
    }

    /**
     * @param description of what was kept equal; sentences
     * @param missing cells that are not finished; a line each
     */
    String write(String title, List<String> description, List<String> missing) {
        String reference = Network.label(findings.reference());
        line("# " + title);
        new Conclusions(findings, reference).sentences().forEach(sentence -> line("- " + sentence));
        line("");
        description.forEach(sentence -> line(sentence + "\n"));
        line(
                "Values are means over the test images, then over seeds, with the standard deviation over seeds (±). Differences are"
                        + " to `" + reference
                        + "` on the same images with the same seeds, with the 95 % interval of a bootstrap"
                        + " over seeds and images; p is of a randomisation test over images, corrected after Holm for the number of"
                        + " networks. Not hit are classes of images of which no pixel was found, not drawn those of which"
                        + " there is none in the result. Rank is the mean over images and seeds (1 is best). See"
                        + " docs/comparing.md.\n");
        if (findings.dataSets().size() > 1) {
            line("## Overview\n");
            line(new OverviewTable(findings).text());
        }
        findings.dataSets().forEach(this::dataSet);
        differences.ofMean().ifPresent(this::overAll);
        contrasts.forEach(this::contrast);
        if (!findings.dataSets().isEmpty()) {
            validation();
        }
        costs();
        missing(missing);
        return text.toString();
    }

    private void line(String words) {
        text.append(words).append('\n');
    }

    private void dataSet(String data) {
        line("## " + data + "\n");
        List<String> titles = new ArrayList<>(List.of("network", "seeds"));
        for (ReportMetric metric : findings.metrics()) {
            titles.add(metric.title());
        }
        titles.addAll(List.of("not hit", "not drawn", "rank (Dice)", "rank (boundary F1)"));
        MarkdownTable values = new MarkdownTable(titles);
        Map<Network, Double> diceRanks = findings.ranks(data, ReportMetric.DICE);
        Map<Network, Double> borderRanks = findings.ranks(data, ReportMetric.BOUNDARY_F1);
        for (Network network : findings.networks(data)) {
            List<String> row = new ArrayList<>(List.of(
                    network.title(), Integer.toString(findings.results(network).size())));
            for (ReportMetric metric : findings.metrics()) {
                row.add(metric.value(findings.observations(network, metric)));
            }
            MissedObjects missed = new MissedObjects(findings.results(network));
            row.add(missed.notHit() + " of " + missed.all());
            row.add(missed.notDrawn() + " of " + missed.all());
            row.add(number("%.2f", diceRanks.get(network)));
            row.add(number("%.2f", borderRanks.get(network)));
            values.row(row);
        }
        line(values.toString());
        differences.on(data).ifPresent(this::line);
    }

    private void overAll(String table) {
        line("## Mean over the data sets\n");
        line("Each data set counts the same; only networks that all of them have.\n");
        line(table);
    }

    /** The same tables against another network of interest. */
    private void contrast(String attention) {
        line("## Compared with " + Network.label(attention) + "\n");
        DifferenceTables tables = new DifferenceTables(findings.against(attention));
        findings.dataSets().forEach(data -> tables.on(data).ifPresent(table -> line(data + ":\n\n" + table)));
        tables.ofMean().ifPresent(table -> line("Mean over the data sets:\n\n" + table));
    }

    private void validation() {
        line("## Validation\n");
        line(
                "Dice on the validation images, which chose the step of the weights that were kept, as the mean over the seeds that all"
                        + " networks have. What is chosen among networks is to be chosen by these, not by the test images.\n");
        line(new ValidationTable(findings).text());
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
                        network.title(),
                        figures.text(CellFigures.PARAMETERS),
                        widths(network, figures),
                        cost.map(found -> number("%.2f", found.gflop())).orElse(""),
                        cost.map(found -> number("%.1f", found.milliseconds())).orElse(""),
                        cost.map(found -> number("%.0f", found.megabytes())).orElse(""),
                        cost.map(NetworkCost::device).orElse("not measured"),
                        devices(network));
            }
        }
        line(table.toString());
    }

    /** Only one backbone has growth; of the others the bottleneck may have a width of its own. */
    private static String widths(Network network, CellFigures figures) {
        String base = figures.text(CellFigures.BASE_WIDTH);
        if (network.backbone().equals("denseunet")) {
            return base + ", " + figures.text(CellFigures.GROWTH);
        }
        String bottleneck = figures.text(CellFigures.BOTTLENECK_WIDTH);
        return bottleneck.isEmpty() ? base : base + ", bottleneck " + bottleneck;
    }

    private String devices(Network network) {
        return findings.results(network).stream()
                .map(result -> result.figures().text(CellFigures.DEVICE))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private void missing(List<String> lines) {
        if (!lines.isEmpty()) {
            line("## Missing\n");
            line(
                    "These cells of the plan are not finished; where a network lacks a seed, it is compared over the others.\n");
            lines.forEach(cell -> line("- " + cell.replace("\n", " ")));
        }
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
    }

    private static String number(String format, OptionalDouble value) {
        return value.isPresent() ? number(format, value.getAsDouble()) : "";
    }
}
