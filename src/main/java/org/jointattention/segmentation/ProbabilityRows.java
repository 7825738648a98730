package org.jointattention.segmentation;

import org.jointattention.image.RowSink;

/** Collects the class probabilities, one plane a class. */
public final class ProbabilityRows implements RowSink {
    private final int width;
    private final float[][] planes;

    /** @throws SegmentationException if the plane has more pixels than a Java array can hold */
    public ProbabilityRows(int width, int height, int classes) {
        this.width = width;
        this.planes = new float[classes][PlaneSize.check(width, height)];
    }

    @Override
    public void row(int y, float[] probabilities) {
        for (int x = 0; x < width; x++) {
            for (int c = 0; c < planes.length; c++) {
                planes[c][y * width + x] = probabilities[x * planes.length + c];
            }
        }
    }

    /** One value a pixel, row-major, by class; the arrays themselves, not copies. */
    public float[][] planes() {
        return planes;
    }
}
