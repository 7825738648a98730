package org.jointattention.comparison;

import java.util.List;
import java.util.OptionalInt;
import org.jointattention.model.LabelClass;
import org.jointattention.training.TrainingProgress;

/** Is told how the computing of a cell goes, and says whether to go on. Called on the computing thread. */
public interface CellListener {
    /** What the cell's network is. */
    void network(String description, List<LabelClass> classes, OptionalInt steps);

    /** The cell's training goes on. */
    void progress(TrainingProgress progress);

    /** What the user should know. */
    void note(String message);

    /** Asked often; if true, the computing ends soon, and can be gone on with later. */
    boolean stopped();
}
