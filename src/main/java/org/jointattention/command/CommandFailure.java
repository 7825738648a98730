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
        return FailureReason.isUnexpected(failure)
                ? "This should not have happened: " + failure + ". The log has the details (" + LogPlace.name() + ")."
                : FailureReason.shortened(FailureReason.alone(failure));
    }
}
