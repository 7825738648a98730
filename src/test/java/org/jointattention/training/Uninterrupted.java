package org.jointattention.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jointattention.model.Weights;

/** An uninterrupted training, and what must be equal to it. */
final class Uninterrupted {
    private final Path folder;
    private final TinyTraining settings;
    private final TrainingOutcome outcome;
    private final Weights weights;
    private final String history;

    Uninterrupted(Path folder, TinyTraining settings) {
        this.folder = folder;
        this.settings = settings;
        TinyTraining training = training("whole.zip");
        outcome = training.run();
        weights = training.weights();
        history = training.history();
    }

    /** The same training to another file of the folder. */
    TinyTraining training(String name) {
        return settings.to(folder.resolve(name));
    }

    TrainingOutcome outcome() {
        return outcome;
    }

    Weights weights() {
        return weights;
    }

    /** Without times. */
    String history() {
        return history;
    }

    void assertSame(TinyTraining training, TrainingOutcome other) {
        assertTrue(other.complete());
        assertEquals(TinyTraining.STEPS, other.steps());
        assertEquals(outcome.bestStep(), other.bestStep());
        assertEquals(outcome.bestDice(), other.bestDice());
        assertEquals(history, training.history());
        assertEquals(weights, training.weights());
        assertEquals(weights, other.model().get().weights());
    }

    /** Stops a training, and asserts that resuming it makes it the same as this. */
    void assertResumes(String name, RecordingListener listener, long steps, boolean hasModel) {
        TinyTraining training = training(name);
        TrainingOutcome stopped = training.run(listener);
        assertFalse(stopped.complete());
        assertEquals(steps, stopped.steps());
        assertEquals(hasModel, stopped.model().isPresent());
        assertEquals(hasModel, Files.exists(folder.resolve(name)));
        assertSame(training, training.resume());
    }
}
