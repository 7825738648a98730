package org.jointattention.tensorflow;

import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jointattention.engine.EngineException;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.WeightArray;
import org.jointattention.model.Weights;
import org.junit.Test;

public class FoldedNetTest {
    private final TensorFlowEngine engine = new TensorFlowEngine();
    private final ModelSpec spec = TestModels.tiny("none", 1);

    private void assertRefused(String name, float value, String part) {
        Map<String, WeightArray> arrays =
                new LinkedHashMap<>(engine.initialWeights(spec, 1).asMap());
        WeightArray array = arrays.get(name);
        float[] values = array.values().clone();
        values[1] = value;
        arrays.put(name, new WeightArray(array.shape(), values));
        EngineException e = assertThrows(
                EngineException.class,
                () -> engine.predictor(spec, new Weights(arrays), PredictorOptions.tile(16, 16)));
        assertTrue(e.getMessage(), e.getMessage().startsWith(part));
    }

    @Test
    public void unusableStatisticsAreRefusedByName() {
        String part = "The model's normalisation 'stem' cannot be used: channel 1 has";
        assertRefused("stem/variance", -1e-6f, part);
        assertRefused("stem/variance", Float.NaN, part);
        assertRefused("stem/mean", Float.NaN, part);
        assertRefused("stem/gamma", Float.POSITIVE_INFINITY, part);
        assertRefused("stem/beta", Float.NEGATIVE_INFINITY, part);
    }

    @Test
    public void kernelsThatAreNotFiniteAreRefusedByName() {
        assertRefused("stem/kernel", Float.NaN, "The model's weight 'stem/kernel' cannot be used");
        assertRefused("head/kernel", Float.NEGATIVE_INFINITY, "The model's weight 'head/kernel' cannot be used");
    }
}
