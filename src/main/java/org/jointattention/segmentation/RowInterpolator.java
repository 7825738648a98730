package org.jointattention.segmentation;

import org.jointattention.image.RowSink;

/**
 * Resizes rows of class probabilities bilinearly, pixel centres aligned, as they come; borders are
 * continued by their last value. Keeps two rows of the source.
 */
final class RowInterpolator implements RowSink {
    private final int sourceHeight;
    private final int height;
    private final int classes;
    private final RowSink sink;
    private final float[][] recent;
    private final float[] result;
    private final int[] lefts;
    private final int[] rights;
    private final float[] fractions;
    private final double step;
    private int next;

    RowInterpolator(int sourceWidth, int sourceHeight, int width, int height, int classes, RowSink sink) {
        this.sourceHeight = sourceHeight;
        this.height = height;
        this.classes = classes;
        this.sink = sink;
        this.recent = new float[2][Math.multiplyExact(sourceWidth, classes)];
        this.result = new float[Math.multiplyExact(width, classes)];
        this.step = (double) sourceHeight / height;
        this.lefts = new int[width];
        this.rights = new int[width];
        this.fractions = new float[width];
        for (int x = 0; x < width; x++) {
            double position = position(x, (double) sourceWidth / width, sourceWidth);
            lefts[x] = (int) position;
            rights[x] = Math.min(lefts[x] + 1, sourceWidth - 1);
            fractions[x] = (float) (position - lefts[x]);
        }
    }

    /** Where the centre of a pixel lies in the source, 0 at the centre of its first pixel. */
    private static double position(int index, double step, int extent) {
        return Math.min(extent - 1, Math.max(0, (index + 0.5) * step - 0.5));
    }

    @Override
    public void row(int y, float[] probabilities) {
        System.arraycopy(probabilities, 0, recent[y % 2], 0, probabilities.length);
        while (next < height) {
            double position = position(next, step, sourceHeight);
            int top = (int) position;
            int bottom = Math.min(top + 1, sourceHeight - 1);
            if (bottom > y) {
                return;
            }
            interpolate(recent[top % 2], recent[bottom % 2], (float) (position - top));
            sink.row(next++, result);
        }
    }

    private void interpolate(float[] top, float[] bottom, float down) {
        int target = 0;
        for (int x = 0; x < lefts.length; x++) {
            int left = lefts[x] * classes;
            int right = rights[x] * classes;
            for (int c = 0; c < classes; c++) {
                float above = mix(top[left + c], top[right + c], fractions[x]);
                float below = mix(bottom[left + c], bottom[right + c], fractions[x]);
                result[target++] = mix(above, below, down);
            }
        }
    }

    private static float mix(float first, float second, float fraction) {
        return first + fraction * (second - first);
    }
}
