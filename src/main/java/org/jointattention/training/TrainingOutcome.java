package org.jointattention.training;

import java.util.Optional;
import org.jointattention.engine.Device;
import org.jointattention.model.Model;

/** What a training came to. */
public final class TrainingOutcome {
    private final Optional<Model> model;
    private final boolean complete;
    private final long steps;
    private final double seconds;
    private final Device device;
    private final double preparationSeconds;
    private final double waitedSeconds;

    TrainingOutcome(
            Optional<Model> model,
            boolean complete,
            long steps,
            double seconds,
            Device device,
            double preparationSeconds,
            double waitedSeconds) {
        this.model = model;
        this.complete = complete;
        this.steps = steps;
        this.seconds = seconds;
        this.device = device;
        this.preparationSeconds = preparationSeconds;
        this.waitedSeconds = waitedSeconds;
    }

    /** The model with the best weights; empty where it was stopped before the first validation. */
    public Optional<Model> model() {
        return model;
    }

    /** Whether the plan came to its end. */
    public boolean complete() {
        return complete;
    }

    public long steps() {
        return steps;
    }

    /** Seconds of training, earlier runs included. */
    public double seconds() {
        return seconds;
    }

    public Device device() {
        return device;
    }

    /** Seconds that the background thread spent on making batches. */
    public double preparationSeconds() {
        return preparationSeconds;
    }

    /** Seconds that steps waited for batches. */
    public double waitedSeconds() {
        return waitedSeconds;
    }
}
