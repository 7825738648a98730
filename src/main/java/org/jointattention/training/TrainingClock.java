package org.jointattention.training;

/** Says how much of a plan is over: by steps, which can be repeated to the bit, or by minutes. */
final class TrainingClock {
    private final TrainingPlan plan;
    private double secondsBefore;
    private long stepsBefore = -1;
    private long start;

    TrainingClock(TrainingPlan plan) {
        this.plan = plan;
    }

    /** Counts time that earlier runs of this training took. */
    void resume(double seconds) {
        secondsBefore = seconds;
    }

    void start() {
        start = System.nanoTime();
    }

    /** Seconds of training so far, earlier runs included. */
    double seconds() {
        return secondsBefore + secondsHere();
    }

    private double secondsHere() {
        return start == 0 ? 0 : (System.nanoTime() - start) * 1e-9;
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

    /** Expected seconds to the end, validations included. */
    double secondsLeft(long step) {
        if (plan.minutes().isPresent()) {
            return Math.max(0, 60 * plan.minutes().getAsDouble() - seconds());
        }
        if (stepsBefore < 0) {
            stepsBefore = step - 1;
        }
        long here = step - stepsBefore;
        return secondsHere() / Math.max(1, here) * (plan.steps().getAsInt() - step);
    }
}
