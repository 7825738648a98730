package org.jointattention.tensorflow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jointattention.engine.AttentionBlock;
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
import org.jointattention.model.WeightArray;
import org.jointattention.model.Weights;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Every mechanism in a whole network: trained, saved, loaded by name, run folded, and looked into. */
public class EveryAttentionTest {
    private static final int PATCH = 16;
    private static final int BATCH = 2;

    /** Those that start as the identity. */
    private static final List<String> RESIDUAL = List.of(
            "pointwise",
            "self",
            "self:slim",
            "joint",
            "joint:slim",
            "joint:competitive",
            "joint:competitive-slim",
            "sequential",
            "sequential:slim",
            "nonlocal",
            "nonlocal:pooled",
            "nonlocal:dot",
            "dual",
            "generalized",
            "generalized:0010",
            "generalized:0101",
            "psa",
            "psa:collect",
            "psa:distribute");

    private static final List<String> OTHERS = List.of("cbam", "cbam:channel", "cbam:spatial", "aggregation", "gate");

    /** Those whose D can be seen. */
    private static final List<String> GATED = all().stream()
            .filter(name -> name.matches("(pointwise|joint|sequential).*|cbam|cbam:spatial|gate"))
            .collect(Collectors.toList());

    /** Those whose rows of P can be seen. */
    private static final List<String> DENSE = all().stream()
            .filter(name -> !name.matches("pointwise|cbam.*|gate"))
            .collect(Collectors.toList());

    /** Those whose rows of P sum to 1. */
    private static final List<String> STOCHASTIC = List.of(
            "self",
            "self:slim",
            "sequential",
            "sequential:slim",
            "nonlocal",
            "nonlocal:pooled",
            "generalized",
            "generalized:0010",
            "generalized:0101",
            "aggregation");

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private final TensorFlowEngine engine = new TensorFlowEngine();
    private final float[] images = TestModels.noise(BATCH * PATCH * PATCH, 1);
    private final byte[] labels = TestModels.labels(images, 1);
    private final float[] tile = Arrays.copyOf(images, PATCH * PATCH);

    private static List<String> all() {
        List<String> all = new ArrayList<>(RESIDUAL);
        all.addAll(OTHERS);
        return all;
    }

    private static ModelSpec spec(String attention) {
        return TestModels.tiny(attention + (attention.equals("gate") ? "@skip0,skip1" : "@bottleneck,skip1"), 1);
    }

    private Predictor predictor(ModelSpec spec, Weights weights) {
        return engine.predictor(spec, weights, PredictorOptions.tile(PATCH, PATCH));
    }

    private float[] predict(ModelSpec spec, Weights weights) {
        float[] probabilities = new float[PATCH * PATCH * TestModels.CLASSES];
        try (Predictor predictor = predictor(spec, weights)) {
            predictor.predict(tile, probabilities);
        }
        return probabilities;
    }

    /** Initial weights, those of attention changed so that it is at work. */
    private Weights atWork(ModelSpec spec) {
        Random random = new Random(4);
        Map<String, WeightArray> arrays = new LinkedHashMap<>();
        engine.initialWeights(spec, 1).asMap().forEach((name, array) -> {
            float[] values = array.values().clone();
            for (int i = 0; name.contains("/attention/") && i < values.length; i++) {
                values[i] += name.endsWith("/variance") ? random.nextFloat() : (float) random.nextGaussian() * 0.2f;
            }
            arrays.put(name, new WeightArray(array.shape(), values));
        });
        return new Weights(arrays);
    }

    @Test
    public void residualMechanismsLeaveTheNetworkAsItIsAtTheStart() {
        ModelSpec none = TestModels.tiny("none", 1);
        float[] expected = predict(none, engine.initialWeights(none, 1));
        for (String attention : RESIDUAL) {
            ModelSpec spec = spec(attention);
            assertArrayEquals(attention, expected, predict(spec, engine.initialWeights(spec, 1)), 1e-6f);
            assertTrue(attention, !Arrays.equals(expected, predict(spec, atWork(spec))));
        }
    }

