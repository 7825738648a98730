package org.jointattention.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Remembers what a training says, and stops it as soon as a condition holds. */
final class RecordingListener implements TrainingListener {
    private final List<TrainingProgress> progress = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Predicate<RecordingListener> stop;

    private RecordingListener(Predicate<RecordingListener> stop) {
        this.stop = stop;
    }

    static RecordingListener toTheEnd() {
        return new RecordingListener(listener -> false);
    }

    /** Stops after so many steps, validation included where one is due then. */
    static RecordingListener stoppingAfter(long steps) {
        return new RecordingListener(listener -> listener.step() == steps && listener.isValidated());
    }

    /** Stops within the validation that follows so many steps. */
    static RecordingListener stoppingInValidationAfter(long steps) {
        return new RecordingListener(listener -> listener.step() == steps);
    }

    private boolean isValidated() {
        boolean due = step() % TinyTraining.EVERY == 0 && step() > 0;
        long reports =
                progress.stream().filter(report -> report.step() == step()).count();
        return !due || reports == 2;
    }

    private long step() {
        return progress.isEmpty() ? 0 : progress.get(progress.size() - 1).step();
    }

    List<TrainingProgress> progress() {
        return progress;
    }

    List<String> warnings() {
        return warnings;
    }

    @Override
    public void progress(TrainingProgress report) {
        progress.add(report);
    }

    @Override
    public boolean stopped() {
        return stop.test(this);
    }

    @Override
    public void warning(String message) {
        warnings.add(message);
    }
}
