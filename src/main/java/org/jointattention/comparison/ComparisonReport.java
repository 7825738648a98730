package org.jointattention.comparison;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jointattention.files.AtomicFile;
import org.jointattention.files.FailureReason;
import org.jointattention.files.WritableFolder;
import org.jointattention.image.ImageFiles;

/** Writes what is found in the results of a comparison: Markdown, tables and pictures. */
public final class ComparisonReport {
    private final ComparisonPlan plan;
    private final Findings findings;
    private final List<String> missing;

    /**
     * @param plan what was to be compared
     * @param results of the cells that are finished
     * @param costs of the networks, as far as they were measured
     * @param missing cells that are not finished; a line each
     */
    public ComparisonReport(
            ComparisonPlan plan, List<CellResult> results, List<NetworkCost> costs, List<String> missing) {
        this.plan = plan;
        this.findings = new Findings(
                results,
                costs,
                plan.reference(),
                plan.metrics().stream().map(ReportMetric::of).collect(Collectors.toList()));
        this.missing = List.copyOf(missing);
    }

    /**
     * Writes {@code report.md}, {@code summary.csv}, {@code differences.csv}, {@code scores.csv}, {@code balance.png} and
     * {@code differences.png}; pictures only where there is something to be shown.
     *
     * @param folder made where it is missing
     * @return why there are no pictures, in a Java that cannot draw, such as one without fonts
     * @throws UncheckedIOException if something cannot be written; its message is for the user
     */
    public Optional<String> write(Path folder) {
        return write(folder, this::writePictures);
    }

    Optional<String> write(Path folder, Consumer<Path> pictures) {
        writeTexts(folder);
        try {
            pictures.accept(folder);
            return Optional.empty();
        } catch (LinkageError | InternalError e) {
            return Optional.of("The report has no pictures, since this Java cannot draw: " + FailureReason.alone(e));
        }
    }

    private void writeTexts(Path folder) {
        String text = new ReportText(findings, plan.contrasts()).write(plan.title(), plan.description(), missing);
        try {
            WritableFolder.prepare(folder);
            AtomicFile.write(folder.resolve("report.md"), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
        ReportTables tables = new ReportTables(findings, plan.contrasts());
        tables.writeSummary(folder.resolve("summary.csv"));
        tables.writeDifferences(folder.resolve("differences.csv"));
        tables.writeScores(folder.resolve("scores.csv"));
    }

    private void writePictures(Path folder) {
        if (!findings.dataSets().isEmpty()) {
            ImageFiles.savePng(new BalancePicture(findings).draw(), folder.resolve("balance.png"));
        }
        new DifferencePicture(findings, ReportMetric.DICE)
                .draw()
                .ifPresent(picture -> ImageFiles.savePng(picture, folder.resolve("differences.png")));
    }
}
