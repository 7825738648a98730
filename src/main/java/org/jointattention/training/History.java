package org.jointattention.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jointattention.image.LineChart;
import org.jointattention.model.AtomicFile;
import org.jointattention.model.LabelClass;

/** How loss and validation Dice went: a CSV file and a picture of the curves. */
public final class History {
    private final List<LabelClass> classes;
    private final List<Row> rows = new ArrayList<>();

    /** One validation and the mean loss since the one before. */
    private static final class Row {
        private final long step;
        private final double seconds;
        private final double loss;
        private final double learningRate;
        private final double[] dice;

        Row(long step, double seconds, double loss, double learningRate, double[] dice) {
            this.step = step;
            this.seconds = seconds;
            this.loss = loss;
            this.learningRate = learningRate;
            this.dice = dice;
        }

        String csv() {
            StringBuilder line =
                    new StringBuilder(String.format(Locale.ROOT, "%d,%.1f,%s,%s", step, seconds, loss, learningRate));
            for (double value : dice) {
                line.append(',').append(value);
            }
            return line.toString();
        }

        static Row parse(String line) {
            String[] cells = line.split(",", -1);
            double[] dice = new double[cells.length - 4];
            for (int k = 0; k < dice.length; k++) {
                dice[k] = Double.parseDouble(cells[k + 4]);
            }
            return new Row(
                    Long.parseLong(cells[0]),
                    Double.parseDouble(cells[1]),
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3]),
                    dice);
        }
    }

    History(List<LabelClass> classes) {
        this.classes = List.copyOf(classes);
    }

    /** @param score null where there are no validation images */
    void add(long step, double seconds, double loss, double learningRate, ValidationScore score) {
        double[] dice = new double[classes.size() - 1];
        for (int k = 0; k < dice.length; k++) {
            dice[k] = score == null ? Double.NaN : score.dice(k + 1);
        }
        rows.add(new Row(step, seconds, loss, learningRate, dice));
    }

    /** Number of rows. */
    public int size() {
        return rows.size();
    }

    /** Reads the rows up to a step back from the file that {@link #save} wrote; none if there is no file. */
    void load(Path file, long lastStep) {
        rows.clear();
        if (!Files.exists(file)) {
            return;
        }
        try {
            Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .skip(1)
                    .map(Row::parse)
                    .filter(row -> row.step <= lastStep)
                    .forEach(rows::add);
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new TrainingException(
                    file + " cannot be read as a training's history: " + e.getMessage()
                            + ". Delete it to go on without the earlier curve.",
                    e);
        }
    }

    /**
     * Writes all rows as CSV: step, seconds, loss, learning rate, and the Dice of each foreground class.
     *
     * @throws TrainingException if it cannot be written
     */
    void save(Path file) {
        StringBuilder text = new StringBuilder("step,seconds,loss,learning_rate");
        for (LabelClass label : classes.subList(1, classes.size())) {
            text.append(",dice_").append(label.name().replaceAll("[\",\r\n]", " "));
        }
        text.append('\n');
        rows.forEach(row -> text.append(row.csv()).append('\n'));
        try {
            AtomicFile.write(file, out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new TrainingException(e.getMessage(), e);
        }
    }

    /** Draws loss and Dice over the steps into a PNG file; nothing while there are no rows. */
    void savePicture(Path file) {
        if (rows.isEmpty()) {
            return;
        }
        List<LineChart.Series> dice = new ArrayList<>();
        for (int k = 1; k < classes.size(); k++) {
            int index = k - 1;
            if (rows.stream().anyMatch(row -> !Double.isNaN(row.dice[index]))) {
                dice.add(series(classes.get(k).name(), row -> row.dice[index]));
            }
        }
        List<LineChart.Panel> panels = new ArrayList<>();
        panels.add(new LineChart.Panel("Step", "Loss", List.of(series("training loss", row -> row.loss))));
        if (!dice.isEmpty()) {
            panels.add(new LineChart.Panel("Step", "Validation Dice", dice));
        }
        new LineChart("Training", panels).save(file);
    }

    private LineChart.Series series(String name, java.util.function.ToDoubleFunction<Row> value) {
        return new LineChart.Series(
                name,
                rows.stream().mapToDouble(row -> row.step).toArray(),
                rows.stream().mapToDouble(value).toArray());
    }
}
