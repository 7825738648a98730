package org.jointattention.segmentation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.lang.management.ManagementFactory;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.Test;

public class SegmenterMemoryTest {
    private static final int SIZE = 8192;
    private static final int TILE = 512;
    private static final long LIMIT = 64L << 20;

    /** The image would have 256 MB, its probabilities 512 MB; the grey values' statistics count, too. */
    @Test
    public void hugeImagesNeedLittleMemory() {
        assumeTrue(ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean);
        Segmenter segmenter = new Segmenter(
                Planes.model(1, 1, TILE, 16), new FakePredictor(1, TILE, TILE, 1, FakePredictor.perPixel()));
        RandomAccessibleInterval<FloatType> stripes = stripes();
        int[] rows = new int[1];
        long all = allocated(
                () -> segmenter.segment(stripes, (y, values) -> checkRow(rows[0]++, y, values), Progress.NONE));
        assertEquals(SIZE, rows[0]);
        long kept = all - fakeCopies();
        assertTrue("allocated " + kept, kept < LIMIT);
    }

    /** The fake copies each tile once, and throws the copy away. */
    private static long fakeCopies() {
        long tiles = 17 * 17;
        return tiles * TILE * TILE * Float.BYTES;
    }

    private static void checkRow(int expected, int y, float[] values) {
        assertEquals(expected, y);
        assertEquals(2 * SIZE, values.length);
        assertTrue(values[2 * 5 + 1] < 0.5 && values[2 * (SIZE - 1) + 1] > 0.5);
    }

    private static long allocated(Runnable task) {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(id);
        task.run();
        return threads.getThreadAllocatedBytes(id) - before;
    }

    private static RandomAccessibleInterval<FloatType> stripes() {
        FunctionRandomAccessible<FloatType> stripes = new FunctionRandomAccessible<>(
                3, (position, value) -> value.set(position.getIntPosition(0) >> 5 & 1), FloatType::new);
        return Views.interval(stripes, new long[3], new long[] {SIZE - 1, SIZE - 1, 0});
    }
}
