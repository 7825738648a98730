package org.jointattention.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointattention.files.CsvFile;

/**
 * The scores of images as a table: a row for each class of each image, then the rows pooled over images (counts
 * summed) and the means over images, each by class and averaged over the foreground classes.
 */
public final class ScoreTable {
    /** Stands for a class id where a row is averaged over the foreground classes. */
    public static final String FOREGROUND = "foreground";

    private final List<Metric> metrics;
    private final List<ScoreRow> rows;

    public ScoreTable(EvaluationScores scores) {
        this.metrics = scores.metrics();
        this.rows = Collections.unmodifiableList(rows(scores));
    }

    private static List<ScoreRow> rows(EvaluationScores scores) {
        List<ScoreRow> rows = new ArrayList<>();
        for (ImageScore image : scores.images()) {
            for (ClassScore score : image.classes()) {
                List<OptionalDouble> values =
                        scores.metrics().stream().map(score::value).collect(Collectors.toList());
                rows.add(ScoreRow.ofImage(image, score, values));
            }
        }
        ScoreSummary summary = new ScoreSummary(scores);
        rows.addAll(summary.pooled());
        rows.addAll(summary.means());
        return rows;
    }

    public List<ScoreRow> rows() {
        return rows;
    }

    /**
     * Writes all rows as UTF-8 text after RFC 4180, numbers with a point and all their digits, undefined values empty.
     *
     * @throws java.io.UncheckedIOException if the file cannot be written; what was there before is then still there
     */
    public void writeCsv(Path file) {
        List<List<String>> records = new ArrayList<>();
        records.add(columns());
        records.addAll(records());
        new CsvFile(file).write(records);
    }

    /** All rows as text, in the order of the columns: numbers with a point and all their digits, undefined ones empty. */
    public List<List<String>> records() {
        return rows.stream().map(ScoreTable::csvRecord).collect(Collectors.toList());
    }

    /** The names of the columns. */
    public List<String> columns() {
        return join(
                Arrays.asList("scope", "image", "slice", "class", "tp", "fp", "fn", "tn"),
                metrics.stream().map(Metric::key).collect(Collectors.toList()),
                Arrays.asList("unit", "flag"));
    }

    private static List<String> csvRecord(ScoreRow row) {
        return join(
                Arrays.asList(scope(row), row.image(), row.slice(), row.classId()),
                row.counts().map(ScoreTable::counts).orElse(Arrays.asList("", "", "", "")),
                row.values().stream().map(ScoreTable::exact).collect(Collectors.toList()),
                Arrays.asList(row.unit(), row.flag()));
    }

    private static List<String> counts(ConfusionCounts counts) {
        return Stream.of(
                        counts.truePositives(),
                        counts.falsePositives(),
                        counts.falseNegatives(),
                        counts.trueNegatives())
                .map(String::valueOf)
                .collect(Collectors.toList());
    }

    private static String exact(OptionalDouble value) {
        return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
    }

    /** The rows over all images for people to read, without columns that have no value. */
    public String summary() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(join(
                Arrays.asList("scope", "class"),
                metrics.stream().map(Metric::key).collect(Collectors.toList()),
                Arrays.asList("unit", "flag")));
        rows.stream()
                .filter(row -> row.scope() != ScoreRow.Scope.IMAGE)
                .forEach(row -> lines.add(join(
                        Arrays.asList(scope(row), row.classId()),
                        row.values().stream().map(ScoreTable::rounded).collect(Collectors.toList()),
                        Arrays.asList(row.unit(), row.flag()))));
        return TextTable.format(lines);
    }

    private static String scope(ScoreRow row) {
        return row.scope().name().toLowerCase(Locale.ROOT);
    }

    private static String rounded(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.4f", value.getAsDouble()) : "";
    }

    @SafeVarargs
    private static List<String> join(List<String>... parts) {
        return Stream.of(parts).flatMap(List::stream).collect(Collectors.toList());
    }
}
