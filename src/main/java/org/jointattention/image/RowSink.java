package org.jointattention.image;

/** Receives the rows of an image from top to bottom, each once. */
@FunctionalInterface
public interface RowSink {
    /**
     * @param y row, 0 to height - 1
     * @param probabilities width x classes values; valid during the call only
     */
    void row(int y, float[] probabilities);
}
