package org.jointattention.segmentation;

import org.jointattention.image.LabelPlane;
import org.jointattention.image.RowSink;

/** Collects the most probable class of each pixel; the lower class where two are equal. */
public final class LabelRows implements RowSink {
    private final int width;
    private final int height;
    private final byte[] labels;

    /** @throws SegmentationException if the plane has more pixels than a Java array can hold */
    public LabelRows(int width, int height) {
        this.width = width;
        this.height = height;
        this.labels = new byte[PlaneSize.check(width, height)];
    }

    @Override
    public void row(int y, float[] probabilities) {
        label(probabilities, labels, y * width, width);
    }

    /** Labels one row. @param offset in the labels, where the row begins */
    static void label(float[] probabilities, byte[] labels, int offset, int width) {
        int classes = probabilities.length / width;
        for (int x = 0; x < width; x++) {
            labels[offset + x] = (byte) mostProbable(probabilities, x * classes, classes);
        }
    }

    private static int mostProbable(float[] values, int offset, int classes) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
            if (values[offset + c] > values[offset + best]) {
                best = c;
            }
        }
        return best;
    }

    /** One class index a pixel, row-major; the array itself, not a copy. */
    public byte[] labels() {
        return labels;
    }

    /** The labels so far, not a copy. */
    public LabelPlane plane() {
        return new LabelPlane(width, height, labels);
    }
}
