package org.jointattention.tensorflow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.engine.EngineException;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.engine.Trainer;
import org.jointattention.engine.TrainerOptions;
import org.jointattention.engine.TrainerState;
import org.jointattention.model.BackboneSpec;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.Weights;
import org.junit.Assume;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

public class TensorFlowTrainerTest {
    private static final int PATCH = 16;
    private static final int BATCH = 2;
    private static final int CHANNELS = 2;
    private static final double RATE = 1e-2;

    private final TensorFlowEngine engine = new TensorFlowEngine();
    private final ModelSpec spec = TestModels.tiny("joint@bottleneck,skip1", CHANNELS);
    private final float[] images = TestModels.noise(BATCH * PATCH * PATCH * CHANNELS, 1);
    private final byte[] labels = TestModels.labels(images, CHANNELS);

    private static TrainerOptions options() {
        return TrainerOptions.of(BATCH, PATCH, new float[] {1, 1, 2}).withDevice(DeviceChoice.CPU);
    }

    private Trainer trainer(TrainerOptions options, long seed) {
        return engine.trainer(spec, engine.initialWeights(spec, seed), options);
    }

    private static void steps(Trainer trainer, int count, float[] images, byte[] labels) {
        for (int i = 0; i < count; i++) {
            trainer.step(images, labels, RATE);
        }
    }

    @Test
    public void learnsToSegment() {
        try (Trainer trainer = trainer(options(), 1)) {
            float first = trainer.step(images, labels, RATE);
            steps(trainer, 80, images, labels);
            float last = trainer.step(images, labels, RATE);
            assertTrue(first + " to " + last, last < first / 3);
        }
    }

    @Test
    public void sameSeedGivesTheSameBits() {
        for (TrainerOptions options :
                Arrays.asList(options().withThreads(2), options().withAveraging(0.9))) {
            Weights[] results = new Weights[2];
            for (int run = 0; run < 2; run++) {
                try (Trainer trainer = trainer(options, 5)) {
                    steps(trainer, 10, images, labels);
                    results[run] = trainer.weights();
                }
            }
            assertEquals(results[0], results[1]);
        }
    }

    @Test
    public void anotherSeedGivesOtherWeights() {
        assertNotEquals(engine.initialWeights(spec, 1), engine.initialWeights(spec, 2));
        assertEquals(engine.initialWeights(spec, 1), engine.initialWeights(spec, 1));
    }

    @Test
    public void restoredStateGoesOnWithTheSameBits() {
        TrainerOptions options = options().withAveraging(0.9);
        Weights expected;
        TrainerState middle;
        try (Trainer trainer = trainer(options, 3)) {
            steps(trainer, 4, images, labels);
            middle = trainer.state();
            steps(trainer, 4, images, labels);
            expected = trainer.weights();
        }
        assertEquals(4, middle.step());
        try (Trainer trainer = trainer(options, 77)) {
            trainer.restore(middle);
            steps(trainer, 4, images, labels);
            assertEquals(expected, trainer.weights());
        }
    }

    @Test
    public void unlabelledPixelsTeachNothing() {
        byte[] nothing = new byte[labels.length];
        Arrays.fill(nothing, (byte) ModelSpec.IGNORE);
        try (Trainer trainer = trainer(options().withWeightDecay(0), 1)) {
            Weights before = trainer.weights();
            assertEquals(0, trainer.step(images, nothing, RATE), 1e-6);
            Weights after = trainer.weights();
            for (String name : before.names()) {
                if (!name.endsWith("/mean") && !name.endsWith("/variance")) {
                    assertArrayEquals(
                            name, before.get(name).values(), after.get(name).values(), 0);
                }
            }
        }
    }

    @Test
    public void unlabelledPixelsDoNotMatterBesideLabelledOnes() {
        byte[] half = labels.clone();
        Arrays.fill(half, 0, half.length / 2, (byte) ModelSpec.IGNORE);
        try (Trainer trainer = trainer(options(), 1)) {
            float loss = trainer.step(images, half, RATE);
            assertTrue(loss > 0);
        }
    }

    @Test
    public void movingStatisticsApproachThoseOfTheBatch() {
        try (Trainer trainer = trainer(options(), 1)) {
            Weights before = trainer.weights();
            for (int i = 0; i < 200; i++) {
                trainer.step(images, labels, 0);
            }
            Weights after = trainer.weights();
            float[] mean = after.get("stem/mean").values();
            float[] expected = stemMeans(before);
            for (int c = 0; c < mean.length; c++) {
                assertEquals(expected[c], mean[c], 1e-3);
            }
            assertArrayEquals(
                    "a learning rate of 0 changes no kernel",
                    before.get("stem/kernel").values(),
                    after.get("stem/kernel").values(),
                    0);
        }
    }

