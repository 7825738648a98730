package org.jointattention.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jointattention.model.LabelClass;
import org.jointattention.training.TrainingListener;
import org.jointattention.training.TrainingProgress;
import org.jointattention.training.ValidationScore;

/** Shows a training as lines of text, and stops it on Ctrl-C. */
final class TrainingConsole implements TrainingListener {
    private static final double SECONDS_BETWEEN_LINES = 10;
    private static final long SECONDS_TO_SAVE = 60;

    private final PrintWriter out;
    private final List<LabelClass> classes;
    private final OptionalInt steps;
    private volatile boolean stopped;
    private long lastLine;
    private ValidationScore shown;

    TrainingConsole(PrintWriter out, List<LabelClass> classes, OptionalInt steps) {
        this.out = out;
        this.classes = classes;
        this.steps = steps;
    }

    /** Runs a training; Ctrl-C ends it after the step it is at, and waits until it has saved. */
    <T> T watch(Supplier<T> training) {
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> stop(ended), "joint-attention-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return training.get();
        } finally {
            ended.countDown();
            if (!stopped) {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        }
    }

    private void stop(CountDownLatch ended) {
        stopped = true;
        try {
            ended.await(SECONDS_TO_SAVE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean stopped() {
        return stopped;
    }

    @Override
    public void progress(TrainingProgress progress) {
        boolean validated =
                progress.validation().isPresent() && progress.validation().get() != shown;
        boolean due = (System.nanoTime() - lastLine) * 1e-9 > SECONDS_BETWEEN_LINES;
        if (validated || (due && !Float.isNaN(progress.loss()))) {
            lastLine = System.nanoTime();
            shown = progress.validation().orElse(null);
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
            text.append(String.format(Locale.ROOT, " %s %.4f", classes.get(k).name(), score.dice(k)));
        }
        return text.append(String.format(Locale.ROOT, " (best %.4f)", best)).toString();
    }

    private static String left(double seconds) {
        long rounded = Math.round(seconds);
        return rounded >= 3600
                ? String.format("%d:%02d:%02d", rounded / 3600, rounded / 60 % 60, rounded % 60)
                : String.format("%d:%02d", rounded / 60, rounded % 60);
    }
}
