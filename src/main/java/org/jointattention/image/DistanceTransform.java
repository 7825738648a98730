package org.jointattention.image;

import java.util.Arrays;

/**
 * Exact Euclidean distances to the nearest of a set of pixels, in time linear in the number of pixels, for pixels of
 * any width and height.
 *
 * <p>After Felzenszwalb and Huttenlocher, "Distance Transforms of Sampled Functions", Theory of Computing 8 (2012):
 * first the distance within each column, then along each row the lower envelope of the parabolas that stand on the
 * columns.
 */
public final class DistanceTransform {
    private static final int NONE = Integer.MAX_VALUE;

    private final int width;
    private final int height;
    private final double pixelWidth;
    private final double pixelHeight;
    private final int[] rowsToTarget;

    /** Columns that have a target, ascending. */
    private final int[] columns;

    /** The columns whose parabolas make the envelope of the current row, and where each begins to be the lowest. */
    private final int[] vertex;

    private final double[] start;
    private final double[] base;

    /**
     * @param targets pixel indices {@code y * width + x}, at least one
     * @param pixelWidth in any unit, which distances have, too
     * @param pixelHeight in the same unit
     * @throws IllegalArgumentException if there is no target
     */
    public DistanceTransform(int width, int height, int[] targets, double pixelWidth, double pixelHeight) {
        if (targets.length == 0) {
            throw new IllegalArgumentException("There is no distance to an empty set of pixels.");
        }
        this.width = width;
        this.height = height;
        this.pixelWidth = pixelWidth;
        this.pixelHeight = pixelHeight;
        this.rowsToTarget = rowsToTarget(targets);
        this.columns = columnsOf(targets);
        this.vertex = new int[columns.length];
        this.start = new double[columns.length];
        this.base = new double[columns.length];
    }

    /**
     * The distance in pixels from each pixel of a mask to the nearest one outside of it. What lies beyond the image's
     * border counts as inside, so that an object cut by the border keeps its size.
     *
     * @param limit the largest distance to report, for masks that have no outside
     * @return 0 outside the mask
     */
    public static float[] within(boolean[] mask, int width, int height, float limit) {
        float[] result = new float[mask.length];
        int[] inside = pixels(mask, true);
        int[] outside = pixels(mask, false);
        if (outside.length == 0) {
            Arrays.fill(result, limit);
            return result;
        }
        double[] distances = new DistanceTransform(width, height, outside, 1, 1).from(inside);
        for (int i = 0; i < inside.length; i++) {
            result[inside[i]] = Math.min(limit, (float) distances[i]);
        }
        return result;
    }

    private static int[] pixels(boolean[] mask, boolean value) {
        int[] pixels = new int[mask.length];
        int count = 0;
        for (int i = 0; i < mask.length; i++) {
            if (mask[i] == value) {
                pixels[count++] = i;
            }
        }
        return Arrays.copyOf(pixels, count);
    }

    private int[] rowsToTarget(int[] targets) {
        int[] rows = new int[width * height];
        Arrays.fill(rows, NONE);
        for (int target : targets) {
            rows[target] = 0;
        }
        for (int pixel = width; pixel < rows.length; pixel++) {
            rows[pixel] = Math.min(rows[pixel], oneMore(rows[pixel - width]));
        }
        for (int pixel = rows.length - width - 1; pixel >= 0; pixel--) {
            rows[pixel] = Math.min(rows[pixel], oneMore(rows[pixel + width]));
        }
        return rows;
    }

    private static int oneMore(int rows) {
        return rows == NONE ? NONE : rows + 1;
    }

    private int[] columnsOf(int[] targets) {
        boolean[] hasTarget = new boolean[width];
        for (int target : targets) {
            hasTarget[target % width] = true;
        }
        int[] found = new int[width];
        int count = 0;
        for (int x = 0; x < width; x++) {
            if (hasTarget[x]) {
                found[count++] = x;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /**
     * The distance from each of the pixels to its nearest target.
     *
     * @param pixels pixel indices, ascending
     */
    public double[] from(int[] pixels) {
        double[] distances = new double[pixels.length];
        int row = -1;
        int piece = 0;
        int last = 0;
        for (int i = 0; i < pixels.length; i++) {
            int x = pixels[i] % width;
            if (pixels[i] / width != row) {
                row = pixels[i] / width;
                last = envelope(row);
                piece = 0;
            }
            while (piece < last && start[piece + 1] <= x) {
                piece++;
            }
            double across = (x - vertex[piece]) * pixelWidth;
            distances[i] = Math.sqrt(across * across + base[piece]);
        }
        return distances;
    }

    /** Builds the lower envelope of a row; the index of its last piece. */
    private int envelope(int row) {
        int last = -1;
        for (int column : columns) {
            double down = rowsToTarget[row * width + column] * pixelHeight;
            double squared = down * down;
            double from = Double.NEGATIVE_INFINITY;
            while (last >= 0) {
                from = crossing(vertex[last], base[last], column, squared);
                if (from > start[last]) {
                    break;
                }
                last--;
            }
            last++;
            vertex[last] = column;
            base[last] = squared;
            start[last] = last == 0 ? Double.NEGATIVE_INFINITY : from;
        }
        return last;
    }

    /** Where the parabola on the right begins to be lower than that on the left. */
    private double crossing(int left, double leftBase, int right, double rightBase) {
        double squaredWidth = pixelWidth * pixelWidth;
        return 0.5 * (left + right + (rightBase - leftBase) / (squaredWidth * (right - left)));
    }
}
