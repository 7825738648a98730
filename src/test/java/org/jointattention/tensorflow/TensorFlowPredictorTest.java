package org.jointattention.tensorflow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jointattention.engine.AttentionBlock;
import org.jointattention.engine.EngineException;
import org.jointattention.engine.Precision;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.model.BackboneSpec;
import org.jointattention.model.ModelException;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.WeightArray;
import org.jointattention.model.Weights;
import org.junit.Test;

public class TensorFlowPredictorTest {
    private static final int SIZE = 16;

    private final TensorFlowEngine engine = new TensorFlowEngine();
    private final ModelSpec spec = TestModels.tiny("joint:competitive@bottleneck,skip1", 1);
    private final Weights weights = opened(engine.initialWeights(spec, 1));
    private final float[] input = TestModels.noise(SIZE * SIZE, 2);

    /** Weights whose attention is at work: every gamma that starts at 0 is set to one half. */
    private static Weights opened(Weights start) {
        Map<String, WeightArray> arrays = new LinkedHashMap<>();
        start.asMap().forEach((name, array) -> {
            float[] values = array.values().clone();
            if (name.contains("attention") && name.contains("gamma")) {
                Arrays.fill(values, 0.5f);
            }
            arrays.put(name, new WeightArray(array.shape(), values));
        });
        return new Weights(arrays);
    }

    private Predictor predictor() {
        return engine.predictor(spec, weights, PredictorOptions.tile(SIZE, SIZE));
    }

    private static float[] predict(Predictor predictor, float[] input) {
        float[] probabilities =
                new float[predictor.batch() * predictor.height() * predictor.width() * predictor.classes()];
        predictor.predict(input, probabilities);
        return probabilities;
    }

    @Test
    public void probabilitiesSumToOne() {
        try (Predictor predictor = predictor()) {
            float[] probabilities = predict(predictor, input);
            for (int i = 0; i < SIZE * SIZE; i++) {
                float sum = 0;
                for (int k = 0; k < TestModels.CLASSES; k++) {
                    sum += probabilities[i * TestModels.CLASSES + k];
                }
                assertEquals(1, sum, 1e-5);
            }
        }
    }

    @Test
    public void tilesOfABatchAreIndependent() {
        float[] other = TestModels.noise(SIZE * SIZE, 3);
        float[] both = Arrays.copyOf(input, 2 * input.length);
        System.arraycopy(other, 0, both, input.length, other.length);
        PredictorOptions pair = PredictorOptions.tile(SIZE, SIZE).withBatch(2);
        try (Predictor one = predictor();
                Predictor two = engine.predictor(spec, weights, pair)) {
            float[] together = predict(two, both);
            int half = together.length / 2;
            assertArrayEquals(predict(one, input), Arrays.copyOf(together, half), 1e-5f);
            assertArrayEquals(predict(one, other), Arrays.copyOfRange(together, half, 2 * half), 1e-5f);
        }
    }

    @Test
    public void tilesNeedNotBeSquare() {
        try (Predictor predictor = engine.predictor(spec, weights, PredictorOptions.tile(8, 20))) {
            assertEquals(8 * 20 * TestModels.CLASSES, predict(predictor, new float[160]).length);
        }
    }

