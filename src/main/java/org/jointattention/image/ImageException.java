package org.jointattention.image;

/** An image that cannot be read, used or written; the message names it, says what is wrong and what to do. */
public final class ImageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ImageException(String message) {
        super(message);
    }

    public ImageException(String message, Throwable cause) {
        super(message, cause);
    }
}
