package org.jointattention.comparison;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jointattention.files.CsvFile;

/** The numbers of a report for other programs, with all their digits. */
final class ReportTables {
    private final Findings findings;
    private final List<String> contrasts;

    /** @param contrasts attentions that the others are compared with beside the reference */
    ReportTables(Findings findings, List<String> contrasts) {
        this.findings = findings;
        this.contrasts = List.copyOf(contrasts);
    }

    /** A row a network and data set. */
    void writeSummary(Path file) {
        List<List<String>> records = new ArrayList<>();
        List<String> titles = new ArrayList<>(List.of("data", "backbone", "attention", "seeds", "parameters"));
        for (ReportMetric metric : findings.metrics()) {
            titles.addAll(List.of(metric.key(), metric.key() + "_sd"));
        }
        titles.addAll(List.of("gflop", "milliseconds", "megabytes", "objects", "not_hit", "not_drawn"));
        records.add(titles);
        findings.dataSets().forEach(data -> findings.networks(data).forEach(network -> records.add(summary(network))));
        new CsvFile(file).write(records);
    }

    private List<String> summary(Network network) {
        List<CellResult> results = findings.results(network);
        List<String> record = new ArrayList<>(List.of(
                network.data(),
                network.backbone(),
                network.attention(),
                Integer.toString(results.size()),
                results.get(0).figures().text(CellFigures.PARAMETERS)));
        for (ReportMetric metric : findings.metrics()) {
            Observations observations = findings.observations(network, metric);
            record.add(text(observations.mean() / metric.factor()));
            record.add(text(observations.spread() / metric.factor()));
        }
        Optional<NetworkCost> cost = findings.cost(network);
        record.add(cost.map(found -> text(found.gflop())).orElse(""));
        record.add(cost.map(found -> text(found.milliseconds())).orElse(""));
        record.add(cost.map(found -> text(found.megabytes().orElse(Double.NaN))).orElse(""));
        MissedObjects missed = new MissedObjects(results);
        for (int count : new int[] {missed.all(), missed.notHit(), missed.notDrawn()}) {
            record.add(Integer.toString(count));
        }
        return record;
    }

    /**
     * A row a network, data set, metric and network that it is compared with; the data set of means over all is called
     * {@code mean}.
     */
    void writeDifferences(Path file) {
        List<List<String>> records = new ArrayList<>();
        records.add(List.of(
                "data",
                "backbone",
                "attention",
                "compared_with",
                "metric",
                "seeds",
                "images",
                "difference",
                "low",
                "high",
                "p",
                "p_holm"));
        addDifferences(findings, records);
        contrasts.forEach(contrast -> addDifferences(findings.against(contrast), records));
        new CsvFile(file).write(records);
    }

    private static void addDifferences(Findings findings, List<List<String>> records) {
        for (String data : findings.dataSets()) {
            for (ReportMetric metric : findings.metrics()) {
                findings.corrected(data, metric)
                        .forEach((network, p) -> findings.difference(network, metric)
                                .ifPresent(found ->
                                        records.add(record(data, network, findings.reference(), metric, found, p))));
            }
        }
        for (Network network : findings.averaged()) {
            for (ReportMetric metric : findings.metrics()) {
                findings.meanDifference(network, metric)
                        .ifPresent(found ->
                                records.add(record("mean", network, findings.reference(), metric, found, Double.NaN)));
            }
        }
    }

    private static List<String> record(
            String data,
            Network network,
            String reference,
            ReportMetric metric,
            PairedDifference found,
            double corrected) {
        return List.of(
                data,
                network.backbone(),
                network.attention(),
                reference,
                metric.key(),
                Integer.toString(found.seeds()),
                Integer.toString(found.images()),
                text(found.mean() / metric.factor()),
                text(found.low() / metric.factor()),
                text(found.high() / metric.factor()),
                text(found.p()),
                text(corrected));
    }

    /** A row a cell, image and class. */
    void writeScores(Path file) {
        List<List<String>> records = new ArrayList<>();
        List<String> titles = new ArrayList<>(
                List.of("data", "backbone", "attention", "seed", "image", "slice", "class", "tp", "fp", "fn"));
        for (ReportMetric metric : findings.metrics()) {
            titles.add(metric.key());
        }
        records.add(titles);
        for (String data : findings.dataSets()) {
            for (Network network : findings.networks(data)) {
                findings.results(network).forEach(result -> addScores(result, records));
            }
        }
        new CsvFile(file).write(records);
    }

    private void addScores(CellResult result, List<List<String>> records) {
        Cell cell = result.cell();
        for (CellScore score : result.scores()) {
            List<String> record = new ArrayList<>(List.of(
                    cell.data(),
                    cell.backbone(),
                    cell.attention(),
                    Long.toString(cell.seed()),
                    score.image(),
                    Integer.toString(score.slice()),
                    Integer.toString(score.classId()),
                    Long.toString(score.counts().truePositives()),
                    Long.toString(score.counts().falsePositives()),
                    Long.toString(score.counts().falseNegatives())));
            for (ReportMetric metric : findings.metrics()) {
                record.add(text(score.value(metric.key()).orElse(Double.NaN)));
            }
            records.add(record);
        }
    }

    private static String text(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
