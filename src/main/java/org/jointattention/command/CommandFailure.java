package org.jointattention.command;

import java.util.Objects;
import org.jointattention.files.FailureReason;
import org.jointattention.training.MemoryException;

/** A failure in words for the user. */
public final class CommandFailure {
    private static final String MEMORY = "Java's memory is set under Edit > Options > Memory & Threads...";

    private final Throwable failure;

    public CommandFailure(Throwable failure) {
        this.failure = Objects.requireNonNull(failure);
    }

    /** What is wrong, and what to do. */
    public String message() {
        if (failure instanceof OutOfMemoryError) {
            return "There is not enough memory (" + failure.getMessage()
                    + "). Close images, choose a smaller tile, or give Java more memory. " + MEMORY;
        }
        if (failure instanceof MemoryException) {
            return failure.getMessage() + " " + MEMORY;
        }
        return isUnexpected()
                ? "This should not have happened: " + failure + ". The log has the details (" + LogPlace.name() + ")."
                : FailureReason.of(failure);
    }

    /** Whether it looks like a mistake of the program rather than of its input. */
    boolean isUnexpected() {
        return failure.getMessage() == null
                || failure instanceof NullPointerException
                || failure instanceof ClassCastException
                || failure instanceof IndexOutOfBoundsException
                || failure instanceof ArithmeticException
                || failure instanceof LinkageError;
    }
}
