package org.jointattention.benchmark;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jointattention.files.CsvFile;

/** Shows rows as they come, in columns of fixed width, and keeps the CSV file up to date. */
public final class BenchmarkTable {
    private static final int LEAST_WIDTH = 9;

    private final PrintWriter out;
    private final CsvFile csv;
    private final List<List<String>> records = new ArrayList<>();
    private String shown = "";

    /** @param csv the file to write, or null for none */
    public BenchmarkTable(PrintWriter out, CsvFile csv) {
        this.out = out;
        this.csv = csv;
        records.add(BenchmarkColumn.csvNames());
    }

    public void add(BenchmarkRow row) {
        List<BenchmarkColumn> columns = columns(row);
        String kind = row.get(BenchmarkColumn.KIND);
        if (!kind.equals(shown)) {
            out.println(
                    (shown.isEmpty() ? "" : System.lineSeparator()) + kind + " of " + row.get(BenchmarkColumn.NETWORK));
            print(columns, BenchmarkColumn::title);
            shown = kind;
        }
        print(columns, row::get);
        records.add(row.fields());
        if (csv != null) {
            csv.write(records);
        }
    }

    private void print(List<BenchmarkColumn> columns, Function<BenchmarkColumn, String> values) {
        StringBuilder line = new StringBuilder();
        for (BenchmarkColumn column : columns) {
            String value = values.apply(column);
            int width = Math.max(LEAST_WIDTH, column.title().length());
            line.append(String.format("%" + width + "s  ", value.isEmpty() ? "-" : value));
        }
        out.println(line.toString().stripTrailing());
        out.flush();
    }

    private static List<BenchmarkColumn> columns(BenchmarkRow row) {
        List<BenchmarkColumn> columns = new ArrayList<>(Arrays.asList(BenchmarkColumn.values()));
        columns.removeAll(Arrays.asList(BenchmarkColumn.KIND, BenchmarkColumn.NETWORK));
        boolean training = row.get(BenchmarkColumn.KIND).equals(BenchmarkCase.Kind.TRAINING.toString());
        columns.removeAll(
                training
                        ? Arrays.asList(
                                BenchmarkColumn.PRECISION,
                                BenchmarkColumn.WORK,
                                BenchmarkColumn.RATE,
                                BenchmarkColumn.PEAK,
                                BenchmarkColumn.SHARE)
                        : Arrays.asList(
                                BenchmarkColumn.BATCH,
                                BenchmarkColumn.AUGMENTATION,
                                BenchmarkColumn.AUGMENTATION_SHARE,
                                BenchmarkColumn.WAITED));
        return columns;
    }
}
