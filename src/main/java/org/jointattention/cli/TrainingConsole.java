package org.jointattention.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jointattention.engine.Device;
import org.jointattention.model.LabelClass;
import org.jointattention.training.ProgressLines;
import org.jointattention.training.TrainingListener;
import org.jointattention.training.TrainingProgress;

/** Shows a training as lines of text, and stops it on Ctrl-C. */
final class TrainingConsole implements TrainingListener {
    private final PrintWriter out;
    private final ProgressLines lines;
    private final StopSignal signal = new StopSignal(() -> warning("Stopping: a checkpoint is saved."));

    /**
     * @param steps of the whole training, where they are known
     * @param nanoTime such as {@code System::nanoTime}
     */
    TrainingConsole(PrintWriter out, List<LabelClass> classes, OptionalInt steps, LongSupplier nanoTime) {
        this.out = out;
        this.lines = new ProgressLines(classes, steps, nanoTime);
    }

    /**
     * Runs a training and what is to be said of it; Ctrl-C ends the training after the step it is at, and
     * waits for that.
     */
    <T> T watch(Supplier<T> training) {
        return signal.watch(training);
    }

    @Override
    public boolean stopped() {
        return signal.stopped();
    }

    @Override
    public void started(Device device) {
        warning(device.toString());
    }

    @Override
    public void warning(String message) {
        out.println(message);
        out.flush();
    }

    @Override
    public void progress(TrainingProgress progress) {
        lines.next(progress).ifPresent(this::warning);
    }
}
