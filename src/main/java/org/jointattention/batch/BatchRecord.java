package org.jointattention.batch;

import java.io.IOException;
import java.util.Optional;

/** What is known of files that were segmented before, and is to be known of these later. Used by several threads. */
interface BatchRecord {
    /** Knows nothing. */
    BatchRecord NONE = new BatchRecord() {
        @Override
        public Optional<FileOutcome> ofSameFile(BatchFile file, FileStamp stamp) {
            return Optional.empty();
        }

        @Override
        public Optional<FileOutcome> ofSameContent(BatchFile file, FileStamp stamp) {
            return Optional.empty();
        }

        @Override
        public boolean hasChangedResults(BatchFile file) {
            return false;
        }

        @Override
        public void add(FileOutcome outcome, FileStamp stamp) {
            // Nobody asks later.
        }
    };

    /** That the file was done, and neither it nor its results have changed since by name, size and time. */
    Optional<FileOutcome> ofSameFile(BatchFile file, FileStamp stamp);

    /** The same for a file whose bytes have not changed, though its name or time has; reads the file. */
    Optional<FileOutcome> ofSameContent(BatchFile file, FileStamp stamp);

    /** Whether results were noted that are no longer there as they were. */
    boolean hasChangedResults(BatchFile file);

    /** @throws IOException if it cannot be noted; the message is for the user */
    void add(FileOutcome outcome, FileStamp stamp) throws IOException;
}
