package org.jointattention.cli;

import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import org.jointattention.files.FailureReason;
import org.jointattention.training.MemoryException;

/** What to tell the user of an exception. The JDK's file exceptions name only the file, so their kind is added. */
final class FailureMessage {
    private static final String MORE_MEMORY =
            "give Java more with --heap before the command, e.g. '" + Main.NAME + " --heap 8g ...'.";

    private FailureMessage() {}

    static String of(Throwable failure) {
        if (failure instanceof UncheckedIOException && failure.getCause() instanceof FileSystemException) {
            return of(failure.getCause());
        }
        if (failure instanceof OutOfMemoryError) {
            return "out of memory (" + failure.getMessage() + "): " + MORE_MEMORY;
        }
        if (failure instanceof MemoryException) {
            return failure.getMessage() + " Here, " + MORE_MEMORY;
        }
        if (failure instanceof FileSystemException && ((FileSystemException) failure).getReason() == null) {
            return failure.getMessage() + ": " + FailureReason.of(failure);
        }
        return hasMessage(failure) && !isUnexpected(failure) ? failure.getMessage() : failure.toString();
    }

    /** Whether it looks like a mistake of the program rather than of its input. */
    static boolean isUnexpected(Throwable failure) {
        return !hasMessage(failure)
                || failure instanceof NullPointerException
                || failure instanceof ClassCastException
                || failure instanceof IndexOutOfBoundsException
                || failure instanceof ArithmeticException
                || failure instanceof LinkageError;
    }

    private static boolean hasMessage(Throwable failure) {
        return failure.getMessage() != null && !failure.getMessage().isBlank();
    }
}
