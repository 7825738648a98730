package org.jointattention.window;

import java.util.ArrayList;
import java.util.List;
import org.jointattention.image.LineChart;
import org.jointattention.model.LabelClass;
import org.jointattention.training.TrainingProgress;
import org.jointattention.training.ValidationScore;

/**
 * The curves of a training while it runs: the loss as means over so many steps that there are at most 400 points, and
 * the validation Dice of each class. Not for use by several threads.
 */
final class TrainingCurves {
    private static final int MOST_POINTS = 400;

    private final List<LabelClass> classes;
    private final List<double[]> losses = new ArrayList<>();
    private final List<double[]> dice = new ArrayList<>();
    private ValidationScore last;
    private long lastStep = -1;
    private int bucket = 1;
    private double sum;
    private int count;

    /** @param classes the background first */
    TrainingCurves(List<LabelClass> classes) {
        this.classes = List.copyOf(classes);
    }

    void add(TrainingProgress progress) {
        if (progress.step() != lastStep && Float.isFinite(progress.stepLoss())) {
            addLoss(progress.step(), progress.stepLoss());
        }
        lastStep = progress.step();
        ValidationScore score = progress.validation().orElse(last);
        if (score != last) {
            last = score;
            addDice(progress.step(), score);
        }
    }

    private void addLoss(long step, double loss) {
        sum += loss;
        count++;
        if (count < bucket) {
            return;
        }
        losses.add(new double[] {step, sum / count});
        sum = 0;
        count = 0;
        if (losses.size() > MOST_POINTS) {
            halve();
        }
    }

    /** Two neighbours become one. */
    private void halve() {
        List<double[]> halved = new ArrayList<>();
        for (int i = 0; i + 1 < losses.size(); i += 2) {
            double mean = (losses.get(i)[1] + losses.get(i + 1)[1]) / 2;
            halved.add(new double[] {losses.get(i + 1)[0], mean});
        }
        losses.clear();
        losses.addAll(halved);
        bucket *= 2;
    }

    private void addDice(long step, ValidationScore score) {
        double[] row = new double[classes.size()];
        row[0] = step;
        for (int k = 1; k < row.length; k++) {
            row[k] = score.dice(k);
        }
        dice.add(row);
    }

    /** Points of the loss: step and mean. */
    List<double[]> losses() {
        return losses;
    }

    /** One row a validation: the step, and the Dice of each foreground class. */
    List<double[]> dice() {
        return dice;
    }

    LineChart chart() {
        List<LineChart.Panel> panels = new ArrayList<>();
        panels.add(new LineChart.Panel("Step", "Loss", List.of(series("training loss", losses, 1))));
        List<LineChart.Series> scores = new ArrayList<>();
        for (int k = 1; k < classes.size(); k++) {
            int column = k;
            if (dice.stream().anyMatch(row -> !Double.isNaN(row[column]))) {
                scores.add(series(classes.get(k).name(), dice, k));
            }
        }
        if (!scores.isEmpty()) {
            panels.add(new LineChart.Panel("Step", "Validation Dice", scores));
        }
        return new LineChart("Training", panels);
    }

    private static LineChart.Series series(String name, List<double[]> rows, int column) {
        return new LineChart.Series(
                name,
                rows.stream().mapToDouble(row -> row[0]).toArray(),
                rows.stream().mapToDouble(row -> row[column]).toArray());
    }
}
