package org.jointattention.cli;

import org.jointattention.files.FailureReason;
import org.jointattention.training.MemoryException;

/** What to tell the user of an exception; how to get more memory is a matter of the command line. */
final class FailureMessage {
    private static final String MORE_MEMORY =
            "give Java more with --heap before the command, e.g. '" + Main.NAME + " --heap 8g ...'.";

    private FailureMessage() {}

    static String of(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return "out of memory (" + failure.getMessage() + "): " + MORE_MEMORY;
        }
        if (failure instanceof MemoryException) {
            return failure.getMessage() + " Here, " + MORE_MEMORY;
        }
        return FailureReason.isUnexpected(failure) ? failure.toString() : FailureReason.alone(failure);
    }
}
