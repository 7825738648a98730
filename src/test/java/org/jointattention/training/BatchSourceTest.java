package org.jointattention.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jointattention.files.CancelledException;
import org.junit.Test;

public class BatchSourceTest {
    private static final BatchOptions OPTIONS = BatchOptions.of(3, 24, 9).withAugmentation(Patches.everything());

    private static DataSet data(int channels) {
        return DataSet.of(
                List.of(
                        Patches.noise(60, 50, channels, 3),
                        Patches.noise(24, 24, channels, 3),
                        Patches.noise(1, 1, channels, 3),
                        Patches.noise(10, 90, channels, 3)),
                3);
    }

    private static void assertSameBatch(Batch expected, Batch actual) {
        assertEquals(expected.step(), actual.step());
        assertArrayEquals(expected.images(), actual.images(), 0);
        assertArrayEquals(expected.labels(), actual.labels());
    }

    @Test
    public void aBatchIsTheSameWhereverTheSourceStarted() {
        for (int channels = 1; channels <= 3; channels += 2) {
            try (BatchSource whole = new BatchSource(data(channels), OPTIONS);
                    BatchSource resumed = new BatchSource(data(channels), OPTIONS)) {
                whole.start(0);
                resumed.start(13);
                for (int step = 0; step < 20; step++) {
                    Batch batch = whole.next();
                    assertEquals(step, batch.step());
                    if (step >= 13) {
                        Batch again = resumed.next();
                        assertSameBatch(batch, again);
                        resumed.recycle(again);
                    }
                    whole.recycle(batch);
                }
            }
        }
    }

    @Test
    public void seedAndStepAndIndexMakeTheDifference() {
        BatchOptions other = BatchOptions.of(3, 24, 10).withAugmentation(Patches.everything());
        float[] first = Patches.batch(data(1), OPTIONS, 0).images();
        assertFalse(Arrays.equals(first, Patches.batch(data(1), OPTIONS, 1).images()));
        assertFalse(Arrays.equals(first, Patches.batch(data(1), other, 0).images()));
        int patch = 24 * 24;
        assertFalse(Arrays.equals(Arrays.copyOf(first, patch), Arrays.copyOfRange(first, patch, 2 * patch)));
    }

    @Test
    public void withoutAugmentationAPatchIsACopy() {
        Sample sample = Patches.encoded(30, 30, 1, Patches.random(900, 4));
        BatchOptions options = BatchOptions.of(2, 30, 1);
        Batch batch = Patches.batch(Patches.data(sample, 4), options, 5);
        assertArrayEquals(sample.image().values(), Arrays.copyOf(batch.images(), 900), 0);
        assertArrayEquals(sample.labels(), Arrays.copyOfRange(batch.labels(), 900, 1800));
    }

    @Test
    public void valuesAreFiniteAndLabelsAreClasses() {
        DataSet data = data(2);
        for (int step = 0; step < 20; step++) {
            Batch batch = Patches.batch(data, OPTIONS, step);
            for (float value : batch.images()) {
                assertTrue(Float.isFinite(value));
            }
            for (byte label : batch.labels()) {
                assertTrue(label >= 0 && label < 3);
            }
        }
    }

    @Test
    public void onePixelImagesAndPatches() {
        Sample dot = new Sample("dot", Patches.noise(1, 1, 1, 2).image(), new byte[] {1});
        Batch batch = Patches.batch(Patches.data(dot, 2), OPTIONS, 0);
        for (byte label : batch.labels()) {
            assertEquals(1, label);
        }
        BatchOptions tiny = BatchOptions.of(2, 1, 1).withAugmentation(Patches.everything());
        assertEquals(2, Patches.batch(data(1), tiny, 0).labels().length);
    }

    @Test
    public void buffersAreReusedOnceRecycled() {
        try (BatchSource source = new BatchSource(data(1), OPTIONS)) {
            source.start(0);
            List<Batch> seen = new ArrayList<>();
            for (int step = 0; step < 30; step++) {
                Batch batch = source.next();
                if (!seen.contains(batch)) {
                    seen.add(batch);
                }
                source.recycle(batch);
            }
            assertTrue(seen.size() + " buffers", seen.size() <= 5);
        }
    }

