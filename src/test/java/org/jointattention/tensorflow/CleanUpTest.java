package org.jointattention.tensorflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.engine.EngineException;
import org.jointattention.engine.Precision;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.engine.TrainerOptions;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.WeightArray;
import org.jointattention.model.Weights;
import org.junit.Assume;
import org.junit.Test;

/** What was opened before a failure is closed, in an order that does not wait for ever. */
public class CleanUpTest {
    private static final int LIMIT = 20_000;

    private final TensorFlowEngine engine = new TensorFlowEngine();
    private final ModelSpec spec = TestModels.tiny("none", 1);
    private final Weights weights = engine.initialWeights(spec, 1);
    private final PredictorOptions tile = PredictorOptions.tile(16, 16);

    @Test(timeout = LIMIT)
    public void aMissingGpuIsRefusedAgainAndAgain() {
        Assume.assumeFalse(engine.hasGpu(0));
        PredictorOptions predict = tile.withDevice(DeviceChoice.GPU);
        TrainerOptions train = TrainerOptions.of(1, 16, new float[] {1, 1, 1}).withDevice(DeviceChoice.GPU);
        for (int i = 0; i < 2; i++) {
            EngineException e = assertThrows(EngineException.class, () -> engine.predictor(spec, weights, predict));
            assertTrue(e.getMessage(), e.getMessage().startsWith("A GPU was asked for, but there is none"));
            assertThrows(EngineException.class, () -> engine.trainer(spec, weights, train));
        }
    }

    @Test(timeout = LIMIT)
    public void aFailingTrialIsReportedAgainAndAgain() {
        PredictorOptions reduced = tile.withPrecision(Precision.BFLOAT16).withDevice(DeviceChoice.CPU);
        for (int i = 0; i < 2; i++) {
            EngineException e = assertThrows(EngineException.class, () -> engine.predictor(spec, zeros(), reduced));
            assertEquals(
                    "bfloat16 was asked for, but this CPU computes no bfloat16: use the precision float32 or auto.",
                    e.getMessage());
        }
    }

    @Test
    public void noDifferenceIsTakenForNoBfloat16() {
        PredictorOptions auto = tile.withPrecision(Precision.AUTO).withDevice(DeviceChoice.CPU);
        try (Predictor predictor = engine.predictor(spec, zeros(), auto)) {
            assertEquals(Precision.FLOAT32, predictor.precision());
            assertEquals("this CPU computes no bfloat16", predictor.precisionReason());
        }
    }

    /** A network that computes the same in any precision. */
    private Weights zeros() {
        Map<String, WeightArray> arrays = new LinkedHashMap<>();
        weights.asMap()
                .forEach((name, array) ->
                        arrays.put(name, new WeightArray(array.shape(), new float[array.values().length])));
        return new Weights(arrays);
    }
}
