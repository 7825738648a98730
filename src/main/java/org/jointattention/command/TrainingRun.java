package org.jointattention.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jointattention.files.CancelledException;
import org.jointattention.segmentation.Progress;
import org.jointattention.training.CheckpointFolder;
import org.jointattention.training.Training;
import org.jointattention.training.TrainingOutcome;
import org.jointattention.training.TrainingPlan;
import org.jointattention.window.TrainingMonitor;
import org.jointattention.window.TrainingWindow;

/** Runs a training on the calling thread, says how it goes, and tells how it came out. */
final class TrainingRun {
    private final Training training;
    private final TrainingPlan plan;
    private final Path file;
    private final Consumer<String> log;

    TrainingRun(Training training, TrainingPlan plan, Path file, Consumer<String> log) {
        this.training = training;
        this.plan = plan;
        this.file = file;
        this.log = log;
    }

    /**
     * @param resume whether to go on from the checkpoint beside the file
     * @param previewEvery steps from one preview to the next; 0 for validations alone
     * @param progress of the host
     * @param live whether to open the live window
     * @return the model's file, its Dice, the device; lines of text
     * @throws CancelledException if the user wanted no model
     */
    String run(boolean resume, int previewEvery, Progress progress, boolean live) {
        (resume ? training.resumption() : training.announcement()).forEach(log);
        TrainingMonitor monitor = new TrainingMonitor(plan, previewEvery, log, progress);
        if (live) {
            TrainingWindow.open("Training " + file.getFileName(), monitor);
        }
        try {
            TrainingOutcome outcome = resume ? training.resume(monitor) : training.run(monitor);
            String text = describe(outcome, monitor);
            if (live) { // without windows the host prints it, as it does all outputs
                log.accept(text);
            }
            monitor.end(text.lines().limit(3).collect(Collectors.joining(" ")));
            if (monitor.discards() && !outcome.complete()) {
                throw new CancelledException(text);
            }
            return text;
        } finally {
            if (monitor.isRunning()) {
                monitor.end("The training failed.");
            }
        }
    }

    private String describe(TrainingOutcome outcome, TrainingMonitor monitor) {
        StringJoiner text = new StringJoiner("\n");
        text.add(String.format(
                Locale.ROOT,
                "%s after %d steps, %.1f minutes.",
                outcome.complete() ? "Done" : monitor.discards() ? "Cancelled" : "Stopped",
                outcome.steps(),
                outcome.seconds() / 60));
        if (outcome.model().isPresent()) {
            text.add("Model: " + file);
            text.add("Validation Dice: " + dice(outcome));
        } else {
            text.add("No model was written. The checkpoint stays: mode=resume goes on from it.");
        }
        text.add(outcome.device().toString());
        text.add("Curves: " + new CheckpointFolder(file).picture());
        return text.toString();
    }

    private static String dice(TrainingOutcome outcome) {
        if (outcome.bestDice().isPresent()) {
            return String.format(
                    Locale.ROOT,
                    "%.4f at step %d (mean of the classes)",
                    outcome.bestDice().getAsDouble(),
                    outcome.bestStep());
        }
        return outcome.isUnvalidated()
                ? "none, it was stopped before the first validation"
                : "none, no validation image shows foreground; the last weights were kept";
    }
}
