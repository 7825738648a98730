package org.jointattention.comparison;

/** Computes cells. */
public interface CellRunner {
    /**
     * Computes a cell, or goes on where it was stopped, and writes its files.
     *
     * @return whether it was finished; false where the listener stopped it
     */
    boolean run(CellFolder folder, ComparisonListener listener);
}
