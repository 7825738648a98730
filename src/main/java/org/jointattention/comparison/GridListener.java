package org.jointattention.comparison;

import java.util.List;
import java.util.OptionalInt;
import org.jointattention.model.LabelClass;
import org.jointattention.training.TrainingProgress;

/** Passes on what a cell tells, with the time that the cells after it will take. */
final class GridListener implements CellListener {
    private final ComparisonListener listener;
    private final GridClock clock;
    private final int more;

    /** @param more cells that are to do after this one */
    GridListener(ComparisonListener listener, GridClock clock, int more) {
        this.listener = listener;
        this.clock = clock;
        this.more = more;
    }

    @Override
    public void network(String description, List<LabelClass> classes, OptionalInt steps) {
        listener.network(description, classes, steps);
    }

    @Override
    public void progress(TrainingProgress progress) {
        listener.progress(progress, clock.secondsFor(progress, more));
    }

    @Override
    public void note(String message) {
        listener.note(message);
    }

    @Override
    public boolean stopped() {
        return listener.stopped();
    }
}
