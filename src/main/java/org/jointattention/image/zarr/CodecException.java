package org.jointattention.image.zarr;

/** Stored bytes that cannot be decoded; the message goes on after the name of the file and a colon. */
final class CodecException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CodecException(String message) {
        super(message);
    }

    CodecException(String message, Throwable cause) {
        super(message, cause);
    }
}
