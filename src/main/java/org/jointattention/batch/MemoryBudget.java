package org.jointattention.batch;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jointattention.image.ImageHeader;
import org.jointattention.segmentation.Output;

/**
 * Java memory for the images in work at the same time, in the order they come: a file waits until there is room, and one that
 * needs more than all of it has it alone.
 */
final class MemoryBudget {
    private static final int UNIT = 1 << 20;
    private static final int OVERLAY_BYTES = 8;

    private final int units;
    private final Semaphore free;

    MemoryBudget(long bytes) {
        this.units = (int) Math.max(1, Math.min(Integer.MAX_VALUE, bytes / UNIT));
        this.free = new Semaphore(units, true);
    }

    /** Half of Java's memory: the other half is for tiles, and for what lives beside the batch. */
    static MemoryBudget ofHeap() {
        return new MemoryBudget(Runtime.getRuntime().maxMemory() / 2);
    }

    /** Bytes that a file takes while it is segmented, by its header: pixels and results. */
    static long need(Path image, int classes, Set<Output> outputs) {
        long perPixel = 1
                + (outputs.contains(Output.PROBABILITIES) ? 2L * Float.BYTES * classes : 0)
                + (outputs.contains(Output.OVERLAY) ? OVERLAY_BYTES : 0);
        return ImageHeader.of(image)
                .map(header -> header.bytes() + header.pixels() * perPixel)
                .orElse(0L);
    }

    /** A share of the budget, to be closed. */
    interface Share extends AutoCloseable {
        @Override
        void close();
    }

    /** Waits, even when interrupted, until so many bytes are free. */
    Share take(long bytes) {
        int share = (int) Math.max(1, Math.min(units, bytes / UNIT + 1));
        free.acquireUninterruptibly(share);
        return () -> free.release(share);
    }
}
