package org.jointattention.batch;

import java.nio.file.Path;

/**
 * Hears what becomes of the files of a batch: one call at a time, on the batch's threads. Files begin in their order, and end in
 * the order in which they are ready; what is told of one file comes between its {@link #began} and its {@link #ended}.
 */
public interface BatchListener {
    /**
     * @param index of the file, from 0
     * @param count of all files
     */
    default void began(BatchFile file, int index, int count) {}

    /** The image is open. @param mapping how its axes were understood */
    default void opened(BatchFile file, String mapping) {}

    /** A result is complete on the disk. */
    default void saved(BatchFile file, Path result) {}

    /** Nothing more happens to this file; not told of a file that was cancelled. */
    default void ended(FileOutcome outcome) {}
}
