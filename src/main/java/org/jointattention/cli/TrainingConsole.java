package org.jointattention.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jointattention.model.LabelClass;
import org.jointattention.training.TrainingListener;
import org.jointattention.training.TrainingProgress;
import org.jointattention.training.ValidationScore;

/** Shows a training as lines of text, and stops it on Ctrl-C. */
final class TrainingConsole implements TrainingListener {
    private static final long NANOS_BETWEEN_LINES = TimeUnit.SECONDS.toNanos(10);
    private static final long SECONDS_TO_SAVE = 60;

    private final PrintWriter out;
    private final List<LabelClass> classes;
    private final OptionalInt steps;
    private final LongSupplier nanoTime;
    private volatile boolean stopped;
    private boolean begun;
    private long lastLine;
    private ValidationScore shown;

    /**
     * @param steps of the whole training, where they are known
     * @param nanoTime such as {@code System::nanoTime}
     */
    TrainingConsole(PrintWriter out, List<LabelClass> classes, OptionalInt steps, LongSupplier nanoTime) {
        this.out = out;
        this.classes = classes;
        this.steps = steps;
        this.nanoTime = nanoTime;
    }

    /**
     * Runs a training and what is to be said of it; Ctrl-C ends the training after the step it is at, and
     * waits for that.
     */
    <T> T watch(Supplier<T> training) {
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> stop(ended), "joint-attention-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return training.get();
        } finally {
            ended.countDown();
            remove(hook);
        }
    }

    private void stop(CountDownLatch ended) {
        stopped = true;
        warning("Stopping: a checkpoint is saved.");
        try {
            ended.await(SECONDS_TO_SAVE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            stopped = true; // the hook runs already, and has been let go
        }
    }

    @Override
    public boolean stopped() {
        return stopped;
    }

    @Override
    public void warning(String message) {
        out.println(message);
        out.flush();
    }

    /** A line for the first step, each validation, and every ten seconds. */
    @Override
    public void progress(TrainingProgress progress) {
        ValidationScore score = progress.validation().orElse(null);
        long now = nanoTime.getAsLong();
        if (!begun || score != shown || now - lastLine >= NANOS_BETWEEN_LINES) {
            begun = true;
            lastLine = now;
            shown = score;
            out.println(line(progress));
            out.flush();
        }
    }

    private String line(TrainingProgress progress) {
        StringBuilder line = new StringBuilder("step ").append(progress.step());
        steps.ifPresent(total -> line.append('/').append(total));
        if (!Float.isNaN(progress.loss())) {
            line.append(String.format(Locale.ROOT, "  loss %.4f", progress.loss()));
        }
        progress.validation().ifPresent(score -> line.append(dice(score, progress.bestDice())));
        line.append(String.format(Locale.ROOT, "  %.2f steps/s", progress.stepsPerSecond()));
        return line.append("  ")
                .append(left(progress.secondsLeft()))
                .append(" left")
                .toString();
    }

    private String dice(ValidationScore score, double best) {
        StringBuilder text = new StringBuilder("  validation Dice");
        for (int k = 1; k < score.classes(); k++) {
            double dice = score.dice(k);
            String value = Double.isNaN(dice) ? "not shown" : String.format(Locale.ROOT, "%.4f", dice);
            text.append(' ').append(classes.get(k).name()).append(' ').append(value);
        }
        return text.append(String.format(Locale.ROOT, " (best mean %.4f)", best))
                .toString();
    }

    private static String left(double seconds) {
        long rounded = Math.round(seconds);
        return rounded >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%02d", rounded / 3600, rounded / 60 % 60, rounded % 60)
                : String.format(Locale.ROOT, "%d:%02d", rounded / 60, rounded % 60);
    }
}
