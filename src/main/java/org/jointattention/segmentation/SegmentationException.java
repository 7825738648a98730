package org.jointattention.segmentation;

/** An image cannot be segmented; the message says why and what to do. */
public final class SegmentationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SegmentationException(String message) {
        super(message);
    }

    public SegmentationException(String message, Throwable cause) {
        super(message, cause);
    }
}
