package org.jointattention.comparison;

import java.util.function.LongSupplier;

/** Times cells, to say how long the rest of a grid will take. */
final class GridClock {
    private final LongSupplier nanoTime;
    private long started;
    private long nanos;
    private int cells;

    GridClock(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void start() {
        started = nanoTime.getAsLong();
    }

    void end() {
        nanos += nanoTime.getAsLong() - started;
        cells++;
    }

    /** Seconds that so many cells take at the mean pace of those that ended; NaN before the first. */
    double secondsFor(int more) {
        return cells == 0 ? Double.NaN : nanos * 1e-9 / cells * more;
    }
}
