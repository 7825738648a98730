package org.jointattention.tensorflow;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.jointattention.engine.AttentionBlock;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.engine.Trainer;
import org.jointattention.engine.TrainerOptions;
import org.jointattention.model.BackboneSpec;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.Weights;
import org.junit.Assume;
import org.junit.Before;
import org.junit.Test;

/** Repeats what holds native memory, and watches the resident memory of the process. */
public class LeakTest {
    private static final Path STATUS = Paths.get("/proc/self/status");
    private static final int CHANNELS = 3;
    private static final int SIZE = 512;
    private static final int WARM_UP = 10;

    private final TensorFlowEngine engine = new TensorFlowEngine();
    private final ModelSpec spec =
            TestModels.of(new BackboneSpec("denseunet", 1, 1, 1, 1), "pointwise@bottleneck", CHANNELS);
    private final Weights weights = engine.initialWeights(spec, 1);
    private final float[] image = TestModels.noise(SIZE * SIZE * CHANNELS, 4);

    @Before
    public void residentMemoryIsTold() {
        Assume.assumeTrue(Files.exists(STATUS));
    }

    @Test
    public void predictionsLeakNoMemory() throws IOException {
        float[] probabilities = new float[SIZE * SIZE * TestModels.CLASSES];
        try (Predictor predictor = engine.predictor(spec, weights, PredictorOptions.tile(SIZE, SIZE))) {
            assertBounded(100, () -> predictor.predict(image, probabilities));
        }
    }

    @Test
    public void looksAtTheAttentionLeakNoMemory() throws IOException {
        try (Predictor predictor = engine.predictor(spec, weights, PredictorOptions.tile(SIZE, SIZE))) {
            AttentionBlock block = predictor.attentionBlocks().get(0);
            assertBounded(60, () -> predictor.gate(block, image));
        }
    }

    @Test
    public void predictorsLeakNoMemory() throws IOException {
        float[] probabilities = new float[SIZE * SIZE * TestModels.CLASSES];
        assertBounded(30, () -> {
            try (Predictor predictor = engine.predictor(spec, weights, PredictorOptions.tile(SIZE, SIZE))) {
                predictor.predict(image, probabilities);
            }
        });
    }

    @Test
    public void trainingsLeakNoMemory() throws IOException {
        byte[] labels = TestModels.labels(image, CHANNELS);
        TrainerOptions options =
                TrainerOptions.of(1, SIZE, new float[] {1, 1, 1}).withDevice(DeviceChoice.CPU);
        try (Trainer trainer = engine.trainer(spec, weights, options)) {
            assertBounded(30, () -> {
                trainer.step(image, labels, 1e-3);
                trainer.restore(trainer.state());
            });
        }
    }

    /** Grows by less than half of what keeping every input would take. */
    private static void assertBounded(int count, Runnable action) throws IOException {
        repeat(WARM_UP, action);
        long before = residentKibibytes();
        repeat(count, action);
        long grown = residentKibibytes() - before;
        long inputs = (long) count * SIZE * SIZE * CHANNELS * Float.BYTES / 1024;
        assertTrue(grown + " KiB more, inputs are " + inputs + " KiB", grown < inputs / 2);
    }

    private static void repeat(int count, Runnable action) {
        for (int i = 0; i < count; i++) {
            action.run();
        }
    }

    private static long residentKibibytes() throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow(IllegalStateException::new);
    }
}
