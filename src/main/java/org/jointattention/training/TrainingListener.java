package org.jointattention.training;

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

    /** Called with what the user should know, though the training goes on. */
    default void warning(String message) {
        // Most listeners have no place for it.
    }
}
