package org.jointattention.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jointattention.image.LineChart;
import org.jointattention.model.LabelClass;

/** How loss and validation Dice went: as CSV text and as a picture of the curves. */
final class History {
    private final List<LabelClass> foreground;
    private final List<HistoryRow> rows = new ArrayList<>();

    History(List<LabelClass> classes) {
        this.foreground = List.copyOf(classes.subList(1, classes.size()));
    }

    /** @param score NaN for each class where nothing could be validated */
    void add(long step, double seconds, double loss, double learningRate, ValidationScore score) {
        double[] dice = new double[foreground.size()];
        for (int k = 0; k < dice.length; k++) {
            dice[k] = score.dice(k + 1);
        }
        rows.add(new HistoryRow(step, seconds, loss, learningRate, dice));
    }

    /** The step of the last row; 0 where there is none. */
    long lastStep() {
        return rows.isEmpty() ? 0 : rows.get(rows.size() - 1).step;
    }

    /** When the last row's validation ended, in seconds of training; 0 where there is none. */
    double lastSeconds() {
        return rows.isEmpty() ? 0 : rows.get(rows.size() - 1).seconds;
    }

    /** Step, seconds, loss, learning rate, and the Dice of each foreground class; one line a validation. */
    String csv() {
        StringBuilder text = new StringBuilder("step,seconds,loss,learning_rate");
        for (LabelClass label : foreground) {
            text.append(",dice_").append(label.name().replaceAll("[\",\\p{Cntrl}]", " "));
        }
        text.append('\n');
        rows.forEach(row -> text.append(row.csv()).append('\n'));
        return text.toString();
    }

    /**
     * Takes over the rows of a text that {@link #csv} gave.
     *
     * @throws NumberFormatException if it is another text
     */
    void restore(String csv) {
        rows.clear();
        csv.lines().skip(1).forEach(line -> rows.add(HistoryRow.parse(line, foreground.size())));
    }

    /** Loss and Dice over the steps. */
    LineChart chart() {
        List<LineChart.Panel> panels = new ArrayList<>();
        panels.add(new LineChart.Panel("Step", "Loss", List.of(series("training loss", row -> row.loss))));
        List<LineChart.Series> dice = new ArrayList<>();
        for (int k = 0; k < foreground.size(); k++) {
            int index = k;
            if (rows.stream().anyMatch(row -> !Double.isNaN(row.dice[index]))) {
                dice.add(series(foreground.get(k).name(), row -> row.dice[index]));
            }
        }
        if (!dice.isEmpty()) {
            panels.add(new LineChart.Panel("Step", "Validation Dice", dice));
        }
        return new LineChart("Training", panels);
    }

    private LineChart.Series series(String name, ToDoubleFunction<HistoryRow> value) {
        return new LineChart.Series(
                name,
                rows.stream().mapToDouble(row -> row.step).toArray(),
                rows.stream().mapToDouble(value).toArray());
    }
}
