package org.jointattention.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A training that time ends; the clock is made up. */
public class TrainingMinutesTest {
    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private final AtomicLong nanos = new AtomicLong();

    private TinyTraining minutes(double minutes) {
        return TinyTraining.of(temporary.getRoot().toPath().resolve("model.zip"))
                .on(new ScriptedEngine())
                .with(builder -> builder.steps(null).minutes(minutes));
    }

    /** Each look at the clock takes a tenth of a second. */
    private long tick() {
        return nanos.addAndGet(100_000_000L);
    }

    /** Whatever part of the loop the last moment falls into, the last weights are validated and saved. */
    @Test
    public void theLastWeightsAreAlwaysValidated() {
        for (int tenth = 0; tenth < 8; tenth++) {
            TinyTraining training = minutes((3 + 0.1 * tenth) / 60);
            RecordingListener listener = RecordingListener.toTheEnd();
            TrainingOutcome outcome = training.training().withClock(this::tick).run(listener);
            assertTrue(outcome.complete());
            assertTrue(outcome.model().isPresent());
            TrainingProgress last = listener.progress().get(listener.progress().size() - 1);
            assertEquals(outcome.steps(), last.step());
            assertTrue(last.validation().isPresent());
            assertTrue(training.history(), training.history().contains("\n" + outcome.steps() + ","));
        }
    }

    @Test
    public void timeIsCountedOverResumes() {
        TinyTraining training = minutes(0.1);
        RecordingListener listener = RecordingListener.stoppingAfter(3);
        TrainingOutcome stopped = training.training().withClock(this::tick).run(listener);
        assertFalse(stopped.complete());
        assertTrue(stopped.seconds() > 0);
        nanos.addAndGet(1_000_000_000_000L);
        RecordingListener after = RecordingListener.toTheEnd();
        TrainingOutcome complete = training.training().withClock(this::tick).resume(after);
        assertTrue(complete.complete());
        assertTrue(complete.steps() > stopped.steps());
        assertEquals(6, complete.seconds(), 2);
        double left = after.progress().get(0).secondsLeft();
        assertTrue("left " + left, left > 0 && left < 6 - stopped.seconds() + 0.5);
        assertEquals(0, after.progress().get(after.progress().size() - 1).secondsLeft(), 0);
    }
}
