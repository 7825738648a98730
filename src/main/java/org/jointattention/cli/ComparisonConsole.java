package org.jointattention.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jointattention.comparison.Cell;
import org.jointattention.comparison.CellFigures;
import org.jointattention.comparison.CellResult;
import org.jointattention.comparison.ComparisonListener;
import org.jointattention.model.LabelClass;
import org.jointattention.segmentation.TimeLeft;
import org.jointattention.training.ProgressLines;
import org.jointattention.training.TrainingProgress;

/** Shows a comparison as lines of text, and stops it on Ctrl-C or when its time is over. */
final class ComparisonConsole implements ComparisonListener {
    private final PrintWriter out;
    private final LongSupplier nanoTime;
    private final long end;
    private final StopSignal signal = new StopSignal(() -> note("Stopping: the same command goes on from here later."));
    private ProgressLines lines;
    private boolean told;

    /**
     * @param minutes after which the comparison is to be stopped, where given
     * @param nanoTime such as {@code System::nanoTime}
     */
    ComparisonConsole(PrintWriter out, OptionalDouble minutes, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
        this.end = minutes.isPresent() ? nanoTime.getAsLong() + (long) (minutes.getAsDouble() * 60e9) : Long.MAX_VALUE;
    }

    /** Runs a comparison; Ctrl-C ends it after the step it is at, and waits for that. */
    <T> T watch(Supplier<T> comparison) {
        return signal.watch(comparison);
    }

    @Override
    public void began(Cell cell, int number, int all) {
        note("[" + number + "/" + all + "] " + cell);
    }

    @Override
    public void network(String description, List<LabelClass> classes, OptionalInt steps) {
        lines = new ProgressLines(classes, steps, nanoTime);
        note(description);
    }

    @Override
    public void progress(TrainingProgress progress, double secondsLeft) {
        String grid = Double.isNaN(secondsLeft) ? "" : ", of all cells about " + TimeLeft.text(secondsLeft);
        lines.next(progress).ifPresent(line -> note(line + grid));
    }

    @Override
    public void ended(CellResult result, int finished, int all, double secondsLeft) {
        String validation = result.figures().text(CellFigures.VALIDATION_DICE);
        note(String.format(
                Locale.ROOT,
                "Finished: test Dice %.4f%s. %d of %d cells%s.",
                result.scores().stream()
                        .map(score -> score.value("dice"))
                        .filter(OptionalDouble::isPresent)
                        .mapToDouble(OptionalDouble::getAsDouble)
                        .average()
                        .orElse(Double.NaN),
                validation.isEmpty() ? "" : String.format(Locale.ROOT, ", validation %.4f", Double.valueOf(validation)),
                finished,
                all,
                Double.isNaN(secondsLeft) ? "" : ", about " + TimeLeft.text(secondsLeft) + " left"));
    }

    @Override
    public void failed(Cell cell, Throwable failure) {
        note("error: " + cell + ": " + FailureMessage.of(failure));
    }

    @Override
    public void note(String message) {
        out.println(message);
        out.flush();
    }

    @Override
    public boolean stopped() {
        if (signal.stopped()) {
            return true;
        }
        boolean over = nanoTime.getAsLong() - end >= 0;
        if (over && !told) {
            told = true;
            note("The time is over: the same command goes on from here.");
        }
        return over;
    }
}
