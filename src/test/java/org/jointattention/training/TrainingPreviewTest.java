package org.jointattention.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jointattention.engine.Device;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What a training shows while it runs, and what becomes of a cancelled one. */
public class TrainingPreviewTest {
    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private Path file;
    private TinyTraining training;

    @Before
    public void settings() {
        file = temporary.getRoot().toPath().resolve("model.zip");
        training = TinyTraining.of(file).on(new ScriptedEngine().threshold(step -> 0.5));
    }

    private static class Looking implements TrainingListener {
        final List<TrainingPreview> previews = new ArrayList<>();
        final List<Device> devices = new ArrayList<>();
        long step;

        @Override
        public void progress(TrainingProgress progress) {
            step = progress.step();
        }

        @Override
        public boolean stopped() {
            return false;
        }

        @Override
        public void started(Device device) {
            devices.add(device);
        }

        @Override
        public boolean wantsPreview(long number) {
            return number % 3 == 0;
        }

        @Override
        public void preview(TrainingPreview preview) {
            assertEquals(step, preview.step());
            previews.add(preview);
        }

        String steps() {
            return previews.stream()
                    .map(preview -> Long.toString(preview.step()))
                    .collect(Collectors.joining(","));
        }
    }

    @Test
    public void previewsComeWithValidationsAndWhereWanted() {
        Looking looking = new Looking();
        training.run(looking);
        assertEquals("3,4,6,8,9,10", looking.steps());
        TrainingPreview preview = looking.previews.get(0);
        assertTrue(preview.isValidation());
        Sample shown = training.split().validation().samples().get(0);
        assertSame(shown.image(), preview.image());
        assertEquals(shown.name(), preview.name());
        assertEquals(1, preview.truth().max());
        assertEquals(1, preview.predicted().max());
        assertEquals(1, looking.devices.size());
    }

    @Test
    public void withoutValidationImagesATrainingImageIsShown() {
        Looking looking = new Looking();
        training.with(builder -> builder.validationFraction(0.0))
                .on(training.split().train())
                .run(looking);
        assertEquals("3,6,9", looking.steps());
        assertFalse(looking.previews.get(0).isValidation());
    }

    @Test
    public void previewsDoNotChangeTheResult() {
        TrainingOutcome with = training.run(new Looking());
        TinyTraining without = training.to(temporary.getRoot().toPath().resolve("other.zip"));
        assertEquals(with.steps(), without.run().steps());
        assertEquals(training.weights(), without.weights());
        assertEquals(training.history(), without.history());
    }

    @Test
    public void aCancelledTrainingWritesNoModelAndCanBeResumed() {
        RecordingListener stopping = RecordingListener.stoppingAfter(6);
        TrainingOutcome outcome = training.run(new TrainingListener() {
            @Override
            public void progress(TrainingProgress progress) {
                stopping.progress(progress);
            }

            @Override
            public boolean stopped() {
                return stopping.stopped();
            }

            @Override
            public boolean discards() {
                return true;
            }
        });
        assertFalse(outcome.model().isPresent() || outcome.complete() || Files.exists(file));
        assertTrue(training.folder().hasCheckpoint());
        assertTrue(training.resume().complete());
        assertTrue(Files.exists(file));
    }
}
