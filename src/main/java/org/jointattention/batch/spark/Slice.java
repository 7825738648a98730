package org.jointattention.batch.spark;

import java.io.Serializable;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jointattention.files.CancelledException;

/**
 * A range of items on its way to an executor: small, as it names items by their numbers or their place in a file. May be
 * run several times, and at two places at once, with the same results.
 */
public interface Slice extends Serializable {
    /**
     * Does the items, on the executor. An item that fails is a row that says so, not an exception; what is thrown fails
     * the task, which Spark then tries again elsewhere.
     *
     * @param stopped whether to end early, as the task was killed
     * @return a row for each item, in their order
     * @throws CancelledException if it was stopped
     */
    List<Row> run(BooleanSupplier stopped);

    /** @throws CancelledException if the task was stopped: asked before an item, and after a failure, since an interrupt looks like any */
    static void requireGoing(BooleanSupplier stopped) {
        if (stopped.getAsBoolean()) {
            throw new CancelledException("The task was stopped.");
        }
    }
}
