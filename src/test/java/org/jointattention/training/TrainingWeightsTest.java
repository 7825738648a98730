package org.jointattention.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jointattention.engine.EngineException;
import org.jointattention.model.ModelFile;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Which weights are kept, and what happens when a training diverges. */
public class TrainingWeightsTest {
    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private final ScriptedEngine engine = new ScriptedEngine();
    private Path file;
    private TinyTraining training;

    @Before
    public void settings() {
        file = temporary.getRoot().toPath().resolve("model.zip");
        training = TinyTraining.of(file).on(engine).on(ramp());
    }

    /** Grey values rise from left to right; the brighter half is class 1. */
    private static DataSet ramp() {
        Sample sample = PlanSamples.sample(40, 20, (x, y) -> x, (x, y) -> x < 20 ? 0 : 1);
        return DataSet.of(Collections.nCopies(4, sample), 2);
    }

    @Test
    public void theBestByValidationDiceIsKept() {
        engine.threshold(step -> step == 8 ? 0 : step == 4 ? 1 : 0.5);
        RecordingListener listener = RecordingListener.toTheEnd();
        TrainingOutcome outcome = training.run(listener);
        assertEquals(8, outcome.bestStep());
        assertEquals(1, outcome.bestDice().getAsDouble(), 0.02);
        assertEquals("8", ModelFile.read(file).card().figures().get("best step"));
        assertEquals("1.0000", ModelFile.read(file).card().figures().get("validation Dice"));

        TinyTraining toStep8 = training.to(temporary.getRoot().toPath().resolve("8.zip"));
        assertEquals(8, toStep8.run(RecordingListener.stoppingAfter(8)).steps());
        assertEquals(toStep8.weights(), training.weights());
        double[] bestDice = listener.progress().stream()
                .mapToDouble(TrainingProgress::bestDice)
                .toArray();
        assertTrue(Double.isNaN(bestDice[0]));
        assertEquals(outcome.bestDice().getAsDouble(), bestDice[bestDice.length - 1], 0);
    }

    @Test
    public void equalDiceKeepsTheEarlierWeights() {
        engine.threshold(step -> 0);
        assertEquals(TinyTraining.EVERY, training.run().bestStep());
    }

    @Test
    public void withoutValidationTheLastWeightsAreKept() throws IOException {
        training = training.with(builder -> builder.validationFraction(0.0)).on(ramp());
        RecordingListener listener = RecordingListener.toTheEnd();
        TrainingOutcome outcome = training.run(listener);
        assertEquals(TinyTraining.STEPS, outcome.bestStep());
        assertFalse(outcome.bestDice().isPresent());
        assertTrue(listener.progress().stream().noneMatch(p -> p.validation().isPresent()));
        assertTrue(listener.warnings().isEmpty());
        assertFalse(ModelFile.read(file).card().figures().containsKey("validation Dice"));
        assertTrue(training.history(), training.history().endsWith(",NaN"));
        assertTrue(Files.size(training.folder().picture()) > 1000);
    }

    @Test
    public void stoppedBeforeTheFirstValidationTheAveragedWeightsAreKeptUntilAnyAreValidated() {
        TrainingOutcome stopped = training.run(RecordingListener.stoppingAfter(3));
        assertTrue(stopped.isUnvalidated());
        assertEquals(3, stopped.bestStep());
        assertFalse(stopped.bestDice().isPresent());
        Checkpoint checkpoint = checkpoint();
        assertFalse(checkpoint.best().isPresent());
        float average = checkpoint.state().optimiser().get("average/w").values()[0];
        assertEquals(average, ScriptedEngine.weightOf(training.weights()), 0);
        assertNotEquals(average, ScriptedEngine.weightOf(checkpoint.state().weights()), 0);
        Map<String, String> figures = ModelFile.read(file).card().figures();
        assertTrue(figures.toString(), figures.get("validation").startsWith("none: "));
        assertEquals("3", figures.get("steps"));
        assertFalse(figures.containsKey("validation Dice") || figures.containsKey("best step"));

        TrainingOutcome resumed = training.resume();
        assertFalse(resumed.isUnvalidated());
        assertTrue(resumed.bestDice().isPresent());
        figures = ModelFile.read(file).card().figures();
        assertFalse(figures.containsKey("validation"));
        assertTrue(figures.containsKey("validation Dice"));
    }