    @Test
    public void batchesNotYetRecycledStayUntouched() {
        try (BatchSource source = new BatchSource(data(1), OPTIONS)) {
            source.start(0);
            Batch first = source.next();
            float[] copy = first.images().clone();
            for (int step = 1; step < 10; step++) {
                Batch batch = source.next();
                assertNotSame(first, batch);
                source.recycle(batch);
            }
            assertArrayEquals(copy, first.images(), 0);
        }
    }

    @Test
    public void timesAreMeasured() {
        try (BatchSource source = new BatchSource(data(1), OPTIONS)) {
            assertEquals(0, source.busyNanos());
            source.start(0);
            source.next();
            assertTrue(source.busyNanos() > 0);
            assertTrue(source.waitedNanos() > 0);
        }
    }

    @Test
    public void errorsSurfaceAtNextAfterTheGoodBatches() {
        RuntimeException cause = new IllegalStateException("disk gone");
        PatchSource failing = (step, index, target) -> {
            if (step == 5 && index == 1) {
                throw cause;
            }
        };
        try (BatchSource source = new BatchSource(failing, OPTIONS, 1)) {
            source.start(4);
            assertEquals(4, source.next().step());
            IllegalStateException e = assertThrows(IllegalStateException.class, source::next);
            assertSame(cause, e.getCause());
            assertTrue(
                    e.getMessage(),
                    e.getMessage().contains("step 5") && e.getMessage().contains("disk gone"));
            assertThrows(IllegalStateException.class, source::next);
        }
    }

    @Test
    public void outOfMemorySurfacesToo() {
        PatchSource failing = (step, index, target) -> {
            throw new OutOfMemoryError("heap");
        };
        try (BatchSource source = new BatchSource(failing, OPTIONS, 1)) {
            source.start(0);
            assertTrue(assertThrows(IllegalStateException.class, source::next).getCause() instanceof OutOfMemoryError);
        }
    }

    @Test(timeout = 10000)
    public void closeEndsTheThreadAndItsWaitForRoom() {
        AtomicReference<Thread> worker = new AtomicReference<>();
        PatchSource patches = (step, index, target) -> worker.set(Thread.currentThread());
        BatchSource source = new BatchSource(patches, OPTIONS, 1);
        source.start(0);
        source.next();
        assertTrue(worker.get().isDaemon());
        source.close();
        assertFalse(worker.get().isAlive());
        source.close();
        assertThrows(IllegalStateException.class, source::next);
        assertThrows(IllegalStateException.class, () -> source.start(0));
    }

    @Test(timeout = 10000)
    public void closeStopsWithinABatch() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        List<Integer> made = new ArrayList<>();
        PatchSource patches = (step, index, target) -> {
            made.add(index);
            begun.countDown();
            await(goOn);
        };
        BatchSource source = new BatchSource(patches, OPTIONS, 1);
        source.start(0);
        begun.await();
        Thread closer = new Thread(source::close);
        closer.start();
        assertThrows("a waiting consumer is woken", IllegalStateException.class, source::next);
        goOn.countDown();
        closer.join();
        assertEquals(List.of(0), made);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test(timeout = 10000)
    public void aWaitingConsumerCanBeInterrupted() {
        CountDownLatch never = new CountDownLatch(1);
        BatchSource source = new BatchSource((step, index, target) -> await(never), OPTIONS, 1);
        source.start(0);
        Thread.currentThread().interrupt();
        assertThrows(CancelledException.class, source::next);
        assertTrue("stays interrupted", Thread.interrupted());
        never.countDown();
        source.close();
    }

    @Test
    public void refusesWrongUse() {
        try (BatchSource source = new BatchSource(data(1), OPTIONS)) {
            assertThrows(IllegalStateException.class, source::next);
            assertThrows(IllegalArgumentException.class, () -> source.start(-1));
            source.start(0);
            assertThrows(IllegalStateException.class, () -> source.start(0));
        }
        assertThrows(IllegalArgumentException.class, () -> BatchOptions.of(0, 8, 1));
        assertThrows(IllegalArgumentException.class, () -> BatchOptions.of(1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> OPTIONS.withForegroundFraction(1.5));
    }
}
