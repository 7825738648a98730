package org.jointattention.comparison;

import java.util.function.LongSupplier;
import org.jointattention.training.TrainingProgress;

/** Times cells, to say how long the rest of a grid will take. */
final class GridClock {
    private final LongSupplier nanoTime;
    private long started;
    private double doneAtStart;
    private long nanos;
    private double cells;

    GridClock(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** A cell begins. */
    void start() {
        started = nanoTime.getAsLong();
        doneAtStart = Double.NaN;
    }

    /** The cell is finished. Of one that was resumed, only the part that was left counts; of one without any training, none. */
    void end() {
        if (doneAtStart < 1) {
            nanos += nanoTime.getAsLong() - started;
            cells += 1 - doneAtStart;
        }
    }

    /** Seconds that so many cells take at the mean pace of those that ended; NaN before the first, but 0 for none. */
    double secondsFor(int more) {
        return more == 0 ? 0 : nanos * 1e-9 / cells * more;
    }

    /** Seconds that the cell at hand and so many more take: before the first has ended, as long as this one will. */
    double secondsFor(TrainingProgress progress, int more) {
        if (Double.isNaN(doneAtStart)) {
            doneAtStart = progress.done();
        }
        double elapsed = (nanoTime.getAsLong() - started) * 1e-9;
        double whole =
                (elapsed + progress.secondsLeft()) / (1 - doneAtStart); // NaN or infinite where nothing is to train
        double others = cells == 0 && more > 0 ? whole * more : secondsFor(more);
        double all = progress.secondsLeft() + others;
        return Double.isInfinite(all) ? Double.NaN : all;
    }
}
