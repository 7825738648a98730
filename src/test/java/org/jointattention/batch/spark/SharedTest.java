package org.jointattention.batch.spark;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;

public class SharedTest {
    private final Shared<Resource> shared = new Shared<>();
    private final AtomicInteger made = new AtomicInteger();

    private static final class Resource implements AutoCloseable {
        private volatile boolean closed;

        @Override
        public void close() {
            closed = true;
        }
    }

    private Resource make() {
        made.incrementAndGet();
        return new Resource();
    }

    @Test
    public void manyThreadsGetOneValue() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Resource>> tasks = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            tasks.add(() -> {
                try (Shared.Lease<Resource> lease = shared.lease("a", this::make)) {
                    assertFalse(lease.value().closed);
                    return lease.value();
                }
            });
        }
        try {
            Resource first = null;
            for (Future<Resource> result : threads.invokeAll(tasks)) {
                first = first == null ? result.get() : first;
                assertSame(first, result.get());
            }
        } finally {
            threads.shutdown();
        }
        assertEquals(1, made.get());
    }

    @Test
    public void anotherValueClosesTheFormerWhenItIsNoLongerUsed() {
        Shared.Lease<Resource> old = shared.lease("a", this::make);
        Shared.Lease<Resource> other = shared.lease("b", this::make);
        assertNotSame(old.value(), other.value());
        assertFalse(old.value().closed);
        old.close();
        assertTrue(old.value().closed);
        old.close(); // once more, which is not to count for another
        other.close();
        assertFalse(other.value().closed);
    }

    @Test
    public void releaseClosesWhatItNamesOnly() {
        Shared.Lease<Resource> lease = shared.lease("a", this::make);
        lease.close();
        shared.release("b");
        assertFalse(lease.value().closed);
        shared.release("a");
        assertTrue(lease.value().closed);
    }

    @Test
    public void aFailureIsTriedAgain() {
        assertThrows(
                IllegalStateException.class,
                () -> shared.lease("a", () -> {
                    throw new IllegalStateException("not now");
                }));
        try (Shared.Lease<Resource> lease = shared.lease("a", this::make)) {
            assertFalse(lease.value().closed);
        }
    }
}
