package org.jointattention.training;

import java.util.Optional;

/** How far a training is. */
public final class TrainingProgress {
    private final long step;
    private final double done;
    private final float loss;
    private final float stepLoss;
    private final double stepsPerSecond;
    private final double secondsLeft;
    private final Optional<ValidationScore> validation;
    private final double bestDice;

    TrainingProgress(
            long step,
            double done,
            float loss,
            float stepLoss,
            double stepsPerSecond,
            double secondsLeft,
            Optional<ValidationScore> validation,
            double bestDice) {
        this.step = step;
        this.done = done;
        this.loss = loss;
        this.stepLoss = stepLoss;
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

    /** Mean loss since the last validation; right after one, of the steps before it. NaN before the first step. */
    public float loss() {
        return loss;
    }

    /** Loss of the last step alone; NaN before the first of this run. */
    public float stepLoss() {
        return stepLoss;
    }

    /** Smoothed, without the time of validations; 0 before the first step. */
    public double stepsPerSecond() {
        return stepsPerSecond;
    }

    /** Estimated seconds to the end, validations included. */
    public double secondsLeft() {
        return secondsLeft;
    }

    /** The last validation, where there was one. */
    public Optional<ValidationScore> validation() {
        return validation;
    }

    /** Mean validation Dice of the weights that would be kept now; NaN before the first validation. */
    public double bestDice() {
        return bestDice;
    }
}
