package org.jointattention.training;

import java.util.Optional;

/** How far a training is. */
public final class TrainingProgress {
    private final long step;
    private final double done;
    private final float loss;
    private final double stepsPerSecond;
    private final double secondsLeft;
    private final ValidationScore validation;
    private final double bestDice;

    TrainingProgress(
            long step,
            double done,
            float loss,
            double stepsPerSecond,
            double secondsLeft,
            ValidationScore validation,
            double bestDice) {
        this.step = step;
        this.done = done;
        this.loss = loss;
        this.stepsPerSecond = stepsPerSecond;
        this.secondsLeft = secondsLeft;
        this.validation = validation;
        this.bestDice = bestDice;
    }

    /** Steps done. */
    public long step() {
        return step;
    }

    /** Share of the training that is over, 0 to 1. */
    public double done() {
        return done;
    }

    /** Mean loss of the last steps. */
    public float loss() {
        return loss;
    }

    public double stepsPerSecond() {
        return stepsPerSecond;
    }

    /** Estimated seconds to the end. */
    public double secondsLeft() {
        return secondsLeft;
    }

    /** The last validation, where there was one. */
    public Optional<ValidationScore> validation() {
        return Optional.ofNullable(validation);
    }

    /** Mean validation Dice of the weights that would be kept now; NaN before the first validation. */
    public double bestDice() {
        return bestDice;
    }
}
