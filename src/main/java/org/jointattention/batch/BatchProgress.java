package org.jointattention.batch;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jointattention.segmentation.Progress;

/**
 * The progress of all files: each counts by its bytes, which the folder tells without a file being opened. A file that is skipped
 * counts no longer, so that the rate is that of the work. Safe for several threads, of which one at a time reaches the whole's
 * progress.
 */
final class BatchProgress {
    private final Progress whole;
    private final BooleanSupplier stopped;
    private final long[] weights;
    private final long[] done;
    private long sum;
    private long total;

    /** @param stopped whether the batch ends for a reason of its own */
    BatchProgress(Progress whole, List<BatchFile> files, BooleanSupplier stopped) {
        this.whole = whole;
        this.stopped = stopped;
        this.weights = files.stream()
                .mapToLong(file -> Math.max(1, FileStamp.of(file.image()).size()))
                .toArray();
        this.done = new long[weights.length];
        for (long weight : weights) {
            total += weight;
        }
    }

    /** That of one file. */
    Progress of(int index) {
        return new Progress() {
            @Override
            public void update(long part, long parts) {
                set(index, parts > 0 ? Math.round((double) weights[index] * part / parts) : 0);
            }

            @Override
            public boolean cancelled() {
                return isCancelled();
            }
        };
    }

    synchronized boolean isCancelled() {
        return stopped.getAsBoolean() || whole.cancelled();
    }

    private synchronized void set(int index, long bytes) {
        sum += bytes - done[index];
        done[index] = bytes;
        whole.update(sum, total);
    }

    /** Nothing more happens to a file. */
    void end(int index) {
        set(index, weights[index]);
    }

    /** A file need not be segmented. */
    synchronized void skip(int index) {
        total -= weights[index];
        weights[index] = 0;
        set(index, 0);
    }
}
