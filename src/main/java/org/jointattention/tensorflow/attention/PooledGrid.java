package org.jointattention.tensorflow.attention;

import org.jointattention.tensorflow.Net;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.index.Indices;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The grid of keys and values after 2x2 max-pooling; at odd sizes the last cell is half as large. */
final class PooledGrid {
    private final Ops tf;
    private final int batch;
    private final int height;
    private final int width;
    private final int cellRows;
    private final int cellColumns;

    /** @param x NHWC, of the full grid */
    PooledGrid(Net net, Operand<TFloat32> x) {
        int[] extents = Net.extents(x);
        tf = net.tf();
        batch = extents[0];
        height = extents[1];
        width = extents[2];
        cellRows = (height + 1) / 2;
        cellColumns = (width + 1) / 2;
    }

    /** Batch x N x channels to batch x cells x channels: the maximum of each cell. */
    Operand<TFloat32> pool(Operand<TFloat32> rows, int channels) {
        Operand<TFloat32> map = tf.reshape(rows, tf.constant(new int[] {batch, height, width, channels}));
        Operand<TFloat32> pooled =
                tf.nn.maxPool(map, tf.constant(new int[] {1, 2, 2, 1}), tf.constant(new int[] {1, 2, 2, 1}), "SAME");
        return tf.reshape(pooled, tf.constant(new int[] {batch, cellRows * cellColumns, channels}));
    }

    /** A row of P over the cells as one over all positions: each cell's share is spread evenly over it. */
    Operand<TFloat32> spread(Operand<TFloat32> row) {
        Operand<TFloat32> cells = tf.reshape(row, tf.constant(new int[] {batch, cellRows, 1, cellColumns, 1}));
        Operand<TFloat32> repeated = tf.broadcastTo(cells, tf.constant(new int[] {batch, cellRows, 2, cellColumns, 2}));
        Operand<TFloat32> whole = tf.reshape(repeated, tf.constant(new int[] {batch, 2 * cellRows, 2 * cellColumns}));
        Operand<TFloat32> cut = tf.stridedSlice(whole, Indices.all(), Indices.sliceTo(height), Indices.sliceTo(width));
        return tf.reshape(tf.math.mul(cut, tf.constant(shares())), tf.constant(new int[] {batch, 1, height * width}));
    }

    /** One over the number of positions in the cell of each position. */
    private float[][] shares() {
        float[][] shares = new float[height][width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int rows = Math.min(2, height - y / 2 * 2);
                int columns = Math.min(2, width - x / 2 * 2);
                shares[y][x] = 1f / (rows * columns);
            }
        }
        return shares;
    }
}
