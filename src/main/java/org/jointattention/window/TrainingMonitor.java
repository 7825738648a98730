package org.jointattention.window;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jointattention.engine.Device;
import org.jointattention.image.LineChart;
import org.jointattention.model.LabelClass;
import org.jointattention.segmentation.Progress;
import org.jointattention.training.ProgressLines;
import org.jointattention.training.TrainingListener;
import org.jointattention.training.TrainingPlan;
import org.jointattention.training.TrainingPreview;
import org.jointattention.training.TrainingProgress;

/**
 * What is known of a running training, and how it is ended: the training thread tells, a window looks. Safe for use by
 * several threads; needs no display.
 */
public class TrainingMonitor implements TrainingListener {
    private static final int BAR = 1000;

    private final TrainingPlan plan;
    private final int previewEvery;
    private final Consumer<String> log;
    private final Progress host;
    private final ProgressLines lines;
    private final TrainingCurves curves;

    private volatile boolean kept;
    private volatile boolean cancelled;
    private TrainingProgress progress;
    private PreviewPicture preview;
    private String device = "";
    private String end = "";
    private long revision;

    /**
     * @param previewEvery steps from one preview to the next; 0 for validations alone
     * @param log takes lines of text on how the training goes
     * @param host the host's progress bar; where it is cancelled, the training stops and keeps its model
     */
    public TrainingMonitor(TrainingPlan plan, int previewEvery, Consumer<String> log, Progress host) {
        this.plan = plan;
        this.previewEvery = previewEvery;
        this.log = log;
        this.host = host;
        this.lines = new ProgressLines(classes(), plan.steps(), System::nanoTime);
        this.curves = new TrainingCurves(classes());
    }

    private List<LabelClass> classes() {
        return plan.spec().classes();
    }

    /** Ends the training after the step it is at; the best model so far is written. */
    public void stopAndKeep() {
        kept = true;
    }

    /** Ends the training after the step it is at without writing a model; the checkpoint stays. */
    public void cancel() {
        cancelled = true;
    }

    @Override
    public void progress(TrainingProgress now) {
        synchronized (this) {
            progress = now;
            curves.add(now);
            revision++;
        }
        lines.next(now).ifPresent(log);
        OptionalInt steps = plan.steps();
        host.update(
                steps.isPresent() ? now.step() : Math.round(BAR * now.done()),
                steps.isPresent() ? steps.getAsInt() : BAR);
    }

    @Override
    public boolean stopped() {
        if (host.cancelled()) {
            kept = true; // never back to false: the window writes it, too
        }
        return kept || cancelled;
    }

    @Override
    public boolean discards() {
        return cancelled;
    }

    @Override
    public void started(Device where) {
        log.accept(where.toString());
        synchronized (this) {
            device = where.name() + ": " + where.reason();
            revision++;
        }
    }

    @Override
    public boolean wantsPreview(long step) {
        return previewEvery > 0 && step % previewEvery == 0;
    }

    @Override
    public void preview(TrainingPreview shown) {
        PreviewPicture picture = new PreviewPicture(shown, classes());
        synchronized (this) {
            preview = picture;
            revision++;
        }
    }

    @Override
    public void warning(String message) {
        log.accept(message);
    }

    /** Says that the training is over, and how it came out. */
    public synchronized void end(String message) {
        end = message;
        revision++;
    }

    /** Whether its end was not told yet. */
    public synchronized boolean isRunning() {
        return end.isEmpty();
    }

    /** Whether somebody asked to end the training. */
    boolean isEnding() {
        return kept || cancelled;
    }

    TrainingPlan plan() {
        return plan;
    }

    /** Changes with whatever there is to be shown. */
    synchronized long revision() {
        return revision;
    }

    synchronized LineChart chart() {
        return curves.chart();
    }

    /** For the training thread alone. */
    TrainingCurves curves() {
        return curves;
    }

    synchronized Optional<PreviewPicture> preview() {
        return Optional.ofNullable(preview);
    }

    synchronized String device() {
        return device;
    }

    /** How it came out; empty while it runs. */
    synchronized String end() {
        return end;
    }

    /** Share of the training that is over, 0 to 1. */
    synchronized double done() {
        return progress == null ? 0 : progress.done();
    }

    /** Step, speed and time left in a line. */
    synchronized String status() {
        if (progress == null) {
            return "Preparing...";
        }
        String steps = plan.steps().isPresent() ? " of " + plan.steps().getAsInt() : "";
        String text = String.format(
                Locale.ROOT,
                "Step %d%s, %.1f steps a second, %s left",
                progress.step(),
                steps,
                progress.stepsPerSecond(),
                ProgressLines.left(progress.secondsLeft()));
        return Double.isNaN(progress.bestDice())
                ? text
                : text + String.format(Locale.ROOT, ", best mean Dice %.3f", progress.bestDice());
    }
}
