package org.jointattention.imagej;

/** The value of an input is not acceptable; the message says why, without the input's name. */
final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String input;

    InputException(String input, String message) {
        super(message);
        this.input = input;
    }

    /** The name of the input. */
    String input() {
        return input;
    }
}
