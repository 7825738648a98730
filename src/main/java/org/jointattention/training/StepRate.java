package org.jointattention.training;

import java.util.function.LongSupplier;

/** Steps a second, smoothed; time between steps, such as that of validations, does not count. */
final class StepRate {
    /** Weight of the past. */
    private static final double SMOOTHING = 0.95;

    /** The first steps of a session also prepare it, and say nothing of the speed. */
    private static final int WARM_UP = 2;

    private final LongSupplier nanoTime;
    private long steps;
    private long begin;
    private double seconds;

    StepRate(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void begin() {
        begin = nanoTime.getAsLong();
    }

    void end() {
        double last = (nanoTime.getAsLong() - begin) * 1e-9;
        seconds = steps <= WARM_UP ? last : SMOOTHING * seconds + (1 - SMOOTHING) * last;
        steps++;
    }

    /** 0 before the first step. */
    double stepsPerSecond() {
        return seconds > 0 ? 1 / seconds : 0;
    }
}
