package org.jointattention.training;

import java.util.function.BiConsumer;

/** Saves the checkpoints of one run. */
final class CheckpointSaver implements BiConsumer<Checkpoint, History> {
    private final CheckpointFolder folder;
    private final TrainingSettings settings;
    private final RunConditions conditions;
    private final TrainingListener listener;
    private boolean pictureFailed;

    CheckpointSaver(
            CheckpointFolder folder, TrainingSettings settings, RunConditions conditions, TrainingListener listener) {
        this.folder = folder;
        this.settings = settings;
        this.conditions = conditions;
        this.listener = listener;
    }

    @Override
    public void accept(Checkpoint checkpoint, History history) {
        folder.save(checkpoint, settings, conditions);
        if (history.lastStep() > 0 && !pictureFailed) {
            savePicture(history);
        }
    }

    /** A training must not end because a picture of it cannot be drawn, as in a Java without fonts. */
    private void savePicture(History history) {
        try {
            history.chart().save(folder.picture());
        } catch (RuntimeException | LinkageError | InternalError e) {
            pictureFailed = true;
            listener.warning("The training goes on without a picture of its curves: " + e.getMessage());
        }
    }
}
