package org.jointattention.engine;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jointattention.segmentation.FakePredictor;
import org.junit.Test;

public class SerialPredictorTest {
    @Test
    public void oneCallAtATime() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        FakePredictor predictor = new FakePredictor(1, 4, 4, 1, (tile, y, x, p) -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            Thread.yield();
            inside.decrementAndGet();
            return 0;
        });
        SerialPredictor serial = new SerialPredictor(predictor);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            calls.add(threads.submit(() -> serial.predict(new float[16], new float[32])));
        }
        for (Future<?> call : calls) {
            call.get();
        }
        threads.shutdown();
        assertEquals(1, most.get());
        serial.close();
        assertTrue(predictor.isClosed());
    }
}
