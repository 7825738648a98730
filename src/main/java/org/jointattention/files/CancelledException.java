package org.jointattention.files;

/** The user cancelled, or the computing thread was interrupted: there is no result. */
public final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CancelledException(String message) {
        super(message);
    }
}
