package org.jointattention.tensorflow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.Arrays;
import java.util.List;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.Weights;
import org.junit.Test;

public class WeightInitializerTest {
    private static final int FAN_IN = 3 * 3 * 20;

    private static float[] draw(WeightKind kind) {
        WeightDeclaration declaration = new WeightDeclaration("w", kind, 3, 3, 20, 200);
        return new WeightInitializer(7).draw(List.of(declaration)).get("w").values();
    }

    private static void assertNormal(double variance, float[] values) {
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += (double) value * value;
        }
        // 36000 values: the mean and the relative variance deviate by 0.005 and 0.0075 as a rule.
        assertEquals(0, sum / values.length, 0.03 * Math.sqrt(variance));
        assertEquals(variance, squares / values.length, 0.03 * variance);
    }

    @Test
    public void kernelsHaveHesVarianceAndProjectionsHalfOfIt() {
        assertNormal(2.0 / FAN_IN, draw(WeightKind.KERNEL));
        assertNormal(1.0 / FAN_IN, draw(WeightKind.PROJECTION));
    }

    @Test
    public void embeddingsAreSmallWhateverTheirSize() {
        assertNormal(1e-4, draw(WeightKind.SMALL));
    }

    @Test
    public void theRestStartsAtAConstant() {
        for (WeightKind kind : List.of(WeightKind.BIAS, WeightKind.ZERO_GAMMA, WeightKind.MEAN)) {
            assertConstant(kind, 0);
        }
        assertConstant(WeightKind.GAMMA, 1);
        assertConstant(WeightKind.VARIANCE, 1);
    }

    private static void assertConstant(WeightKind kind, float value) {
        float[] values = draw(kind);
        float[] expected = new float[values.length];
        Arrays.fill(expected, value);
        assertArrayEquals(kind.name(), expected, values, 0);
    }

    @Test
    public void everyAttentionStartsWhereItDoesNoHarm() {
        TensorFlowEngine engine = new TensorFlowEngine();
        float[] input = TestModels.noise(16 * 16, 3);
        float[] plain = predict(engine, "none", input);
        for (String attention : new String[] {
            "pointwise", "self", "self:slim", "joint", "joint:slim", "joint:competitive", "joint:competitive-slim"
        }) {
            String everywhere = attention + "@bottleneck,skip0,skip1";
            assertArrayEquals(everywhere, plain, predict(engine, everywhere, input), 1e-6f);
        }
    }

    private static float[] predict(TensorFlowEngine engine, String attention, float[] input) {
        ModelSpec spec = TestModels.tiny(attention, 1);
        Weights weights = engine.initialWeights(spec, 5);
        assertFalse(weights.names().isEmpty());
        float[] probabilities = new float[16 * 16 * TestModels.CLASSES];
        try (Predictor predictor = engine.predictor(spec, weights, PredictorOptions.tile(16, 16))) {
            predictor.predict(input, probabilities);
        }
        return probabilities;
    }
}
