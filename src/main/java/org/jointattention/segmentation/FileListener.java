package org.jointattention.segmentation;

import java.nio.file.Path;

/** Hears what becomes of a file while it is segmented. */
public interface FileListener {
    /** Tells nobody. */
    FileListener NONE = new FileListener() {
        @Override
        public void opened(String mapping) {
            // Nobody listens.
        }

        @Override
        public void saved(Path file) {
            // Nobody listens.
        }
    };

    /** Called when the image is open, before it is segmented. @param mapping how its axes were understood */
    void opened(String mapping);

    /** Called when a result is complete on the disk. */
    void saved(Path file);
}
