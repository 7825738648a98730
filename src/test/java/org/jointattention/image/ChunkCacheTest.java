package org.jointattention.image;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;

public class ChunkCacheTest {
    private final AtomicInteger loads = new AtomicInteger();

    private Object load() {
        loads.incrementAndGet();
        return new Object();
    }

    @Test
    public void theOnesUsedLastAreKept() {
        ChunkCache cache = new ChunkCache(25);
        Object first = cache.get("first", 10, this::load);
        cache.get("second", 10, this::load);
        assertSame(first, cache.get("first", 10, this::load));
        cache.get("third", 10, this::load);
        assertEquals(20, cache.used());
        assertSame(first, cache.get("first", 10, this::load));
        assertEquals(3, loads.get());
        cache.get("second", 10, this::load);
        assertEquals(4, loads.get());
    }

    @Test
    public void oneChunkIsKeptHoweverLarge() {
        ChunkCache cache = new ChunkCache(5);
        Object large = cache.get("large", 100, this::load);
        assertSame(large, cache.get("large", 100, this::load));
        cache.get("small", 1, this::load);
        assertEquals(1, cache.used());
    }

    @Test
    public void aFailureIsNotKept() {
        ChunkCache cache = new ChunkCache(50);
        assertThrows(
                ImageException.class,
                () -> cache.get("a", 10, () -> {
                    throw new ImageException("damaged");
                }));
        assertEquals(0, cache.used());
        cache.get("a", 10, this::load);
        assertEquals(1, loads.get());
    }

    @Test
    public void severalThreadsReadAChunkOnce() throws Exception {
        ChunkCache cache = new ChunkCache(1000);
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Object>> results = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                results.add(threads.submit(() -> {
                    start.await();
                    return cache.get("a", 10, this::load);
                }));
            }
            start.countDown();
            for (Future<Object> result : results) {
                assertSame(results.get(0).get(), result.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(1, loads.get());
    }
}
