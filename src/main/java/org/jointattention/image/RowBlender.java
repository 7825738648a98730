package org.jointattention.image;

import java.util.Arrays;

/**
 * Adds up the class probabilities of overlapping tiles, and hands on each row as soon as no further
 * tile touches it. Keeps one tile's height of rows, whatever the height of the image.
 *
 * <p>Tiles come row by row; {@link #finishRow} follows the last tile of a row.
 */
public final class RowBlender {
    private final TileGrid grid;
    private final int classes;
    private final RowSink sink;
    private final float[][] band;
    private int nextRow;

    /** @throws IllegalArgumentException if one row of the image does not fit a Java array */
    public RowBlender(TileGrid grid, int classes, RowSink sink) {
        long rowLength = (long) grid.width() * classes;
        if (rowLength > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("The image is too wide: one row of " + grid.width() + " pixels and "
                    + classes + " classes has " + rowLength + " values. Cut the image into narrower parts.");
        }
        this.grid = grid;
        this.classes = classes;
        this.sink = sink;
        this.band = new float[Math.min(grid.tileHeight(), grid.height())][(int) rowLength];
    }

    /**
     * Adds one tile.
     *
     * @param probabilities holds tile height x tile width x classes values from the offset on
     * @param factor applied to all values, such as 1/n for the mean of n predictions
     */
    public void add(int row, int column, float[] probabilities, int offset, float factor) {
        float[] weights = grid.rowWeights(row);
        float[] columnWeights = columnWeights(column);
        int position = grid.x(column) * classes;
        for (int tileY = 0; tileY < weights.length; tileY++) {
            if (weights[tileY] > 0) {
                float[] target = band[(grid.y(row) + tileY) % band.length];
                int source = offset + tileY * grid.tileWidth() * classes;
                addRow(target, position, columnWeights, probabilities, source, factor * weights[tileY]);
            }
        }
    }

    /** One weight for each value of a row of the tile that lies in the image. */
    private float[] columnWeights(int column) {
        float[] weights = grid.columnWeights(column);
        float[] repeated = new float[Math.min(weights.length, grid.width() - grid.x(column)) * classes];
        for (int i = 0; i < repeated.length; i++) {
            repeated[i] = weights[i / classes];
        }
        return repeated;
    }

    /** One loop over plain arrays: Java computes several values at once. */
    private static void addRow(
            float[] target, int position, float[] weights, float[] probabilities, int source, float factor) {
        for (int i = 0; i < weights.length; i++) {
            target[position + i] += factor * weights[i] * probabilities[source + i];
        }
    }

    /** Hands on the image rows that the tiles below the given row of tiles do not touch. */
    public void finishRow(int row) {
        int end = row + 1 < grid.rows() ? grid.y(row + 1) : grid.height();
        for (; nextRow < end; nextRow++) {
            float[] values = band[nextRow % band.length];
            sink.row(nextRow, values);
            Arrays.fill(values, 0);
        }
    }
}
