package org.jointattention.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.Test;

public class TrainingClockTest {
    private static final DataSummary DISCS = PlanSamples.summary(PlanSamples.discs(60, 60, 6, 3, 1));

    private final AtomicLong nanos = new AtomicLong(-5_000_000_000L);

    private TrainingClock clock(PlanRequestBuilder request) {
        return new TrainingClock(TrainingPlan.of(DISCS, request.build()), nanos::get);
    }

    private TrainingClock steps(int steps) {
        return clock(PlanRequest.builder().steps(steps));
    }

    private TrainingClock minutes(double minutes) {
        return clock(PlanRequest.builder().minutes(minutes));
    }

    private void pass(double seconds) {
        nanos.addAndGet(Math.round(seconds * 1e9));
    }

    @Test
    public void stepsEndAPlanWhateverTheTime() {
        TrainingClock clock = steps(100);
        clock.start(0);
        pass(1e6);
        assertEquals(0, clock.done(0), 0);
        assertEquals(0.25, clock.done(25), 0);
        assertFalse(clock.isOver(99));
        assertTrue(clock.isOver(100));
        assertEquals(1, clock.done(101), 0);
    }

    @Test
    public void minutesEndAPlanWhateverTheSteps() {
        TrainingClock clock = minutes(2);
        clock.start(0);
        assertEquals(120, clock.secondsLeft(0), 1e-9);
        pass(30);
        assertEquals(0.25, clock.done(1_000_000), 1e-9);
        assertEquals(90, clock.secondsLeft(1), 1e-9);
        assertFalse(clock.isOver(1));
        pass(90);
        assertTrue(clock.isOver(1));
        pass(10);
        assertEquals(1, clock.done(1), 0);
        assertEquals(0, clock.secondsLeft(1), 0);
        assertEquals(130, clock.seconds(), 1e-9);
    }

    @Test
    public void earlierRunsCount() {
        TrainingClock clock = minutes(2);
        clock.resume(100);
        assertEquals(100, clock.seconds(), 0);
        pass(1000);
        clock.start(7);
        assertEquals(100, clock.seconds(), 0);
        assertEquals(20, clock.secondsLeft(7), 1e-9);
        pass(20);
        assertTrue(clock.isOver(8));
    }

    @Test
    public void timeLeftIsExpectedFromTheStepsOfThisRun() {
        TrainingClock clock = steps(100);
        clock.start(0);
        assertEquals("nothing to expect from yet", 0, clock.secondsLeft(0), 0);
        pass(5);
        assertEquals(0, clock.secondsLeft(0), 0);
        assertEquals(45, clock.secondsLeft(10), 1e-9);
        assertEquals(0, clock.secondsLeft(100), 0);

        TrainingClock resumed = steps(100);
        resumed.resume(80);
        resumed.start(40);
        assertEquals("2 s a step before", 120, resumed.secondsLeft(40), 1e-9);
        pass(10);
        assertEquals("now 1 s a step", 50, resumed.secondsLeft(50), 1e-9);
    }

    @Test
    public void speedIsThatOfTheStepsAlone() {
        StepRate rate = new StepRate(nanos::get);
        assertEquals(0, rate.stepsPerSecond(), 0);
        double[] seconds = {10, 5, 0.5, 0.5};
        for (double step : seconds) {
            rate.begin();
            pass(step);
            rate.end();
            pass(100);
        }
        assertEquals(2, rate.stepsPerSecond(), 1e-9);
        rate.begin();
        pass(1);
        rate.end();
        assertEquals(1 / 0.525, rate.stepsPerSecond(), 1e-9);
    }
}
