package org.jointattention.command;

import java.util.Objects;
import org.jointattention.files.FailureReason;

/** A failure in words for the user. */
public final class CommandFailure {
    private final Throwable failure;

    public CommandFailure(Throwable failure) {
        this.failure = Objects.requireNonNull(failure);
    }

    /** What is wrong, and what to do. */
    public String message() {
        if (failure instanceof OutOfMemoryError) {
            return "There is not enough memory (" + failure.getMessage()
                    + "). Close images, choose a smaller tile, or give"
                    + " ImageJ more memory under Edit > Options > Memory & Threads.";
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
