package org.jointattention.training;

import static org.junit.Assert.assertEquals;

import java.nio.file.Path;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** With the real engine, the same training gives the same bits, at once or in parts. */
public class RealTrainingTest {
    @ClassRule
    public static TemporaryFolder temporary = new TemporaryFolder();

    private static Uninterrupted whole;

    @BeforeClass
    public static void train() {
        Path folder = temporary.getRoot().toPath();
        whole = new Uninterrupted(folder, TinyTraining.of(folder));
    }

    @Test
    public void oneSeedGivesTheSameBits() {
        TinyTraining again = whole.training("again.zip");
        whole.assertSame(again, again.run());
    }

    @Test
    public void twoThreadsRepeatThemselves() {
        TinyTraining first = whole.training("threads1.zip");
        TinyTraining second = whole.training("threads2.zip");
        first.training().withThreads(2).run(TrainingListener.NONE);
        second.training().withThreads(2).run(TrainingListener.NONE);
        assertEquals(first.weights(), second.weights());
        assertEquals(first.history(), second.history());
    }

    @Test
    public void stoppedBetweenCheckpointsItGoesOnWithTheSameBits() {
        whole.assertResumes("between.zip", RecordingListener.stoppingAfter(6), 6, true);
    }

    @Test
    public void stoppedInAValidationItGoesOnWithTheSameBits() {
        whole.assertResumes("validation.zip", RecordingListener.stoppingInValidationAfter(4), 4, true);
    }
}
