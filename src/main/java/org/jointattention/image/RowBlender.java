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
        for (int tileY = 0; tileY < weights.length; tileY++) {
            if (weights[tileY] > 0) {
                float[] target = band[(grid.y(row) + tileY) % band.length];
                int source = offset + tileY * grid.tileWidth() * classes;
                addRow(target, column, probabilities, source, factor * weights[tileY]);
            }
        }
    }

    private void addRow(float[] target, int column, float[] probabilities, int offset, float factor) {
        float[] weights = grid.columnWeights(column);
        int end = Math.min(weights.length, grid.width() - grid.x(column));
        int source = offset;
        int position = grid.x(column) * classes;
        for (int tileX = 0; tileX < end; tileX++) {
            float weight = factor * weights[tileX];
            for (int c = 0; c < classes; c++) {
                target[position++] += weight * probabilities[source++];
            }
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
