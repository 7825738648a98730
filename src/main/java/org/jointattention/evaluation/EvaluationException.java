package org.jointattention.evaluation;

/** Masks that cannot be compared; the message says which, what is wrong and what to do. */
public final class EvaluationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EvaluationException(String message) {
        super(message);
    }

    public EvaluationException(String message, Throwable cause) {
        super(message, cause);
    }
}