    @Test
    public void validationImagesWithoutForegroundChooseNothing() {
        Sample blank = PlanSamples.constant(30, 30, 5, 0);
        training = training.on(new Split(ramp(), DataSet.of(List.of(blank), 2)));
        RecordingListener listener = RecordingListener.toTheEnd();
        TrainingOutcome outcome = training.run(listener);
        assertEquals(TinyTraining.STEPS, outcome.bestStep());
        assertEquals(1, listener.warnings().size());
        assertTrue(listener.warnings().get(0).contains("no foreground"));
    }

    @Test
    public void classesThatNoValidationImageShowsDoNotCount() {
        Sample third = PlanSamples.sample(40, 20, (x, y) -> x, (x, y) -> x < 20 ? 0 : x < 38 ? 1 : 2);
        DataSet train = DataSet.of(List.of(third), 3);
        Sample shown = ramp().samples().get(0);
        engine.threshold(step -> 0);
        training = training.on(new Split(train, DataSet.of(List.of(shown), 3)));
        RecordingListener listener = RecordingListener.toTheEnd();
        TrainingOutcome outcome = training.run(listener);
        assertEquals(1, outcome.bestDice().getAsDouble(), 0.02);
        assertTrue(Double.isNaN(listener.progress()
                .get(listener.progress().size() - 1)
                .validation()
                .get()
                .dice(2)));
    }

    @Test
    public void aLossThatIsNoNumberEndsTheTrainingAndLeavesTheCheckpoint() throws IOException {
        engine.loss(step -> step == 6 ? Double.NaN : 0);
        EngineException failure = assertThrows(EngineException.class, training::run);
        assertTrue(failure.getMessage(), failure.getMessage().contains("NaN at step 7"));
        assertTrue(failure.getMessage(), failure.getMessage().contains("step 4 were saved to " + file));
        assertEquals("4", ModelFile.read(file).card().figures().get("best step"));
        assertEquals(4, checkpoint().state().step());

        byte[] checkpoint = Files.readAllBytes(training.folder().checkpoint());
        assertThrows(EngineException.class, training::resume);
        assertArrayEquals(checkpoint, Files.readAllBytes(training.folder().checkpoint()));
    }

    @Test
    public void aLossThatIsNoNumberBeforeTheFirstValidationLeavesNothing() {
        engine.loss(step -> step == 2 ? Double.POSITIVE_INFINITY : 0);
        EngineException failure = assertThrows(EngineException.class, training::run);
        assertFalse(failure.getMessage(), failure.getMessage().contains("saved"));
        assertFalse(Files.exists(file));
        assertFalse(training.folder().hasCheckpoint());
    }

    @Test
    public void weightsThatAreNoNumbersAreNeverSaved() {
        engine.weight(step -> step == 7 ? Double.NaN : 0);
        EngineException failure = assertThrows(EngineException.class, training::run);
        assertTrue(failure.getMessage(), failure.getMessage().contains("weights became NaN by step 8"));
        assertTrue(failure.getMessage(), failure.getMessage().contains("smaller learning rate"));
        assertEquals(4, checkpoint().state().step());
        assertTrue(Float.isFinite(ScriptedEngine.weightOf(training.weights())));
    }

    private Checkpoint checkpoint() {
        TrainingSettings settings = TrainingSettings.of(training.plan(), training.split());
        return training.folder().load(settings, false).checkpoint();
    }

    @Test
    public void pixelsWithoutLabelCountNowhere() {
        byte unlabelled = (byte) 255;
        Sample full = ramp().samples().get(0);
        byte[] labels = full.labels().clone();
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % 40 >= 35 ? unlabelled : labels[i];
        }
        Sample sparse = new Sample("sparse", full.image(), labels);
        // Only the unlabelled columns at the right are found, so the labelled ones have no overlap.
        engine.threshold(step -> 1.35);
        TrainingOutcome outcome =
                training.on(new Split(ramp(), DataSet.of(List.of(sparse), 2))).run();
        assertEquals(0, outcome.bestDice().getAsDouble(), 0);
        assertNotEquals(
                0, training.on(new Split(ramp(), ramp())).run().bestDice().getAsDouble(), 0);
    }
}
