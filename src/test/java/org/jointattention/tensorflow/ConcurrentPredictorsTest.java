package org.jointattention.tensorflow;

import static org.junit.Assert.assertArrayEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jointattention.engine.Engine;
import org.jointattention.engine.Precision;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.model.ModelSpec;
import org.junit.Test;

/** Two images segmented at the same time, with two models or with one. */
public class ConcurrentPredictorsTest {
    private static final int SIZE = 64;
    private static final int TILES = 12;

    private final Engine engine = new TensorFlowEngine();

    @Test
    public void twoPredictorsAtOnceGiveWhatEachGivesAlone() throws Exception {
        try (Predictor grey = predictor("joint", 1);
                Predictor rgb = predictor("self", 3)) {
            assertUndisturbed(grey, rgb);
        }
    }

    @Test
    public void twoThreadsShareAPredictor() throws Exception {
        try (Predictor grey = predictor("joint", 1)) {
            assertUndisturbed(grey, grey);
        }
    }

    /** Another one is opened and closed meanwhile. */
    @Test
    public void openingAndClosingDisturbsNobody() throws Exception {
        try (Predictor grey = predictor("joint", 1)) {
            List<float[]> alone = segment(grey, 7);
            ExecutorService threads = Executors.newSingleThreadExecutor();
            try {
                Future<List<float[]>> result = threads.submit(() -> segment(grey, 7));
                for (int i = 0; i < 3; i++) {
                    try (Predictor other = predictor("self", 3)) {
                        segment(other, i);
                    }
                }
                assertSame(alone, result.get());
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private Predictor predictor(String attention, int channels) {
        ModelSpec spec = TestModels.tiny(attention, channels);
        PredictorOptions options = PredictorOptions.tile(SIZE, SIZE).withPrecision(Precision.FLOAT32);
        return engine.predictor(spec, engine.initialWeights(spec, channels), options);
    }

    private static void assertUndisturbed(Predictor first, Predictor second) throws Exception {
        List<float[]> firstAlone = segment(first, 1);
        List<float[]> secondAlone = segment(second, 2);
        CountDownLatch ready = new CountDownLatch(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<List<float[]>> firstBeside = threads.submit(together(ready, first, 1));
            Future<List<float[]>> secondBeside = threads.submit(together(ready, second, 2));
            assertSame(firstAlone, firstBeside.get());
            assertSame(secondAlone, secondBeside.get());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<List<float[]>> together(CountDownLatch ready, Predictor predictor, long seed) {
        return () -> {
            ready.countDown();
            ready.await();
            return segment(predictor, seed);
        };
    }

    /** Tiles of an image, one after the other. */
    private static List<float[]> segment(Predictor predictor, long seed) {
        List<float[]> results = new ArrayList<>();
        for (int i = 0; i < TILES; i++) {
            float[] tile = TestModels.noise(SIZE * SIZE * predictor.channels(), seed * 100 + i);
            float[] result = new float[SIZE * SIZE * predictor.classes()];
            predictor.predict(tile, result);
            results.add(result);
        }
        return results;
    }

    private static void assertSame(List<float[]> expected, List<float[]> found) {
        for (int i = 0; i < TILES; i++) {
            assertArrayEquals("tile " + i, expected.get(i), found.get(i), 1e-6f);
        }
    }
}