    @Test
    public void everyMechanismIsTrainedAndRunsFoldedAsInTraining() {
        for (String attention : all()) {
            ModelSpec spec = spec(attention);
            TrainerOptions options =
                    TrainerOptions.of(BATCH, PATCH, new float[] {1, 1, 1}).withDevice(DeviceChoice.CPU);
            try (Trainer trainer = engine.trainer(spec, atWork(spec), options)) {
                float first = trainer.step(images, labels, 1e-2);
                float last = first;
                for (int i = 0; i < 6; i++) {
                    last = trainer.step(images, labels, 1e-2);
                }
                assertTrue(attention + ": " + first + " to " + last, last < first);
                float[] expected = new float[PATCH * PATCH * TestModels.CLASSES];
                trainer.predict(tile, expected);
                assertArrayEquals(attention, expected, predict(spec, trainer.weights()), 2e-5f);
            }
        }
    }

    @Test
    public void gatesTakeTheirQueryFromTheDecoderOfEachNetworkThatHasOne() {
        for (String name : List.of("denseunet", "unet", "nonlocalunet")) {
            ModelSpec spec = TestModels.of(new BackboneSpec(name, 2, 1, 4, 4), "gate@skip0,skip1", 1);
            Weights weights = engine.initialWeights(spec, 1);
            assertTrue(name, weights.names().stream().anyMatch(weight -> weight.startsWith("skip1/attention")));
            for (float probability : predict(spec, weights)) {
                assertTrue(name, probability >= 0 && probability <= 1);
            }
        }
        ModelSpec plus = TestModels.of(new BackboneSpec("unetplusplus", 2, 1, 4, 4), "gate@skip0", 1);
        EngineException e = assertThrows(EngineException.class, () -> engine.initialWeights(plus, 1));
        assertTrue(e.getMessage(), e.getMessage().contains("The skips of unetplusplus"));
    }

    @Test
    public void gatesAreForSkips() {
        EngineException e = assertThrows(
                EngineException.class, () -> engine.initialWeights(TestModels.tiny("gate@bottleneck", 1), 1));
        assertTrue(e.getMessage(), e.getMessage().contains("choose skip places"));
    }

    @Test
    public void everyMechanismIsSavedAndLoadedByName() {
        for (String attention : all()) {
            ModelSpec spec = spec(attention);
            Weights weights = atWork(spec);
            Path file = folder.getRoot().toPath().resolve(attention.replace(':', '-') + ".zip");
            ModelFile.write(new Model(spec, weights, org.jointattention.model.TestModels.card("any")), file);
            Model loaded = ModelFile.read(file);
            assertEquals(spec, loaded.spec());
            assertArrayEquals(attention, predict(spec, weights), predict(loaded.spec(), loaded.weights()), 0);
        }
    }

    @Test
    public void partsOfAttentionAreShownAtInference() {
        for (String attention : all()) {
            ModelSpec spec = spec(attention);
            try (Predictor predictor = predictor(spec, atWork(spec))) {
                boolean shown = GATED.contains(attention) || DENSE.contains(attention);
                assertEquals(
                        attention, shown ? 2 : 0, predictor.attentionBlocks().size());
                for (AttentionBlock block : predictor.attentionBlocks()) {
                    checkParts(attention, predictor, block);
                }
            }
        }
    }

    @Test
    public void denseAttentionNeedsLittleMemoryAtInference() {
        long whole = 4L * 256 * 256 * 256 * 256;
        for (String attention : DENSE) {
            ModelSpec spec = TestModels.tiny(attention + "@skip0", 1);
            long bytes = engine.predictorBytes(spec, PredictorOptions.tile(256, 256));
            assertTrue(attention + " " + (bytes >> 20) + " MiB", bytes < whole / 10);
        }
    }

    private void checkParts(String attention, Predictor predictor, AttentionBlock block) {
        int positions = block.height() * block.width();
        assertEquals(attention, GATED.contains(attention), block.hasGate());
        assertEquals(attention, DENSE.contains(attention), block.hasRows());
        if (block.hasGate()) {
            boolean scaled = attention.matches("joint|joint:slim"); // by a gamma of any sign
            for (float gate : predictor.gate(block, tile)) {
                assertTrue(attention + " " + gate, scaled ? Float.isFinite(gate) : gate > 0 && gate < 1);
            }
        }
        if (block.hasRows()) {
            float[] row = predictor.row(block, tile, 1, 2);
            assertEquals(attention, positions, row.length);
            double sum = 0;
            for (float value : row) {
                assertTrue(attention, Float.isFinite(value));
                sum += value;
            }
            assertTrue(attention + " " + sum, !STOCHASTIC.contains(attention) || Math.abs(sum - 1) < 1e-5);
        }
    }
}
