package org.jointattention.segmentation;

import org.jointattention.image.FloatPlane;
import org.jointattention.image.RowSink;

/** Collects the class probabilities, one channel a class. */
public final class ProbabilityRows implements RowSink {
    private final FloatPlane plane;

    /** @throws SegmentationException if there are more values than a Java array can hold */
    public ProbabilityRows(int width, int height, int classes) {
        long values = (long) PlaneSize.check(width, height) * classes;
        if (values > Integer.MAX_VALUE - 8) {
            throw new SegmentationException("The probabilities of " + width + "x" + height + " pixels and " + classes
                    + " classes do not fit one array: ask for labels only, or cut the image into smaller parts.");
        }
        this.plane = new FloatPlane(width, height, classes, new float[(int) values]);
    }

    @Override
    public void row(int y, float[] probabilities) {
        System.arraycopy(probabilities, 0, plane.values(), y * probabilities.length, probabilities.length);
    }

    /** The probabilities so far; the same plane each time. */
    public FloatPlane plane() {
        return plane;
    }
}
