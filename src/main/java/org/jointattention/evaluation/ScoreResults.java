package org.jointattention.evaluation;

import ij.measure.ResultsTable;
import java.util.List;

/** Scores as ImageJ's table of results. */
public final class ScoreResults {
    private static final int DECIMALS = 4;
    private static final int WORDS_BEFORE = 4;
    private static final int WORDS_AFTER = 2;

    private ScoreResults() {}

    /** Adds the rows of a table below those that are there; what is not defined stays empty. */
    public static void append(ScoreTable scores, ResultsTable results) {
        results.showRowNumbers(false);
        results.setPrecision(DECIMALS);
        List<String> columns = scores.columns();
        for (List<String> row : scores.records()) {
            results.addRow();
            for (int i = 0; i < row.size(); i++) {
                boolean word = i < WORDS_BEFORE || i >= row.size() - WORDS_AFTER;
                add(results, columns.get(i), row.get(i), word);
            }
        }
    }

    private static void add(ResultsTable results, String column, String value, boolean word) {
        if (word || value.isEmpty()) {
            results.addValue(column, value);
        } else {
            results.addValue(column, Double.parseDouble(value));
        }
    }
}
