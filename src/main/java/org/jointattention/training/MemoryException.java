package org.jointattention.training;

/**
 * A training whose images do not fit into Java's memory. How Java gets more depends on the program it runs in, which is
 * to add that to the message.
 */
public final class MemoryException extends TrainingException {
    private static final long serialVersionUID = 1L;

    public MemoryException(String message) {
        super(message);
    }
}
