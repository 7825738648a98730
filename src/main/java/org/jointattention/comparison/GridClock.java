package org.jointattention.comparison;

import java.util.function.LongSupplier;
import org.jointattention.training.TrainingProgress;

/** Times cells, to say how long the rest of a grid will take. */
final class GridClock {
    private final LongSupplier nanoTime;
    private long started;
    private double doneAtStart;
    private long nanos;
    private int cells;

    GridClock(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** A cell begins. */
    void start() {
        started = nanoTime.getAsLong();
        doneAtStart = Double.NaN;
    }

    /** The cell is finished. */
    void end() {
        nanos += nanoTime.getAsLong() - started;
        cells++;
    }

    /** Seconds that so many cells take at the mean pace of those that ended; NaN before the first. */
    double secondsFor(int more) {
        return cells == 0 ? Double.NaN : nanos * 1e-9 / cells * more;
    }

    /** Seconds that the cell at hand and so many more take: before the first has ended, as long as this one will. */
    double secondsFor(TrainingProgress progress, int more) {
        if (Double.isNaN(doneAtStart)) {
            doneAtStart = progress.done();
        }
        double elapsed = (nanoTime.getAsLong() - started) * 1e-9;
        double whole =
                (elapsed + progress.secondsLeft()) / (1 - doneAtStart); // NaN or infinite where nothing is to train
        double others = cells == 0 ? whole * more : secondsFor(more);
        double all = progress.secondsLeft() + (more == 0 ? 0 : others);
        return Double.isInfinite(all) ? Double.NaN : all;
    }
}
