package org.jointattention.training;

import org.jointattention.training.SymmetryReport.Transform;

/**
 * A square grid of means over an image, as deviations from the whole's mean in units of its pixels'
 * standard deviation: the mean square of the grid is the share of the variance that it explains.
 */
final class Profile {
    private static final int SAMPLES_A_CELL = 32;

    private final int grid;
    private final double[] values;

    private Profile(int grid, double[] values) {
        this.grid = grid;
        this.values = values;
    }

    /** Values of a layer of an image; NaN where there is none. */
    interface Layer {
        double at(int x, int y);
    }

    /** The grid over the rectangle; all 0 where the layer is constant or has no value. */
    static Profile of(Layer layer, int left, int top, int width, int height, int grid) {
        double[] sums = new double[grid * grid];
        int[] counts = new int[grid * grid];
        double[] moments = new double[3];
        for (int i = 0; i < sums.length; i++) {
            int column = i % grid;
            int row = i / grid;
            int[] xs = cell(left, width, column, grid);
            int[] ys = cell(top, height, row, grid);
            for (int y = ys[0]; y < ys[1]; y += ys[2]) {
                for (int x = xs[0]; x < xs[1]; x += xs[2]) {
                    double value = layer.at(x, y);
                    if (Double.isFinite(value)) {
                        sums[i] += value;
                        counts[i]++;
                        moments[0]++;
                        moments[1] += value;
                        moments[2] += value * value;
                    }
                }
            }
        }
        return new Profile(grid, standardise(sums, counts, moments));
    }

    /** First, end and step of a cell's pixels; at least one pixel. */
    private static int[] cell(int start, int extent, int index, int grid) {
        int first = (int) ((long) index * extent / grid);
        int end = Math.max(first + 1, (int) ((index + 1L) * extent / grid));
        return new int[] {start + first, start + end, 1 + (end - first - 1) / SAMPLES_A_CELL};
    }

    private static double[] standardise(double[] sums, int[] counts, double[] moments) {
        double[] values = new double[sums.length];
        double mean = moments[1] / moments[0];
        double variance = moments[2] / moments[0] - mean * mean;
        if (!(variance > 1e-9 * mean * mean)) {
            return values;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = counts[i] == 0 ? 0 : (sums[i] / counts[i] - mean) / Math.sqrt(variance);
        }
        return values;
    }

    boolean isConstant() {
        for (double value : values) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    /** The antisymmetric part, half of the difference between the grid and the grid transformed. */
    double[] antisymmetric(Transform transform) {
        double[] result = new double[values.length];
        for (int y = 0; y < grid; y++) {
            for (int x = 0; x < grid; x++) {
                result[y * grid + x] = (values[y * grid + x] - transformed(transform, x, y)) / 2;
            }
        }
        return result;
    }

    private double transformed(Transform transform, int x, int y) {
        switch (transform) {
            case FLIP_X:
                return values[y * grid + grid - 1 - x];
            case FLIP_Y:
                return values[(grid - 1 - y) * grid + x];
            default:
                return values[(grid - 1 - x) * grid + y];
        }
    }
}
