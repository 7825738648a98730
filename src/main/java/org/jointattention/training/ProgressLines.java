package org.jointattention.training;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jointattention.model.LabelClass;
import org.jointattention.segmentation.TimeLeft;

/** How a training goes as lines of text: one for the first step, each validation, and every ten seconds. */
public final class ProgressLines {
    private static final long NANOS_BETWEEN_LINES = TimeUnit.SECONDS.toNanos(10);

    private final List<LabelClass> classes;
    private final OptionalInt steps;
    private final LongSupplier nanoTime;
    private boolean begun;
    private long lastLine;
    private ValidationScore shown;

    /**
     * @param steps of the whole training, where they are known
     * @param nanoTime such as {@code System::nanoTime}
     */
    public ProgressLines(List<LabelClass> classes, OptionalInt steps, LongSupplier nanoTime) {
        this.classes = classes;
        this.steps = steps;
        this.nanoTime = nanoTime;
    }

    /** A line where one is due. */
    public Optional<String> next(TrainingProgress progress) {
        ValidationScore score = progress.validation().orElse(null);
        long now = nanoTime.getAsLong();
        if (begun && score == shown && now - lastLine < NANOS_BETWEEN_LINES) {
            return Optional.empty();
        }
        begun = true;
        lastLine = now;
        shown = score;
        return Optional.of(line(progress));
    }

    private String line(TrainingProgress progress) {
        StringBuilder line = new StringBuilder("step ").append(progress.step());
        steps.ifPresent(total -> line.append('/').append(total));
        if (!Float.isNaN(progress.loss())) {
            line.append(String.format(Locale.ROOT, "  loss %.4f", progress.loss()));
        }
        progress.validation()
                .ifPresent(score -> line.append("  validation Dice ")
                        .append(dice(score))
                        .append(String.format(Locale.ROOT, " (best mean %.4f)", progress.bestDice())));
        line.append(String.format(Locale.ROOT, "  %.2f steps/s", progress.stepsPerSecond()));
        return line.append("  ")
                .append(TimeLeft.text(progress.secondsLeft()))
                .append(" left")
                .toString();
    }

    /** Dice of each foreground class with its name. */
    private String dice(ValidationScore score) {
        StringBuilder text = new StringBuilder();
        for (int k = 1; k < score.classes(); k++) {
            double dice = score.dice(k);
            String value = Double.isNaN(dice) ? "not shown" : String.format(Locale.ROOT, "%.4f", dice);
            text.append(k == 1 ? "" : " ")
                    .append(classes.get(k).name())
                    .append(' ')
                    .append(value);
        }
        return text.toString();
    }
}
