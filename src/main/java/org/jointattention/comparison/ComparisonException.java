package org.jointattention.comparison;

/** A comparison cannot be made as it was asked for; the message is for the user. */
public class ComparisonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ComparisonException(String message) {
        super(message);
    }

    public ComparisonException(String message, Throwable cause) {
        super(message, cause);
    }
}
