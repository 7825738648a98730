package org.jointattention.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Trainings that go on longer, or under other conditions, than they began. */
public class ProlongTest {
    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private TinyTraining training;

    @Before
    public void settings() {
        training = TinyTraining.of(temporary.getRoot().toPath().resolve("model.zip"))
                .on(new ScriptedEngine());
    }

    private TinyTraining steps(int steps) {
        return training.with(builder -> builder.steps(steps));
    }

    private static String[] rows(TinyTraining training) {
        return training.history().split("\n");
    }

    @Test
    public void aFinishedTrainingGoesOnWithTheLongerSchedule() {
        training.run();
        RecordingListener listener = RecordingListener.toTheEnd();
        TrainingOutcome outcome = steps(20).training().resume(listener);
        assertTrue(outcome.complete());
        assertEquals(20, outcome.steps());
        assertEquals(11, listener.progress().get(0).step());
        assertEquals(0.55, listener.progress().get(0).done(), 1e-9);
        assertEquals(listener.warnings().toString(), 1, listener.warnings().size());
        String line = listener.warnings().get(0);
        assertTrue(line, line.startsWith("The training of 10 steps is prolonged to 20 steps: it goes on from step 10"));
        assertTrue(line, line.contains("the learning rate that 20 steps have there, 0.001."));

        String[] rows = rows(training);
        assertEquals(7, rows.length);
        assertTrue(rows[4], rows[4].startsWith("12,"));
        double rate = Double.parseDouble(rows[4].split(",")[2]);
        assertEquals(new LearningRate(0.002, 1).at(11, 11 / 20.0), rate, 1e-12);
    }

    @Test
    public void aProlongedTrainingIsResumedWithTheSameBits() {
        TinyTraining other = TinyTraining.of(temporary.getRoot().toPath().resolve("other.zip"))
                .on(new ScriptedEngine());
        training.run();
        other.run();
        TrainingOutcome whole = steps(20).resume();
        TinyTraining longer = other.with(builder -> builder.steps(20));
        longer.training().resume(RecordingListener.stoppingAfter(15));
        RecordingListener listener = RecordingListener.toTheEnd();
        TrainingOutcome parts = longer.training().resume(listener);
        assertTrue(listener.warnings().isEmpty());
        assertEquals(whole.bestDice(), parts.bestDice());
        assertEquals(training.history(), other.history());
        assertEquals(training.weights(), other.weights());
    }

    @Test
    public void anInterruptedTrainingCanBeProlongedToo() {
        training.run(RecordingListener.stoppingAfter(6));
        RecordingListener listener = RecordingListener.toTheEnd();
        assertEquals(20, steps(20).training().resume(listener).steps());
        assertTrue(listener.warnings().get(0), listener.warnings().get(0).contains("from step 6 "));
    }

    @Test
    public void fewerStepsAreRefused() {
        training.run();
        String message = assertThrows(TrainingException.class, steps(9)::resume).getMessage();
        assertTrue(message, message.contains("steps was 10, now 9"));
        assertTrue(message, message.contains("or more than 10 steps to prolong"));
        message = assertThrows(
                        TrainingException.class, steps(20).with(b -> b.steps(20).seed(3L))::resume)
                .getMessage();
        assertTrue(message, message.contains("seed was 1, now 3"));
        assertFalse(message, message.contains("prolong"));
    }

    @Test
    public void asManyStepsAreComplete() {
        training.run();
        RecordingListener listener = RecordingListener.toTheEnd();
        assertTrue(training.training().resume(listener).complete());
        assertTrue(listener.warnings().toString(), listener.warnings().get(0).contains("complete already"));
        assertTrue(listener.progress().isEmpty());
    }

    @Test
    public void minutesAreProlongedByMinutesOnly() {
        AtomicLong nanos = new AtomicLong();
        TinyTraining minute = training.with(b -> b.steps(null).minutes(0.1));
        minute.training().withClock(() -> nanos.addAndGet(100_000_000L)).run(TrainingListener.NONE);
        TinyTraining longer = training.with(b -> b.steps(null).minutes(0.2));
        RecordingListener listener = RecordingListener.toTheEnd();
        TrainingOutcome outcome =
                longer.training().withClock(() -> nanos.addAndGet(100_000_000L)).resume(listener);
        assertEquals(12, outcome.seconds(), 2);
        assertTrue(listener.warnings().toString(), listener.warnings().get(0).contains("0.1 minutes is prolonged"));
        String message =
                assertThrows(TrainingException.class, steps(10_000)::resume).getMessage();
        assertTrue(message, message.contains("minutes was 0.2, now nothing"));
        assertThrows(TrainingException.class, minute::resume);
    }

    @Test
    public void otherThreadsAndDevicesAreSaidOnce() {
        training.run(RecordingListener.stoppingAfter(6));
        RecordingListener listener = RecordingListener.stoppingAfter(7);
        training.training().withThreads(2).resume(listener);
        assertEquals(
                List.of("The checkpoint was made on CPU with 1 thread; this run is on CPU with 2 threads:"
                        + " the result may differ a little from that of an uninterrupted training."),
                listener.warnings());
        listener = RecordingListener.stoppingAfter(9);
        training.training().withThreads(2).resume(listener);
        assertTrue(listener.warnings().toString(), listener.warnings().isEmpty());
        listener = RecordingListener.toTheEnd();
        training.on(new ScriptedEngine().withDevice("GPU"))
                .training()
                .withThreads(2)
                .resume(listener);
        assertEquals(listener.warnings().toString(), 1, listener.warnings().size());
        assertTrue(listener.warnings().get(0).contains("on GPU with 2 threads"));
    }
}
