package org.jointattention.batch.spark;

/** How many items there were, and what became of them. */
public final class RunCounts {
    private final long items;
    private final long failed;

    RunCounts(long items, long failed) {
        this.items = items;
        this.failed = failed;
    }

    public long items() {
        return items;
    }

    public long failed() {
        return failed;
    }
}
