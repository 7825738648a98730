package org.jointattention.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The same training gives the same bits, at once or in parts; see {@link RealTrainingTest} for a real one. */
public class TrainingRepeatTest {
    @ClassRule
    public static TemporaryFolder temporary = new TemporaryFolder();

    private static Uninterrupted whole;

    @BeforeClass
    public static void train() {
        Path folder = temporary.getRoot().toPath();
        whole = new Uninterrupted(folder, TinyTraining.of(folder).on(new ScriptedEngine()));
    }

    @Test
    public void theHistoryHasARowAValidation() {
        String[] lines = whole.history().split("\n");
        assertEquals("step,loss,learning_rate,dice_class 1", lines[0]);
        assertEquals(4, lines.length);
        assertTrue(lines[1], lines[1].startsWith("4,"));
        assertTrue(lines[2], lines[2].startsWith("8,"));
        assertTrue(lines[3], lines[3].startsWith("10,"));
        assertFalse(whole.history(), whole.history().contains("NaN"));
    }

    @Test
    public void oneSeedGivesTheSameBits() {
        TinyTraining again = whole.training("again.zip");
        whole.assertSame(again, again.run());
    }

    @Test
    public void anotherSeedGivesAnotherModel() {
        TinyTraining other = whole.training("seed.zip").with(builder -> builder.seed(2L));
        other.run();
        assertNotEquals(whole.weights(), other.weights());
        assertNotEquals(whole.history(), other.history());
    }

    @Test
    public void stoppedBetweenCheckpointsItGoesOnWithTheSameBits() {
        whole.assertResumes("between.zip", RecordingListener.stoppingAfter(6), 6, true);
    }

    @Test
    public void stoppedAtACheckpointItGoesOnWithTheSameBits() {
        whole.assertResumes("at.zip", RecordingListener.stoppingAfter(8), 8, true);
    }

    @Test
    public void stoppedBeforeTheFirstValidationItGoesOnWithTheSameBits() {
        whole.assertResumes("before.zip", RecordingListener.stoppingAfter(3), 3, true);
    }

    @Test
    public void stoppedBeforeTheFirstStepItGoesOn() {
        whole.assertResumes("zero.zip", RecordingListener.stoppingAfter(0), 0, false);
    }

    @Test
    public void stoppedInAValidationItMakesUpForIt() {
        whole.assertResumes("first-validation.zip", RecordingListener.stoppingInValidationAfter(4), 4, true);
        whole.assertResumes("last-validation.zip", RecordingListener.stoppingInValidationAfter(10), 10, true);
    }

    @Test
    public void stoppedTwiceItGoesOnWithTheSameBits() {
        TinyTraining training = whole.training("twice.zip");
        training.run(RecordingListener.stoppingAfter(5));
        training.training().resume(RecordingListener.stoppingAfter(7));
        whole.assertSame(training, training.resume());
    }

    @Test
    public void aFinishedTrainingIsOnlyWrittenAgain() throws IOException {
        TinyTraining training = whole.training("finished.zip");
        training.run();
        Path file = temporary.getRoot().toPath().resolve("finished.zip");
        byte[] checkpoint = Files.readAllBytes(training.folder().checkpoint());
        Files.delete(file);
        RecordingListener listener = RecordingListener.toTheEnd();
        whole.assertSame(training, training.training().resume(listener));
        assertTrue(listener.progress().isEmpty());
        assertArrayEquals(checkpoint, Files.readAllBytes(training.folder().checkpoint()));
    }

    @Test
    public void aLostHistoryComesBackFromTheCheckpoint() throws IOException {
        TinyTraining training = whole.training("lost.zip");
        training.run(RecordingListener.stoppingAfter(8));
        Files.delete(training.folder().history());
        whole.assertSame(training, training.resume());
    }

    @Test
    public void progressIsSaneAfterResumingToo() {
        TinyTraining training = whole.training("progress.zip");
        RecordingListener before = RecordingListener.stoppingAfter(5);
        RecordingListener after = RecordingListener.toTheEnd();
        training.run(before);
        training.training().resume(after);
        assertEquals(5 + 1, before.progress().size());
        assertEquals(5 + 2, after.progress().size());
        before.progress().forEach(TrainingRepeatTest::assertSane);
        after.progress().forEach(TrainingRepeatTest::assertSane);
        assertEquals(0.6, after.progress().get(0).done(), 1e-9);
        TrainingProgress last = after.progress().get(6);
        assertEquals(1, last.done(), 0);
        assertEquals(0, last.secondsLeft(), 0);
        assertEquals(whole.outcome().bestDice().getAsDouble(), last.bestDice(), 0);
        assertTrue(last.validation().isPresent());
    }

    private static void assertSane(TrainingProgress progress) {
        assertTrue(Float.isFinite(progress.loss()) && progress.loss() > 0);
        assertTrue(Double.isFinite(progress.secondsLeft()) && progress.secondsLeft() >= 0);
        assertTrue(Double.isFinite(progress.stepsPerSecond()) && progress.stepsPerSecond() > 0);
        assertEquals(progress.step() / 10.0, progress.done(), 1e-9);
    }
}
