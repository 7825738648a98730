package org.jointattention.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jointattention.engine.Engine;
import org.jointattention.engine.Engines;
import org.jointattention.image.FloatPlane;
import org.jointattention.model.Model;
import org.jointattention.model.ModelCard;
import org.jointattention.model.ModelFile;
import org.jointattention.model.NormalizationSpec;
import org.jointattention.model.Weights;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Trainings that start from a model. */
public class FineTuningTest {
    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private final PlanRequest quick = builder().attention("none").scale(0.5).build();
    private Path root;
    private Split discs;

    @Before
    public void data() {
        root = temporary.getRoot().toPath();
        discs = Split.of(DataSet.of(PlanSamples.manyDiscs(5, 40, 5, 4), 2), quick);
    }

    private static PlanRequestBuilder builder() {
        return PlanRequest.builder().patch(16).batch(2).steps(4).checkpointEvery(4);
    }

    private static Model model(Split split, PlanRequest request, Engine engine) {
        TrainingPlan plan = TrainingPlan.of(split, request);
        ModelCard card = new ModelCard("first", "", "", "", "", "", Map.of());
        return new Model(plan.spec(), engine.initialWeights(plan.spec(), 5), card);
    }

    private TrainingOutcome train(Engine engine, PlanRequest request, Split split, String file) {
        return training(engine, request, split, file).run(TrainingListener.NONE);
    }

    private Training training(Engine engine, PlanRequest request, Split split, String file) {
        ModelCard card = new ModelCard("tuned", "", "", "", "", "", Map.of());
        TrainingPlan plan = TrainingPlan.of(split, request);
        return new Training(engine, plan, split, card, root.resolve(file)).withThreads(1);
    }

    private static Split threeClasses() {
        List<Sample> samples = new ArrayList<>();
        for (Sample sample : PlanSamples.manyDiscs(5, 40, 5, 4)) {
            sample.labels()[0] = 2;
            samples.add(sample);
        }
        return Split.of(DataSet.of(samples, 3), PlanRequest.automatic());
    }

    private static Optional<Decision> decision(TrainingPlan plan, String name) {
        return plan.decisions().stream()
                .filter(decision -> decision.name().equals(name))
                .findFirst();
    }

    @Test
    public void theModelDecidesOnTheNetwork() {
        PlanRequest other = builder()
                .attention("self")
                .scale(0.5)
                .normalization(NormalizationSpec.meanStd())
                .build();
        Model first = model(discs, other, new ScriptedEngine());
        TrainingPlan plan = TrainingPlan.of(discs, builder().start(first).build());
        assertEquals(first.spec(), plan.spec());
        assertEquals(first, plan.start().get());
        assertTrue(plan.describe(), plan.describe().contains("of the model that it starts from"));
        assertEquals("'first'", decision(plan, "start").get().value());
        assertEquals(5e-4, plan.learningRate(), 0);
        assertFalse(decision(plan, "preset").isPresent());
        assertFalse(TrainingPlan.of(discs, quick).start().isPresent());
    }

    @Test
    public void trainingStartsFromTheModelsWeights() {
        Engine engine = Engines.classPath();
        Model first = model(discs, quick, engine);
        PlanRequest still = builder().start(first).learningRate(1e-8).build();
        Weights kept = train(engine, still, discs, "kept.zip").model().get().weights();
        assertArrayEquals(
                first.weights().get("head/kernel").values(),
                kept.get("head/kernel").values(),
                1e-4f);
        assertEquals(
                "first",
                ModelFile.read(root.resolve("kept.zip")).card().figures().get("started from"));

        Split three = threeClasses();
        Weights more = train(engine, still, three, "more.zip").model().get().weights();
        int same = 0;
        for (String name : first.weights().names()) {
            boolean learned = !name.matches(".*(mean|variance)$");
            if (name.startsWith("head/")) {
                assertEquals(3, more.get(name).shape()[more.get(name).shape().length - 1]);
            } else if (learned) {
                same++;
                assertArrayEquals(
                        name, first.weights().get(name).values(), more.get(name).values(), 1e-4f);
            }
        }
        assertTrue(same > 5);
        TrainingPlan plan = TrainingPlan.of(three, still);
        assertEquals("random", decision(plan, "last layer").get().value());
        assertEquals(
                "3 classes, where the model has 2",
                decision(plan, "last layer").get().reason());
    }

    @Test
    public void theStartChangesTheResult() {
        ScriptedEngine engine = new ScriptedEngine();
        Model first = model(discs, quick, engine);
        train(engine, builder().start(first).build(), discs, "tuned.zip");
        train(engine, builder().attention("none").scale(0.5).learningRate(5e-4).build(), discs, "new.zip");
        assertNotEquals(
                ModelFile.read(root.resolve("tuned.zip")).weights(),
                ModelFile.read(root.resolve("new.zip")).weights());
    }

    @Test
    public void otherChannelsAreRefused() {
        Model first = model(discs, quick, new ScriptedEngine());
        Split colour = Split.of(DataSet.of(List.of(colour(), colour()), 2), quick);
        String message = assertThrows(
                        PlanException.class,
                        () -> TrainingPlan.of(colour, builder().start(first).build()))
                .getMessage();
        assertTrue(message, message.contains("The model 'first' takes images of 1 channel, but these have 3 channels"));
    }

    private static Sample colour() {
        float[] values = new float[40 * 40 * 3];
        byte[] labels = new byte[40 * 40];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 7;
        }
        Arrays.fill(labels, 0, 100, (byte) 1);
        return new Sample("colour", new FloatPlane(40, 40, 3, values), labels);
    }

    @Test
    public void whatTheModelBringsCannotBeChosen() {
        Model first = model(discs, quick, new ScriptedEngine());
        PlanRequest both =
                builder().start(first).attention("self").preset(Preset.BASE).build();
        String message = assertThrows(PlanException.class, both::check).getMessage();
        assertTrue(message, message.contains("keeps the model's preset and attention"));
        PlanRequest patch = builder().start(first).patch(17).build();
        assertTrue(assertThrows(PlanException.class, patch::check).getMessage().contains("not a multiple of"));
    }

    @Test
    public void weightsOfAnotherNetworkAreRefused() {
        Engine engine = Engines.classPath();
        Model sound = model(discs, quick, engine);
        Model foreign = new Model(sound.spec(), new ScriptedEngine().initialWeights(sound.spec(), 1), sound.card());
        PlanRequest request = builder().start(foreign).build();
        String message = assertThrows(RuntimeException.class, () -> train(engine, request, discs, "no.zip"))
                .getMessage();
        assertTrue(message, message.contains("another network"));
    }

    @Test
    public void aFineTuningIsResumedFromTheSameModel() {
        ScriptedEngine engine = new ScriptedEngine();
        Model first = model(discs, quick, engine);
        PlanRequest request = builder().start(first).steps(8).build();
        train(engine, request, discs, "whole.zip");
        training(engine, request, discs, "part.zip").run(RecordingListener.stoppingAfter(4));
        assertTrue(new CheckpointFolder(root.resolve("part.zip")).isFineTuning());
        assertFalse(new CheckpointFolder(root.resolve("none.zip")).isFineTuning());
        assertTrue(training(engine, request, discs, "part.zip")
                .resume(TrainingListener.NONE)
                .complete());
        assertEquals(
                ModelFile.read(root.resolve("whole.zip")).weights(),
                ModelFile.read(root.resolve("part.zip")).weights());
    }
}
