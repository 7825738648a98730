package org.jointattention.tensorflow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.imglib2.img.array.ArrayImgs;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.engine.EngineException;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.engine.Trainer;
import org.jointattention.engine.TrainerOptions;
import org.jointattention.model.BackboneSpec;
import org.jointattention.model.Model;
import org.jointattention.model.ModelFile;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.Weights;
import org.jointattention.segmentation.ProbabilityRows;
import org.jointattention.segmentation.Progress;
import org.jointattention.segmentation.Segmenter;
import org.jointattention.tensorflow.backbone.Backbones;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Every backbone as a model: trained, kept in a file, and used. */
@RunWith(Parameterized.class)
public class BackboneModelsTest {
    private static final int PATCH = 16;
    private static final int BATCH = 2;
    private static final int CHANNELS = 2;
    private static final double RATE = 1e-2;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final TensorFlowEngine engine = new TensorFlowEngine();
    private final ModelSpec spec;
    private final float[] images = TestModels.noise(BATCH * PATCH * PATCH * CHANNELS, 1);
    private final byte[] labels = TestModels.labels(images, CHANNELS);

    @Parameters(name = "{0}")
    public static List<Backbones> backbones() {
        return Arrays.asList(Backbones.values());
    }

    public BackboneModelsTest(Backbones backbone) {
        spec = TestModels.of(new BackboneSpec(backbone.label(), 2, 2, 4, 4), "joint@bottleneck,skip1", CHANNELS);
    }

    private Trainer trainer(int threads) {
        TrainerOptions options = TrainerOptions.of(BATCH, PATCH, new float[] {1, 1, 1});
        return engine.trainer(
                spec,
                engine.initialWeights(spec, 1),
                options.withDevice(DeviceChoice.CPU).withThreads(threads));
    }

    private Predictor predictor(Weights weights) {
        PredictorOptions options = PredictorOptions.tile(PATCH, PATCH);
        return engine.predictor(spec, weights, options.withDevice(DeviceChoice.CPU));
    }

    private float steps(Trainer trainer, int count) {
        float loss = 0;
        for (int i = 0; i < count; i++) {
            loss = trainer.step(images, labels, RATE);
        }
        return loss;
    }

    @Test
    public void learnsAndItsFoldedWeightsGiveWhatTheTrainingGave() {
        try (Trainer trainer = trainer(2)) {
            float first = steps(trainer, 1);
            float last = steps(trainer, 40);
            assertTrue(first + " to " + last, last < 0.7 * first);
            float[] one = Arrays.copyOf(images, images.length / BATCH);
            float[] unfolded = new float[PATCH * PATCH * TestModels.CLASSES];
            float[] folded = new float[unfolded.length];
            trainer.predict(one, unfolded);
            try (Predictor predictor = predictor(trainer.weights())) {
                predictor.predict(one, folded);
            }
            assertArrayEquals(unfolded, folded, 2e-4f);
        }
    }

    @Test
    public void sameSeedGivesTheSameBits() {
        Weights[] results = new Weights[2];
        for (int run = 0; run < 2; run++) {
            try (Trainer trainer = trainer(2)) {
                steps(trainer, 5);
                results[run] = trainer.weights();
            }
        }
        assertEquals(results[0], results[1]);
    }

    @Test
    public void segmentsAlikeAfterItWasInAFile() throws IOException {
        Weights weights = engine.initialWeights(spec, 4);
        Path file = folder.getRoot().toPath().resolve("model.zip");
        ModelFile.write(new Model(spec, weights, org.jointattention.model.TestModels.card("tiny")), file);
        Model read = ModelFile.read(file);
        assertEquals(spec, read.spec());
        assertEquals(weights, read.weights());
        assertArrayEquals(segmented(spec, weights), segmented(read.spec(), read.weights()), 0);
    }

    private float[] segmented(ModelSpec model, Weights weights) {
        ProbabilityRows rows = new ProbabilityRows(37, 21, TestModels.CLASSES);
        PredictorOptions options = PredictorOptions.tile(PATCH, PATCH).withDevice(DeviceChoice.CPU);
        try (Predictor predictor = engine.predictor(model, weights, options)) {
            new Segmenter(model, predictor)
                    .withOverlap(4)
                    .segment(
                            ArrayImgs.floats(TestModels.noise(37 * 21 * CHANNELS, 3), 37, 21, CHANNELS),
                            rows,
                            Progress.NONE);
        }
        float[] values = rows.plane().values();
        for (int i = 0; i < values.length; i += TestModels.CLASSES) {
            assertEquals(1, values[i] + values[i + 1] + values[i + 2], 1e-3);
        }
        return values;
    }

    @Test
    public void tilesThatAreNoMultipleOfTheStrideAreRefused() {
        EngineException e = assertThrows(
                EngineException.class,
                () -> engine.predictor(spec, engine.initialWeights(spec, 1), PredictorOptions.tile(16, 18)));
        assertTrue(e.getMessage(), e.getMessage().contains("must be multiples of 4"));
    }

    @Test
    public void weightsOfAnotherBackboneAreRefused() {
        Weights other = engine.initialWeights(TestModels.of(new BackboneSpec("unet", 1, 1, 1, 1), "none", 1), 1);
        assertThrows(EngineException.class, () -> predictor(other));
    }

    @Test
    public void itsOutlineCostsWhatItCosts() {
        PredictorOptions options = PredictorOptions.tile(PATCH, 2 * PATCH);
        try (InferenceGraph outline = InferenceGraph.outline(spec, options);
                InferenceGraph graph = InferenceGraph.of(spec, engine.initialWeights(spec, 1), options)) {
            assertEquals(graph.cost().peakBytes(), outline.cost().peakBytes());
            assertEquals(graph.cost().flops(), outline.cost().flops());
        }
    }
}
