package org.jointattention.image;

/** Receives the rows of a plane of labels from top to bottom, each once. */
@FunctionalInterface
public interface LabelSink {
    /** @param labels one a pixel, unsigned; the array is used again for the next row */
    void row(byte[] labels);
}