    @Test
    public void attentionCanBeLookedInto() {
        try (Predictor predictor = predictor()) {
            List<AttentionBlock> blocks = predictor.attentionBlocks();
            assertEquals("[skip1 (8x8), bottleneck (4x4)]", blocks.toString());
            for (AttentionBlock block : blocks) {
                assertTrue(block.hasGate() && block.hasRows());
                float[] gate = predictor.gate(block, input);
                assertEquals(block.height() * block.width(), gate.length);
                for (int y = 0; y < block.height(); y++) {
                    float[] row = predictor.row(block, input, y, 1);
                    assertEquals(
                            "a row of the competitive form sums to 1", 1, gate[y * block.width() + 1] + sum(row), 1e-5);
                }
            }
        }
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    @Test
    public void theRowIsTheOneOfTheAskedPosition() {
        float[] wide = TestModels.noise(SIZE * 2 * SIZE, 5);
        try (Predictor predictor = engine.predictor(spec, weights, PredictorOptions.tile(SIZE, 2 * SIZE))) {
            AttentionBlock block = predictor.attentionBlocks().get(1);
            assertEquals("bottleneck (8x4)", block.toString());
            float[] gate = predictor.gate(block, wide);
            Set<Float> gates = new HashSet<>();
            for (int position = 0; position < gate.length; position++) {
                gates.add(gate[position]);
                float[] row = predictor.row(block, wide, position / 8, position % 8);
                assertEquals("position " + position, 1 - gate[position], sum(row), 1e-5);
            }
            assertEquals("every position has a gate of its own", gate.length, gates.size());
        }
    }

    @Test
    public void blocksAreKnownByTheirNames() {
        try (Predictor predictor = predictor()) {
            AttentionBlock known = predictor.attentionBlocks().get(1);
            AttentionBlock namesake = new AttentionBlock(known.name(), 99, 99, true, true);
            assertArrayEquals(predictor.gate(known, input), predictor.gate(namesake, input), 0);
            AttentionBlock stranger = new AttentionBlock("nowhere", 4, 4, true, true);
            EngineException e = assertThrows(EngineException.class, () -> predictor.gate(stranger, input));
            assertEquals("Unknown attention block 'nowhere'; there are: skip1, bottleneck.", e.getMessage());
        }
    }

    @Test
    public void networksWithoutAttentionHaveNoBlocks() {
        ModelSpec plain = TestModels.tiny("none", 1);
        try (Predictor predictor =
                engine.predictor(plain, engine.initialWeights(plain, 1), PredictorOptions.tile(SIZE, SIZE))) {
            assertEquals(List.of(), predictor.attentionBlocks());
        }
    }

    @Test
    public void positionsOutsideTheGridAreRefused() {
        try (Predictor predictor = predictor()) {
            AttentionBlock block = predictor.attentionBlocks().get(0);
            EngineException e = assertThrows(EngineException.class, () -> predictor.row(block, input, 8, 0));
            assertEquals("Position 0,8 lies outside the attention grid of 8x8.", e.getMessage());
        }
    }

    @Test
    public void partsThatABlockDoesNotHaveAreRefused() {
        ModelSpec self = TestModels.tiny("self", 1);
        try (Predictor predictor =
                engine.predictor(self, engine.initialWeights(self, 1), PredictorOptions.tile(SIZE, SIZE))) {
            AttentionBlock block = predictor.attentionBlocks().get(0);
            EngineException e = assertThrows(EngineException.class, () -> predictor.gate(block, input));
            assertEquals("The attention block bottleneck (4x4) has no point-wise part.", e.getMessage());
        }
    }

    @Test
    public void severalThreadsMayPredictAtOnce() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Predictor predictor = predictor()) {
            float[] expected = predict(predictor, input);
            List<Future<float[]>> results = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                results.add(threads.submit(() -> predict(predictor, input)));
            }
            for (Future<float[]> result : results) {
                assertArrayEquals(expected, result.get(), 0);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    public void reducedPrecisionIsComputedAndStaysCloseOrIsRefused() {
        PredictorOptions reduced = PredictorOptions.tile(SIZE, SIZE).withPrecision(Precision.BFLOAT16);
        try (Predictor exact = predictor();
                Predictor fast = engine.predictor(spec, weights, reduced)) {
            assertEquals(Precision.BFLOAT16, fast.precision());
            float[] expected = predict(exact, input);
            float[] actual = predict(fast, input);
            assertArrayEquals(expected, actual, (float) PrecisionChoice.TOLERANCE);
            assertFalse("claimed, but not computed", Arrays.equals(expected, actual));
        } catch (EngineException e) {
            assertTrue(e.getMessage(), e.getMessage().startsWith("bfloat16 was asked for, but "));
        }
    }

    private void assertJudged(PredictorOptions options, String input) {
        try (Predictor predictor = engine.predictor(spec, weights, options)) {
            assertNotEquals(Precision.AUTO, predictor.precision());
            String reason = predictor.precisionReason();
            assertTrue(
                    reason,
                    reason.matches("bfloat16: .*probabilities on " + input + " (agree within|differ by up to) .*")
                            || reason.equals("this CPU computes no bfloat16")
                            || !predictor.device().name().equals("CPU"));
        }
    }

    @Test
    public void automaticPrecisionSaysWhy() {
        PredictorOptions auto = PredictorOptions.tile(SIZE, SIZE).withPrecision(Precision.AUTO);
        assertJudged(auto, "random noise");
        assertJudged(auto.withSample(input), "the first image's tile");
        assertJudged(auto.withSample(input).withBatch(3), "the first image's tile");
    }

    @Test
    public void unusableSamplesAreRefused() {
        PredictorOptions options = PredictorOptions.tile(SIZE, SIZE).withBatch(2);
        EngineException length = assertThrows(
                EngineException.class,
                () -> engine.predictor(spec, weights, options.withSample(new float[2 * SIZE * SIZE])));
        assertEquals("The sample array has 512 values instead of 256 for [16, 16, 1].", length.getMessage());
        float[] broken = new float[SIZE * SIZE];
        broken[7] = Float.NaN;
        EngineException value =
                assertThrows(EngineException.class, () -> engine.predictor(spec, weights, options.withSample(broken)));
        assertTrue(value.getMessage(), value.getMessage().startsWith("The sample array holds NaN at index 7"));
    }

    @Test
    public void wrongTilesAndArraysAreRefused() {
        assertThrows(
                EngineException.class, () -> engine.predictor(spec, weights, PredictorOptions.tile(SIZE + 1, SIZE)));
        try (Predictor predictor = predictor()) {
            assertThrows(EngineException.class, () -> predict(predictor, new float[5]));
            assertThrows(EngineException.class, () -> predictor.predict(input, new float[5]));
            float[] broken = input.clone();
            broken[9] = Float.NaN;
            EngineException e = assertThrows(EngineException.class, () -> predict(predictor, broken));
            assertEquals("The input array holds NaN at index 9: every value must be finite.", e.getMessage());
            AttentionBlock block = predictor.attentionBlocks().get(0);
            assertThrows(EngineException.class, () -> predictor.gate(block, broken));
        }
    }

    @Test
    public void weightsOfAnotherNetworkAreRefused() {
        ModelSpec other = TestModels.of(new BackboneSpec("denseunet", 2, 2, 8, 4), "none", 1);
        EngineException e = assertThrows(
                EngineException.class, () -> engine.predictor(other, weights, PredictorOptions.tile(SIZE, SIZE)));
        assertTrue(e.getMessage(), e.getMessage().contains("has another shape"));
        assertThrows(ModelException.class, () -> weights.get("nowhere"));
    }

    @Test
    public void placesThatTheNetworkLacksAreRefused() {
        EngineException e =
                assertThrows(EngineException.class, () -> engine.initialWeights(TestModels.tiny("self@skip5", 1), 1));
        assertEquals(
                "This network has no place 'skip5' for attention; it has [skip0, skip1, bottleneck].", e.getMessage());
    }

    @Test
    public void closingWaitsForOtherThreads() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Predictor predictor = predictor();
            Future<?> endless = thread.submit(() -> {
                for (; ; ) {
                    predict(predictor, input);
                    busy.countDown();
                }
            });
            busy.await();
            predictor.close();
            ExecutionException e = assertThrows(ExecutionException.class, endless::get);
            assertTrue(e.toString(), e.getCause() instanceof EngineException);
            assertEquals("The predictor is closed.", e.getCause().getMessage());
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    public void closedPredictorsSaySo() {
        Predictor predictor = predictor();
        predictor.close();
        predictor.close();
        EngineException e = assertThrows(EngineException.class, () -> predict(predictor, input));
        assertEquals("The predictor is closed.", e.getMessage());
    }
}
