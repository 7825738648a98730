package org.jointattention.engine;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import org.junit.Test;
import org.junit.function.ThrowingRunnable;

public class OptionsTest {
    private static final float[] WEIGHTS = {1, 2};

    private static void assertRefused(String message, ThrowingRunnable call) {
        assertEquals(message, assertThrows(EngineException.class, call).getMessage());
    }

    @Test
    public void predictorOptionsAreChecked() {
        PredictorOptions fine = PredictorOptions.tile(1, 1).withBatch(1).withThreads(0);
        assertRefused("The height of a tile is 0, but must be at least 1.", () -> PredictorOptions.tile(0, 1));
        assertRefused("The width of a tile is -1, but must be at least 1.", () -> PredictorOptions.tile(1, -1));
        assertRefused("The batch is 0, but must be at least 1.", () -> fine.withBatch(0));
        assertRefused("The number of threads is -1, but must be at least 0.", () -> fine.withThreads(-1));
    }

    @Test
    public void samplesAreCopiedAndKept() {
        float[] tile = {1, 2};
        PredictorOptions options = PredictorOptions.tile(1, 2).withSample(tile);
        tile[0] = 9;
        options.sample().get()[1] = 9;
        PredictorOptions changed =
                options.withBatch(2).withThreads(1).withDevice(DeviceChoice.CPU).withPrecision(Precision.AUTO);
        assertArrayEquals(new float[] {1, 2}, changed.sample().get(), 0);
        assertFalse(PredictorOptions.tile(1, 2).sample().isPresent());
    }

    @Test
    public void trainerOptionsAreChecked() {
        TrainerOptions fine = TrainerOptions.of(1, 1, WEIGHTS)
                .withWeightDecay(0)
                .withAveraging(0)
                .withThreads(0);
        assertRefused("The batch is 0, but must be at least 1.", () -> TrainerOptions.of(0, 1, WEIGHTS));
        assertRefused("The size of a patch is 0, but must be at least 1.", () -> TrainerOptions.of(1, 0, WEIGHTS));
        assertRefused("The number of threads is -2, but must be at least 0.", () -> fine.withThreads(-2));
        for (double value : new double[] {-1e-9, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertRefused(
                    "The weight decay is " + value + ", but must be finite and at least 0.",
                    () -> fine.withWeightDecay(value));
        }
        for (double value : new double[] {-0.1, 1, Double.NaN}) {
            assertRefused(
                    "The averaging of the weights is " + value + ", but must be at least 0 and below 1.",
                    () -> fine.withAveraging(value));
        }
        for (float value : new float[] {0, -1, Float.NaN, Float.POSITIVE_INFINITY}) {
            assertRefused(
                    "The weight of a class is " + value + ", but must be finite and above 0.",
                    () -> TrainerOptions.of(1, 1, new float[] {1, value}));
        }
    }
}
