package org.jointattention.training;

import java.util.Locale;

/** One validation, and the mean loss since the one before. */
final class HistoryRow {
    private static final int FIXED_CELLS = 4;

    final long step;
    final double seconds;
    final double loss;
    final double learningRate;
    final double[] dice;

    /** @param dice of each foreground class; NaN where it could not be measured */
    HistoryRow(long step, double seconds, double loss, double learningRate, double[] dice) {
        this.step = step;
        this.seconds = seconds;
        this.loss = loss;
        this.learningRate = learningRate;
        this.dice = dice.clone();
    }

    String csv() {
        StringBuilder line =
                new StringBuilder(String.format(Locale.ROOT, "%d,%.1f,%s,%s", step, seconds, loss, learningRate));
        for (double value : dice) {
            line.append(',').append(value);
        }
        return line.toString();
    }

    /** @throws NumberFormatException if the line is none that {@link #csv} wrote for so many classes */
    static HistoryRow parse(String line, int foregroundClasses) {
        String[] cells = line.split(",", -1);
        if (cells.length != FIXED_CELLS + foregroundClasses) {
            throw new NumberFormatException("'" + line + "' has " + cells.length + " cells.");
        }
        double[] dice = new double[foregroundClasses];
        for (int k = 0; k < dice.length; k++) {
            dice[k] = Double.parseDouble(cells[FIXED_CELLS + k]);
        }
        return new HistoryRow(
                Long.parseLong(cells[0]),
                Double.parseDouble(cells[1]),
                Double.parseDouble(cells[2]),
                Double.parseDouble(cells[3]),
                dice);
    }
}
