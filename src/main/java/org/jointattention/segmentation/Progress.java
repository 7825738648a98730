package org.jointattention.segmentation;

import org.jointattention.files.CancelledException;

/** Is told how far a computation is, and says whether to go on. Called on the computing thread. */
public interface Progress {
    /** Goes on to the end and tells nobody. */
    Progress NONE = new Progress() {
        @Override
        public void update(long done, long total) {
            // Nobody listens.
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /**
     * @param done finished parts, 0 to total
     * @param total number of parts
     */
    void update(long done, long total);

    /** Asked before each part; if true, the computation ends with a {@link CancelledException}. */
    boolean cancelled();
}
