package org.jointattention.comparison;

import java.util.List;
import java.util.OptionalInt;
import org.jointattention.model.LabelClass;
import org.jointattention.training.TrainingProgress;

/** Is told how a comparison goes, and says whether to go on. Called on the computing thread. */
public interface ComparisonListener {
    /**
     * A cell begins.
     *
     * @param number its place in the plan, from 1
     * @param all cells of the plan
     */
    void began(Cell cell, int number, int all);

    /** What the cell's network is. */
    void network(String description, List<LabelClass> classes, OptionalInt steps);

    /**
     * The cell's training goes on.
     *
     * @param secondsLeft estimated for this cell and those after it, were no other process to compute some of them; NaN
     *     where there is no telling yet
     */
    void progress(TrainingProgress progress, double secondsLeft);

    /**
     * A cell is finished.
     *
     * @param finished cells that are finished, those of earlier runs included
     * @param all cells of the plan
     * @param secondsLeft estimated for the cells after it, were no other process to compute some of them; NaN where there
     *     is no telling yet
     */
    void ended(CellResult result, int finished, int all, double secondsLeft);

    /** A cell failed; the others go on. */
    void failed(Cell cell, Throwable failure);

    /** What the user should know. */
    void note(String message);

    /** Asked often; if true, the comparison ends soon, and can be gone on with later. */
    boolean stopped();
}
