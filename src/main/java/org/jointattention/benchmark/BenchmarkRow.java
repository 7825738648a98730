package org.jointattention.benchmark;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What was measured in one case. Immutable: each {@code with} method returns a changed copy. */
public final class BenchmarkRow {
    private final Map<BenchmarkColumn, String> values;

    private BenchmarkRow(Map<BenchmarkColumn, String> values) {
        this.values = values;
    }

    public static BenchmarkRow empty() {
        return new BenchmarkRow(new EnumMap<>(BenchmarkColumn.class));
    }

    public BenchmarkRow with(BenchmarkColumn column, String value) {
        Map<BenchmarkColumn, String> changed = new EnumMap<>(BenchmarkColumn.class);
        changed.putAll(values);
        changed.put(column, value);
        return new BenchmarkRow(changed);
    }

    public BenchmarkRow with(BenchmarkColumn column, long value) {
        return with(column, Long.toString(value));
    }

    public BenchmarkRow with(BenchmarkColumn column, double value, int decimals) {
        return with(column, String.format(Locale.ROOT, "%." + decimals + "f", value));
    }

    /**
     * The times of calls that handle some pixels each, and the pixels a second that follow from the median.
     *
     * @param pixels of one call
     */
    BenchmarkRow with(RunTimes times, long pixels) {
        return with(BenchmarkColumn.RUNS, times.runs())
                .with(BenchmarkColumn.FIRST, times.first() * 1e3, 2)
                .with(BenchmarkColumn.BEST, times.best() * 1e3, 2)
                .with(BenchmarkColumn.MEDIAN, times.median() * 1e3, 2)
                .with(BenchmarkColumn.SPEED, pixels / times.median() / 1e6, 3);
    }

    /** Empty where the column does not apply. */
    public String get(BenchmarkColumn column) {
        return values.getOrDefault(column, "");
    }

    /** The values of all columns, in their order. */
    List<String> fields() {
        return Arrays.stream(BenchmarkColumn.values()).map(this::get).collect(Collectors.toList());
    }

    /** For {@link #parse}; no value that is measured has a tab. */
    public String line() {
        return String.join("\t", fields());
    }

    /** @throws IllegalArgumentException if it is no {@link #line()} */
    public static BenchmarkRow parse(String line) {
        String[] fields = line.split("\t", -1);
        BenchmarkColumn[] columns = BenchmarkColumn.values();
        if (fields.length != columns.length) {
            throw new IllegalArgumentException(
                    "A row has " + fields.length + " values instead of " + columns.length + ": " + line);
        }
        BenchmarkRow row = empty();
        for (BenchmarkColumn column : columns) {
            row = row.with(column, fields[column.ordinal()]);
        }
        return row;
    }
}
