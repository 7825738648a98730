package org.jointattention.training;

import java.util.function.LongSupplier;

/** Says how much of a plan is over: by steps, which can be repeated to the bit, or by minutes. */
final class TrainingClock {
    private final TrainingPlan plan;
    private final LongSupplier nanoTime;
    private double secondsBefore;
    private boolean started;
    private long startNanos;
    private long startStep;

    /** @param nanoTime such as {@code System::nanoTime} */
    TrainingClock(TrainingPlan plan, LongSupplier nanoTime) {
        this.plan = plan;
        this.nanoTime = nanoTime;
    }

    /** Counts time that earlier runs of this training took. */
    void resume(double seconds) {
        secondsBefore = seconds;
    }

    /** @param step steps that earlier runs did */
    void start(long step) {
        started = true;
        startNanos = nanoTime.getAsLong();
        startStep = step;
    }

    /** Seconds of training so far, earlier runs included. */
    double seconds() {
        return secondsBefore + secondsHere();
    }

    private double secondsHere() {
        return started ? (nanoTime.getAsLong() - startNanos) * 1e-9 : 0;
    }

    /** Share of the plan that is over, 0 to 1. */
    double done(long step) {
        return plan.steps().isPresent()
                ? Math.min(1, (double) step / plan.steps().getAsInt())
                : Math.min(1, seconds() / (60 * plan.minutes().getAsDouble()));
    }

    boolean isOver(long step) {
        return done(step) >= 1;
    }

    /** Expected seconds to the end, validations included; 0 where there is no step yet to expect from. */
    double secondsLeft(long step) {
        if (plan.minutes().isPresent()) {
            return Math.max(0, 60 * plan.minutes().getAsDouble() - seconds());
        }
        return secondsPerStep(step) * Math.max(0, plan.steps().getAsInt() - step);
    }

    private double secondsPerStep(long step) {
        if (step > startStep) {
            return secondsHere() / (step - startStep);
        }
        return step > 0 ? secondsBefore / step : 0;
    }
}
