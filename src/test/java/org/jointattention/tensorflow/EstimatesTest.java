package org.jointattention.tensorflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.engine.EngineException;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.engine.Trainer;
import org.jointattention.engine.TrainerOptions;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.Weights;
import org.junit.Rule;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.junit.rules.TemporaryFolder;

/** What is estimated is what the graphs cost, and no graph is built in vain. */
public class EstimatesTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final List<String> built = new ArrayList<>();
    private final Graphs graphs = new Graphs() {
        @Override
        InferenceGraph inference(ModelSpec spec, Weights weights, PredictorOptions options) {
            built.add("inference");
            return super.inference(spec, weights, options);
        }

        @Override
        InferenceGraph outline(ModelSpec spec, PredictorOptions options) {
            built.add("outline");
            return super.outline(spec, options);
        }

        @Override
        TrainingGraph training(ModelSpec spec, TrainerOptions options) {
            built.add("training");
            return super.training(spec, options);
        }

        @Override
        List<WeightDeclaration> declarations(ModelSpec spec) {
            built.add("declarations");
            return super.declarations(spec);
        }
    };
    private final TensorFlowEngine engine = new TensorFlowEngine(new Memory(), graphs);
    private final ModelSpec spec = TestModels.tiny("joint@bottleneck,skip1", 2);
    private final PredictorOptions tile = PredictorOptions.tile(16, 32).withDevice(DeviceChoice.CPU);
    private final TrainerOptions training =
            TrainerOptions.of(2, 16, new float[] {1, 1, 1}).withDevice(DeviceChoice.CPU);

    private void assertBuilt(String... names) {
        assertEquals(List.of(names), built);
        built.clear();
    }

    @Test
    public void anOutlineCostsWhatTheNetworkCosts() {
        for (String attention :
                new String[] {"none", "pointwise", "self@skip0", "joint", "joint:competitive", "joint:slim"}) {
            ModelSpec model = TestModels.tiny(attention, 3);
            Weights weights = engine.initialWeights(model, 1);
            for (PredictorOptions options : List.of(tile, tile.withBatch(3))) {
                try (InferenceGraph outline = InferenceGraph.outline(model, options);
                        InferenceGraph graph = InferenceGraph.of(model, weights, options)) {
                    assertEquals(graph.cost().peakBytes(), outline.cost().peakBytes());
                    assertEquals(graph.cost().flops(), outline.cost().flops());
                }
            }
        }
    }

    @Test
    public void aTrainingIsBuiltOnce() {
        Weights weights = engine.initialWeights(spec, 1);
        engine.trainer(spec, weights, training).close();
        assertBuilt("declarations", "training");
        engine.trainerBytes(spec, training);
        assertBuilt();
    }

    @Test
    public void anAnnouncedTrainingIsEstimatedOnce() {
        long bytes = engine.trainerBytes(spec, training);
        assertEquals(bytes, engine.trainerBytes(spec, training.withThreads(1).withWeightDecay(0)));
        assertBuilt("training");
        try (Trainer trainer = engine.trainer(spec, engine.initialWeights(spec, 1), training)) {
            assertBuilt("declarations", "training");
        }
    }

    @Test
    public void otherTrainingsAreEstimatedAnew() {
        TrainerOptions options = TrainerOptions.of(1, 64, new float[] {1, 1, 1});
        long bytes = engine.trainerBytes(spec, options);
        assertTrue(engine.trainerBytes(spec, options.withAveraging(0.9)) > bytes);
        assertTrue(engine.trainerBytes(spec, TrainerOptions.of(2, 64, new float[] {1, 1, 1})) > bytes);
        assertTrue(engine.trainerBytes(spec, TrainerOptions.of(1, 128, new float[] {1, 1, 1})) > bytes);
        assertNotEquals(bytes, engine.trainerBytes(TestModels.tiny("none", 2), options));
        assertBuilt("training", "training", "training", "training", "training");
    }

    @Test
    public void predictorsAreEstimatedWithoutWeights() {
        long bytes = engine.predictorBytes(spec, tile);
        assertEquals(bytes, engine.predictorBytes(spec, tile.withThreads(1)));
        assertBuilt("outline");
        assertTrue(engine.predictorBytes(spec, tile.withBatch(8)) > bytes);
        assertTrue(engine.predictorBytes(spec, PredictorOptions.tile(64, 32)) > bytes);
        assertTrue(engine.predictorBytes(spec, PredictorOptions.tile(16, 64)) > bytes);
        assertBuilt("outline", "outline", "outline");
    }

    @Test
    public void aPredictorIsBuiltOnce() {
        Weights weights = engine.initialWeights(spec, 1);
        for (int i = 0; i < 2; i++) {
            try (Predictor predictor = engine.predictor(spec, weights, tile)) {
                assertTrue(predictor.flops() > 0);
            }
        }
        assertBuilt("declarations", "inference", "inference");
    }

    private TensorFlowEngine engineWith(long kibibytes) throws IOException {
        Path proc = Files.createDirectories(folder.getRoot().toPath().resolve("proc"));
        Files.write(proc.resolve("meminfo"), ("MemAvailable: " + kibibytes + " kB\n").getBytes());
        return new TensorFlowEngine(new Memory(folder.getRoot().toPath()), graphs);
    }

    private static void assertRefused(String message, ThrowingRunnable call) {
        EngineException e = assertThrows(EngineException.class, call);
        assertTrue(e.getMessage(), e.getMessage().matches(message));
    }

    @Test
    public void whatDoesNotFitIsRefused() throws IOException {
        TensorFlowEngine poor = engineWith(1000);
        Weights weights = engine.initialWeights(spec, 1);
        assertRefused(
                "A tile of 32x16 pixels needs about .* GB .* Use a smaller tile\\.",
                () -> poor.predictor(spec, weights, tile));
        assertRefused(
                "Training with 2 patches of 16x16 pixels needs about .* GB .*",
                () -> poor.trainer(spec, weights, training));
    }

    /** Only the graph is built: its tensors would be of more values than 32 bits can count. */
    @Test
    public void largerTensorsThanCanBeComputedAreRefused() throws IOException {
        TensorFlowEngine rich = engineWith(1L << 50);
        ModelSpec plain = TestModels.tiny("none", 1);
        Weights weights = engine.initialWeights(plain, 1);
        String rest = "needs a tensor of \\d{10,} values, but TensorFlow can compute with at most 2147483639\\..*";
        assertRefused(
                "A tile of 32768x32768 pixels " + rest,
                () -> rich.predictor(plain, weights, PredictorOptions.tile(32768, 32768)));
        assertRefused(
                "Training with 64 patches of 4096x4096 pixels " + rest,
                () -> rich.trainer(plain, weights, TrainerOptions.of(64, 4096, new float[] {1, 1, 1})));
    }
}
