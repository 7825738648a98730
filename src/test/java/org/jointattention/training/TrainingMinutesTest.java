package org.jointattention.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
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

    /** Seconds of the rows of the history. */
    private static double[] seconds(TinyTraining training) throws IOException {
        return Files.readAllLines(training.folder().history()).stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",")[1]))
                .toArray();
    }

    /** Of all rows but the last, which the end of the minutes calls for. */
    private static void assertGaps(double least, double most, double[] seconds) {
        for (int i = 1; i < seconds.length - 1; i++) {
            double gap = seconds[i] - seconds[i - 1];
            assertTrue(Arrays.toString(seconds), gap >= least - 0.11 && gap <= most);
        }
    }

    @Test
    public void withoutANumberOfStepsValidationsComeByTime() throws IOException {
        TinyTraining training =
                minutes(4).with(builder -> builder.steps(null).minutes(4.0).checkpointEvery(null));
        training.training().withClock(this::tick).run(RecordingListener.stoppingAfter(10));
        assertEquals("stopped within the first 12 s", 0, seconds(training).length);
        training.training().withClock(this::tick).resume(TrainingListener.NONE);
        double[] seconds = seconds(training);
        assertTrue(Arrays.toString(seconds), seconds.length > 15 && seconds.length < 21);
        assertGaps(12, 15, seconds);
    }

    /** Each look at a validation image takes 4 s of the made-up time. */
    @Test
    public void validationsTakeAtMostAboutHalfOfTheTime() throws IOException {
        TinyTraining training = minutes(4)
                .on(new ScriptedEngine().threshold(step -> {
                    nanos.addAndGet(4_000_000_000L);
                    return 0.5;
                }))
                .with(builder -> builder.steps(null).minutes(4.0).checkpointEvery(null));
        training.training().withClock(this::tick).run(TrainingListener.NONE);
        double[] seconds = seconds(training);
        double validation = seconds[0] - 12;
        assertTrue(Arrays.toString(seconds), validation > 12 && seconds.length > 3);
        assertGaps(2 * validation - 1, 2 * validation + 1, seconds);
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
