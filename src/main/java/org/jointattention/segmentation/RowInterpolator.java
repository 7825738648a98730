package org.jointattention.segmentation;

import org.jointattention.image.Region;
import org.jointattention.image.RowSink;

/**
 * Resizes rows of class probabilities bilinearly, pixel centres aligned, as they come; borders are
 * continued by their last value. Keeps two rows of the source.
 */
final class RowInterpolator implements RowSink {
    private final ScaledAxis vertical;
    private final Region region;
    private final Region source;
    private final int classes;
    private final RowSink sink;
    private final float[][] recent;
    private final float[] result;
    private final int[] lefts;
    private final int[] rights;
    private final float[] fractions;
    private int next;

    /** Makes a whole plane of a whole one. */
    RowInterpolator(int sourceWidth, int sourceHeight, int width, int height, int classes, RowSink sink) {
        this(
                new ScaledAxis(sourceWidth, width),
                new ScaledAxis(sourceHeight, height),
                Region.all(width, height),
                classes,
                sink);
    }

    /** @param region of the result that is wanted, with the values that it has in the whole one; the sink counts its rows */
    RowInterpolator(ScaledAxis horizontal, ScaledAxis vertical, Region region, int classes, RowSink sink) {
        this.vertical = vertical;
        this.region = region;
        this.source = source(horizontal, vertical, region);
        this.classes = classes;
        this.sink = sink;
        this.recent = new float[2][Math.multiplyExact(source.width(), classes)];
        this.result = new float[Math.multiplyExact(region.width(), classes)];
        this.lefts = new int[region.width()];
        this.rights = new int[region.width()];
        this.fractions = new float[region.width()];
        for (int x = 0; x < lefts.length; x++) {
            long column = (long) region.x() + x;
            lefts[x] = horizontal.left(column) - source.x();
            rights[x] = horizontal.right(column) - source.x();
            fractions[x] = horizontal.fraction(column);
        }
    }

    private static Region source(ScaledAxis horizontal, ScaledAxis vertical, Region region) {
        int x = horizontal.left(region.x());
        int y = vertical.left(region.y());
        int width = horizontal.right(region.right() - 1) - x + 1;
        int height = vertical.right(region.bottom() - 1) - y + 1;
        return new Region(x, y, width, height);
    }

    /** What the rows that come in must be. */
    Region source() {
        return source;
    }

    /** @param y counts the rows of the source region */
    @Override
    public void row(int y, float[] probabilities) {
        System.arraycopy(probabilities, 0, recent[y % 2], 0, recent[0].length);
        while (next < region.height()) {
            long row = (long) region.y() + next;
            int top = vertical.left(row) - source.y();
            int bottom = vertical.right(row) - source.y();
            if (bottom > y) {
                return;
            }
            interpolate(recent[top % 2], recent[bottom % 2], vertical.fraction(row));
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
