package org.jointattention.comparison;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jointattention.evaluation.ConfusionCounts;
import org.jointattention.files.CsvFile;

/** Reads the rows of single images from a table that {@link org.jointattention.evaluation.ScoreTable} wrote. */
final class CellScores {
    private final Path file;

    CellScores(Path file) {
        this.file = file;
    }

    /** @throws ComparisonException if it is no such table */
    List<CellScore> read() {
        List<List<String>> records = new CsvFile(file).read();
        List<CellScore> scores = new ArrayList<>();
        try {
            for (List<String> record : records.subList(1, records.size())) {
                Map<String, String> row = row(records.get(0), record);
                if (row.get("scope").equals("image")) {
                    scores.add(score(row));
                }
            }
        } catch (RuntimeException e) {
            throw new ComparisonException(
                    "The table " + file + " is damaged. Delete its folder, so that the cell is computed again.", e);
        }
        return scores;
    }

    private static Map<String, String> row(List<String> columns, List<String> record) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), record.get(i));
        }
        return row;
    }

    private static CellScore score(Map<String, String> row) {
        ConfusionCounts counts =
                new ConfusionCounts(count(row, "tp"), count(row, "fp"), count(row, "fn"), count(row, "tn"));
        Map<String, Double> values = new LinkedHashMap<>();
        row.forEach((column, text) -> {
            if (!text.isEmpty() && text.matches("[-+.\\dEe]+|NaN|Infinity")) {
                values.put(column, Double.valueOf(text));
            }
        });
        return new CellScore(
                row.get("image"),
                Integer.parseInt(row.get("slice")),
                Integer.parseInt(row.get("class")),
                counts,
                values);
    }

    private static long count(Map<String, String> row, String column) {
        return Long.parseLong(row.get(column));
    }
}
