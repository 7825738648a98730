package org.jointattention.tensorflow.attention;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.index.Indices;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Over-completed attention maps: each position predicts one value for each offset to another one, and its row
 * of the attention matrix is the window of that map which the image covers.
 *
 * <p>The map is a product of the position's features and a kernel of {@link #SPAN} x {@link #SPAN} offsets. The
 * kernel is cut to the offsets that the image has; offsets beyond the kernel's count as 0.
 */
final class RelativeWindows {
    /** Positions that a map reaches in each direction, the own one counted: all of a grid of 32 x 32. */
    static final int REACH = 32;

    /** Offsets along an axis. */
    static final int SPAN = 2 * REACH - 1;

    private final Ops tf;
    private final int batch;
    private final int height;
    private final int width;
    private final int channels;
    /** Batch x height x width x channels. */
    private final Operand<TFloat32> features;
    /** Channels x (2 height - 1) x (2 width - 1). */
    private final Operand<TFloat32> kernel;

    /**
     * @param features batch x height x width x channels of known size
     * @param kernel channels x SPAN^2
     */
    RelativeWindows(Ops tf, Operand<TFloat32> features, Operand<TFloat32> kernel) {
        this.tf = tf;
        this.features = features;
        Shape shape = features.asOutput().shape();
        batch = (int) shape.get(0);
        height = (int) shape.get(1);
        width = (int) shape.get(2);
        channels = (int) shape.get(3);
        this.kernel = fitted(tf.reshape(kernel, constant(channels, SPAN, SPAN)));
    }

    /** The kernel's part for the offsets within the image, zeros where it has none. */
    private Operand<TFloat32> fitted(Operand<TFloat32> whole) {
        int cutRows = Math.max(0, REACH - height);
        int cutColumns = Math.max(0, REACH - width);
        int rows = Math.min(SPAN, 2 * height - 1);
        int columns = Math.min(SPAN, 2 * width - 1);
        Operand<TFloat32> cut = tf.slice(whole, constant(0, cutRows, cutColumns), constant(channels, rows, columns));
        int moreRows = Math.max(0, height - REACH);
        int moreColumns = Math.max(0, width - REACH);
        if (moreRows == 0 && moreColumns == 0) {
            return cut;
        }
        int[][] margins = {{0, 0}, {moreRows, moreRows}, {moreColumns, moreColumns}};
        return tf.pad(cut, tf.constant(margins), tf.constant(0f));
    }

    /** Values in memory for a number of image rows of positions. */
    long values(int rows) {
        return (long) batch * rows * width * (height + rows - 1) * (2 * width - 1);
    }

    /**
     * What the positions of some image rows say of all positions.
     *
     * @return batch x (rows width) x N
     */
    Operand<TFloat32> block(Ops ops, int from, int to) {
        int rows = to - from;
        int offsets = height + rows - 1;
        Operand<TFloat32> some = ops.reshape(
                ops.stridedSlice(features, Indices.all(), Indices.slice(from, to), Indices.all(), Indices.all()),
                constant(batch * rows * width, channels));
        Operand<TFloat32> part = ops.reshape(
                ops.slice(kernel, constant(0, height - to, 0), constant(channels, offsets, 2 * width - 1)),
                constant(channels, offsets * (2 * width - 1)));
        Operand<TFloat32> maps =
                ops.reshape(ops.linalg.matMul(some, part), constant(batch, rows, width, offsets, 2 * width - 1));
        Operand<TFloat32> byRow = ops.linalg.transpose(maps, constant(0, 1, 3, 2, 4));
        Operand<TFloat32> down =
                windows(ops, ops.reshape(byRow, constant(batch, rows, offsets, width * (2 * width - 1))), height);
        Operand<TFloat32> across =
                windows(ops, ops.reshape(down, constant(batch * rows * height, width, 2 * width - 1, 1)), width);
        Operand<TFloat32> ordered = ops.linalg.transpose(
                ops.reshape(across, constant(batch, rows, height, width, width)), constant(0, 1, 3, 2, 4));
        return ops.reshape(ordered, constant(batch, rows * width, height * width));
    }

    /**
     * Cuts from row i of n the window that starts at n - 1 - i. Laid out with one more value a row and read
     * from n - 1 on with the old length, every row moves by one more than that before it.
     *
     * @param maps some x n x offsets x rest
     * @param length of each window
     */
    private Operand<TFloat32> windows(Ops ops, Operand<TFloat32> maps, int length) {
        Shape shape = maps.asOutput().shape();
        int some = (int) shape.get(0);
        int n = (int) shape.get(1);
        int offsets = (int) shape.get(2);
        int rest = (int) shape.get(3);
        Operand<TFloat32> longer =
                ops.pad(maps, ops.constant(new int[][] {{0, 0}, {0, 0}, {0, 1}, {0, 0}}), ops.constant(0f));
        Operand<TFloat32> flat = ops.reshape(longer, constant(some, n * (offsets + 1), rest));
        Operand<TFloat32> moved = ops.slice(flat, constant(0, n - 1, 0), constant(some, n * offsets, rest));
        return ops.slice(
                ops.reshape(moved, constant(some, n, offsets, rest)),
                constant(0, 0, 0, 0),
                constant(some, n, length, rest));
    }

    /** What a position says of all: batch x 1 x N. */
    Operand<TFloat32> saidBy(Operand<TInt32> position) {
        Operand<TFloat32> own =
                tf.gather(tf.reshape(features, constant(batch, height * width, channels)), position, tf.constant(1));
        Operand<TFloat32> matrix = tf.reshape(kernel, constant(channels, (2 * height - 1) * (2 * width - 1)));
        Operand<TFloat32> map = tf.reshape(
                tf.linalg.matMul(tf.reshape(own, constant(batch, channels)), matrix),
                constant(batch, 2 * height - 1, 2 * width - 1));
        Operand<TInt32> fromRow = tf.math.sub(tf.constant(height - 1), row(position));
        Operand<TInt32> fromColumn = tf.math.sub(tf.constant(width - 1), column(position));
        return tf.reshape(window(map, fromRow, fromColumn, batch), constant(batch, 1, height * width));
    }

    /** What all say of a position: batch x 1 x N. */
    Operand<TFloat32> saidOf(Operand<TInt32> position) {
        Operand<TFloat32> window = window(kernel, row(position), column(position), channels);
        Operand<TFloat32> turned = tf.linalg.transpose(tf.reverse(window, constant(1, 2)), constant(1, 2, 0));
        Operand<TFloat32> products = tf.math.mul(features, turned);
        return tf.reshape(tf.reduceSum(products, tf.constant(3)), constant(batch, 1, height * width));
    }

    private Operand<TFloat32> window(
            Operand<TFloat32> maps, Operand<TInt32> fromRow, Operand<TInt32> fromColumn, int count) {
        Operand<TInt32> begin = tf.stack(List.of(tf.constant(0), fromRow, fromColumn));
        return tf.slice(maps, begin, constant(count, height, width));
    }

    private Operand<TInt32> row(Operand<TInt32> position) {
        return tf.math.floorDiv(position, tf.constant(width));
    }

    private Operand<TInt32> column(Operand<TInt32> position) {
        return tf.math.floorMod(position, tf.constant(width));
    }

    private Operand<TInt32> constant(int... values) {
        return tf.constant(values);
    }
}