    /** The mean of the stem's convolution over the batch, computed here. */
    private float[] stemMeans(Weights weights) {
        int out = weights.get("stem/kernel").shape()[3];
        double[][] moments = stemMoments(weights);
        float[] means = new float[out];
        for (int c = 0; c < out; c++) {
            means[c] = (float) (moments[0][c] / (BATCH * PATCH * PATCH));
        }
        return means;
    }

    /** Sums of the stem's convolution and of its squares over the batch. */
    private double[][] stemMoments(Weights weights) {
        float[] kernel = weights.get("stem/kernel").values();
        int out = weights.get("stem/kernel").shape()[3];
        double[][] moments = new double[2][out];
        for (int b = 0; b < BATCH; b++) {
            for (int y = 0; y < PATCH; y++) {
                for (int x = 0; x < PATCH; x++) {
                    double[] sums = convolution(kernel, out, b, y, x);
                    for (int o = 0; o < out; o++) {
                        moments[0][o] += sums[o];
                        moments[1][o] += sums[o] * sums[o];
                    }
                }
            }
        }
        return moments;
    }

    private double[] convolution(float[] kernel, int out, int b, int y, int x) {
        double[] sums = new double[out];
        for (int tap = 0; tap < 9; tap++) {
            int row = y + tap / 3 - 1;
            int column = x + tap % 3 - 1;
            if (row < 0 || column < 0 || row >= PATCH || column >= PATCH) {
                continue;
            }
            for (int c = 0; c < CHANNELS; c++) {
                float value = images[((b * PATCH + row) * PATCH + column) * CHANNELS + c];
                for (int o = 0; o < out; o++) {
                    sums[o] += value * kernel[(tap * CHANNELS + c) * out + o];
                }
            }
        }
        return sums;
    }

    @Test
    public void foldedNetworkEqualsTheTrainingsInferenceMode() {
        for (String attention :
                new String[] {"none", "pointwise", "self", "joint", "joint:competitive@bottleneck,skip0"}) {
            ModelSpec model = TestModels.tiny(attention, CHANNELS);
            TrainerOptions options = options().withAveraging(0.5);
            try (Trainer trainer = engine.trainer(model, engine.initialWeights(model, 1), options)) {
                steps(trainer, 5, images, labels);
                float[] tile = Arrays.copyOf(images, PATCH * PATCH * CHANNELS);
                float[] expected = new float[PATCH * PATCH * TestModels.CLASSES];
                trainer.predict(tile, expected);
                float[] actual = new float[expected.length];
                try (Predictor predictor =
                        engine.predictor(model, trainer.weights(), PredictorOptions.tile(PATCH, PATCH))) {
                    predictor.predict(tile, actual);
                }
                assertArrayEquals(attention, expected, actual, 1e-5f);
            }
        }
    }

    @Test
    public void averagedWeightsLagBehind() {
        try (Trainer trainer = trainer(options().withAveraging(0.9), 1)) {
            Weights start = trainer.weights();
            steps(trainer, 1, images, labels);
            // The first average weighs the start by 1 / 10.
            float[] now = trainer.state().weights().get("head/kernel").values();
            float[] kept = trainer.weights().get("head/kernel").values();
            float[] before = start.get("head/kernel").values();
            for (int i = 0; i < kept.length; i++) {
                assertEquals(0.1 * before[i] + 0.9 * now[i], kept[i], 1e-6);
            }
        }
    }

