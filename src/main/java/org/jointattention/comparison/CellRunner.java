package org.jointattention.comparison;

import java.util.Optional;

/** Computes cells. */
public interface CellRunner {
    /**
     * Computes a cell, or goes on where it was stopped, and writes its files.
     *
     * @return whether it was finished; false where the listener stopped it
     */
    boolean run(CellFolder folder, CellListener listener);

    /** Why a cell's network cannot be made, as far as that can be told quickly, before others are trained for hours. */
    default Optional<String> obstacle(Cell cell) {
        return Optional.empty();
    }
}
