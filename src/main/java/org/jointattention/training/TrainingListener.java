package org.jointattention.training;

import org.jointattention.engine.Device;

/** Is told how a training goes, and says whether to go on. Called on the training thread. */
public interface TrainingListener {
    /** Goes on to the end and tells nobody. */
    TrainingListener NONE = new TrainingListener() {
        @Override
        public void progress(TrainingProgress progress) {
            // Nobody listens.
        }

        @Override
        public boolean stopped() {
            return false;
        }
    };

    /** Called after each step and each validation. */
    void progress(TrainingProgress progress);

    /**
     * Asked before each step and, in validations, before each tile; if true, the training saves a
     * checkpoint and ends with what it has.
     */
    boolean stopped();

    /**
     * Asked after a stop: if true, no model is written; the checkpoint stays, and an earlier model of that name is left
     * as it was.
     */
    default boolean discards() {
        return false;
    }

    /** Called when the network is on its device, before the first step. */
    default void started(Device device) {
        // Most listeners learn it from the outcome.
    }

    /** Asked after each step; if true, an image is segmented and given to {@link #preview}, which takes time. */
    default boolean wantsPreview(long step) {
        return false;
    }

    /** Called where one was wanted, and after each validation. */
    default void preview(TrainingPreview preview) {
        // Most listeners have nowhere to show it.
    }

    /** Called with what the user should know, though the training goes on. */
    default void warning(String message) {
        // Most listeners have no place for it.
    }
}