    @Test
    public void wrongInputIsRefusedBeforeItReachesTheNativeLibrary() {
        try (Trainer trainer = trainer(options(), 1)) {
            assertThrows(EngineException.class, () -> trainer.step(new float[3], labels, RATE));
            assertThrows(EngineException.class, () -> trainer.step(images, new byte[3], RATE));
            byte[] unknown = labels.clone();
            unknown[1] = 9;
            EngineException e = assertThrows(EngineException.class, () -> trainer.step(images, unknown, RATE));
            assertEquals("Label 9 is no class of 0 to 2, nor 255 (unlabelled).", e.getMessage());
            float[] broken = images.clone();
            broken[0] = Float.NaN;
            EngineException nan = assertThrows(EngineException.class, () -> trainer.step(broken, labels, RATE));
            assertEquals("The images array holds NaN at index 0: every value must be finite.", nan.getMessage());
            for (double rate : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e39, -1e-3}) {
                EngineException wrong = assertThrows(EngineException.class, () -> trainer.step(images, labels, rate));
                assertEquals(
                        "The learning rate is " + rate + ", but must be finite and at least 0.", wrong.getMessage());
            }
            float[] tile = new float[PATCH * PATCH * CHANNELS];
            tile[3] = Float.POSITIVE_INFINITY;
            float[] probabilities = new float[PATCH * PATCH * TestModels.CLASSES];
            assertThrows(EngineException.class, () -> trainer.predict(tile, probabilities));
            assertEquals("nothing of it was a step", 0, trainer.state().step());
            trainer.step(images, labels, RATE);
        }
    }

    @Test
    public void aDivergedTrainerSaysSoEverAfter() {
        float[] huge = new float[images.length];
        Arrays.fill(huge, 3e38f);
        try (Trainer trainer = trainer(options(), 1)) {
            EngineException first = assertThrows(EngineException.class, () -> trainer.step(huge, labels, RATE));
            assertTrue(first.getMessage(), first.getMessage().contains("diverged"));
            for (ThrowingRunnable call : Arrays.<ThrowingRunnable>asList(
                    () -> trainer.step(images, labels, RATE), trainer::weights, trainer::state)) {
                EngineException later = assertThrows(EngineException.class, call);
                assertTrue(later.getMessage(), later.getMessage().startsWith("The training diverged at step 1"));
            }
        }
    }

    @Test
    public void classWeightsMustBeAsManyAsTheClasses() {
        TrainerOptions two = TrainerOptions.of(BATCH, PATCH, new float[] {1, 1});
        EngineException e = assertThrows(EngineException.class, () -> trainer(two, 1));
        assertEquals(
                "There are 2 class weights, but the model has 3 classes: give one weight a class.", e.getMessage());
    }

    @Test
    public void statesOfAnotherModelAreRefused() {
        ModelSpec other = TestModels.of(new BackboneSpec("denseunet", 2, 2, 6, 4), "none", CHANNELS);
        TrainerState state;
        try (Trainer trainer = engine.trainer(other, engine.initialWeights(other, 1), options())) {
            state = trainer.state();
        }
        try (Trainer trainer = trainer(options(), 1)) {
            assertThrows(EngineException.class, () -> trainer.restore(state));
        }
    }

    @Test
    public void theMovingVarianceFollowsTheUnbiasedOneOfTheBatch() {
        try (Trainer trainer = trainer(options(), 1)) {
            double[][] moments = stemMoments(trainer.weights());
            trainer.step(images, labels, 0);
            float[] after = trainer.weights().get("stem/variance").values();
            double n = BATCH * PATCH * PATCH;
            for (int c = 0; c < after.length; c++) {
                double unbiased = (moments[1][c] / n - Math.pow(moments[0][c] / n, 2)) * n / (n - 1);
                // It starts at 1 and keeps 0.95 of itself a step.
                assertEquals(unbiased, (after[c] - 0.95) / 0.05, 1e-4 * unbiased);
            }
        }
    }

    @Test
    public void closedTrainersSaySo() {
        Trainer trainer = trainer(options(), 1);
        trainer.close();
        trainer.close();
        EngineException e = assertThrows(EngineException.class, () -> trainer.step(images, labels, RATE));
        assertEquals("The trainer is closed.", e.getMessage());
    }

    @Test
    public void patchesThatAreNoMultipleOfTheStrideAreRefused() {
        TrainerOptions wrong = TrainerOptions.of(1, 18, new float[] {1, 1, 1});
        EngineException e =
                assertThrows(EngineException.class, () -> engine.trainer(spec, engine.initialWeights(spec, 1), wrong));
        assertEquals("The network cannot take 18x18 pixels: width and height must be multiples of 4.", e.getMessage());
    }

    @Test
    public void gpuIsRefusedWithTheReasonWhereThereIsNone() {
        Assume.assumeFalse(engine.hasGpu(0));
        EngineException e =
                assertThrows(EngineException.class, () -> trainer(options().withDevice(DeviceChoice.GPU), 1));
        assertTrue(e.getMessage(), e.getMessage().startsWith("A GPU was asked for, but there is none to use: "));
    }

    @Test
    public void whatDoesNotFitIntoMemoryIsRefused() {
        TrainerOptions huge = TrainerOptions.of(64, 2048, new float[] {1, 1, 1});
        ModelSpec plain = TestModels.tiny("none", CHANNELS);
        EngineException e =
                assertThrows(EngineException.class, () -> engine.trainer(plain, engine.initialWeights(plain, 1), huge));
        assertTrue(e.getMessage(), e.getMessage().contains("GB of memory, but only"));
    }
}
