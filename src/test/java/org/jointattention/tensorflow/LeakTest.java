package org.jointattention.tensorflow;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
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

    private final TensorFlowEngine engine = new TensorFlowEngine();
    private final ModelSpec spec =
            TestModels.of(new BackboneSpec("denseunet", 2, 1, 2, 2), "joint@bottleneck", CHANNELS);
    private final Weights weights = engine.initialWeights(spec, 1);

    @Before
    public void residentMemoryIsTold() {
        Assume.assumeTrue(Files.exists(STATUS));
    }

    @Test
    public void predictionsLeakNoMemory() throws IOException {
        int size = 512;
        float[] image = TestModels.noise(size * size * CHANNELS, 4);
        float[] probabilities = new float[size * size * TestModels.CLASSES];
        try (Predictor predictor = engine.predictor(spec, weights, PredictorOptions.tile(size, size))) {
            // Input and output take 3 MiB each.
            assertBounded(8, 60, 60, () -> predictor.predict(image, probabilities));
        }
    }

    @Test
    public void looksAtTheAttentionLeakNoMemory() throws IOException {
        int size = 128;
        float[] image = TestModels.noise(size * size * CHANNELS, 5);
        try (Predictor predictor = engine.predictor(spec, weights, PredictorOptions.tile(size, size))) {
            // Each input takes 192 KiB.
            assertBounded(
                    20,
                    150,
                    20,
                    () -> predictor.gate(predictor.attentionBlocks().get(0), image));
        }
    }

    @Test
    public void predictorsLeakNoMemory() throws IOException {
        int size = 256;
        float[] image = TestModels.noise(size * size * CHANNELS, 6);
        float[] probabilities = new float[size * size * TestModels.CLASSES];
        assertBounded(4, 20, 100, () -> {
            try (Predictor predictor = engine.predictor(spec, weights, PredictorOptions.tile(size, size))) {
                predictor.predict(image, probabilities);
            }
        });
    }

    @Test
    public void trainingsLeakNoMemory() throws IOException {
        int size = 256;
        float[] images = TestModels.noise(size * size * CHANNELS, 7);
        byte[] labels = TestModels.labels(images, CHANNELS);
        TrainerOptions options = TrainerOptions.of(1, size, new float[] {1, 1, 1})
                .withAveraging(0.9)
                .withDevice(DeviceChoice.CPU);
        try (Trainer trainer = engine.trainer(spec, weights, options)) {
            // The images of a step take 768 KiB.
            assertBounded(8, 50, 60, () -> {
                trainer.step(images, labels, 1e-3);
                trainer.restore(trainer.state());
            });
        }
    }

    private static void assertBounded(int warmUp, int count, long mebibytes, Runnable action) throws IOException {
        repeat(warmUp, action);
        long before = residentKibibytes();
        repeat(count, action);
        long grown = residentKibibytes() - before;
        assertTrue(grown + " KiB more", grown < mebibytes << 10);
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
