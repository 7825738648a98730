package org.jointattention.training;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jointattention.engine.Device;
import org.jointattention.model.Model;

/** What a training came to. */
public final class TrainingOutcome {
    private final Optional<Model> model;
    private final boolean complete;
    private final long steps;
    private final double seconds;
    private final long bestStep;
    private final double bestDice;
    private final boolean unvalidated;
    private final Device device;
    private final double preparationSeconds;
    private final double waitedSeconds;

    TrainingOutcome(Optional<Model> model, boolean complete, TrainingLoop loop, Device device, BatchSource batches) {
        this.model = model;
        this.complete = complete;
        this.steps = loop.step();
        this.seconds = loop.seconds();
        this.bestStep = loop.kept().map(BestWeights::step).orElse(0L);
        this.bestDice = loop.kept().map(BestWeights::dice).orElse(Double.NaN);
        this.unvalidated = loop.isUnvalidated();
        this.device = device;
        this.preparationSeconds = batches.busyNanos() * 1e-9;
        this.waitedSeconds = batches.waitedNanos() * 1e-9;
    }

    /** The model with the best weights, see {@link #isUnvalidated}; empty where it was stopped before the first step. */
    public Optional<Model> model() {
        return model;
    }

    /** Whether the plan came to its end. */
    public boolean complete() {
        return complete;
    }

    /** Steps done, earlier runs included. */
    public long steps() {
        return steps;
    }

    /** Seconds of training, earlier runs included. */
    public double seconds() {
        return seconds;
    }

    /** The step that the model's weights are of; 0 where there is no model. */
    public long bestStep() {
        return bestStep;
    }

    /** Mean validation Dice of the model; empty where nothing could be validated. */
    public OptionalDouble bestDice() {
        return Double.isNaN(bestDice) ? OptionalDouble.empty() : OptionalDouble.of(bestDice);
    }

    /** Whether it was stopped before the first validation, so that the model has the weights of its last step. */
    public boolean isUnvalidated() {
        return unvalidated;
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
