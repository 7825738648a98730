package org.jointattention.tensorflow.attention;

import java.util.ArrayList;
import java.util.List;
import org.jointattention.tensorflow.Net;
import org.jointattention.tensorflow.WeightKind;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.index.Indices;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.train.BatchMatMul;
import org.tensorflow.types.TFloat32;

/**
 * The global aggregation block of Non-local U-Nets (Wang et al., AAAI 2020): {@code Y = (softmax_row(Q K^T /
 * sqrt d) V) W_o}, with as many queries as the output has positions, and a key for each position of the input.
 *
 * <p>Q is made by a 1x1 convolution (same size), a 3x3 convolution of stride 2 (down) or a transposed 2x2
 * convolution of stride 2 (up); K and V by 1x1 convolutions; d is half of the output's channels. All, and W_o,
 * are followed by batch normalisation; the scale of the last starts at 0, so that what is added to a residual
 * path starts as nothing. One head. The product is computed in blocks of queries.
 */
public final class GlobalAggregation {
    /** Size of the output against the input's. */
    public enum Size {
        SAME,
        DOWN,
        UP
    }

    /** Graphs of very many blocks take long to build. */
    private static final int MOST_BLOCKS = 512;

    private final Size size;
    private final int blockValues;

    public GlobalAggregation(Size size) {
        this(size, Affinity.BLOCK_VALUES);
    }

    /** @param blockValues most values of the attention matrix in memory at a time */
    GlobalAggregation(Size size, int blockValues) {
        this.size = size;
        this.blockValues = blockValues;
    }

    /**
     * Adds the block to a network.
     *
     * @param x NHWC
     * @param channels of the output
     * @return NHWC of the queries' height and width; nothing is added to it
     */
    public Operand<TFloat32> apply(Net net, String name, Operand<TFloat32> x, int channels) {
        Ops tf = net.tf();
        int inner = Math.max(1, channels / 2);
        Operand<TFloat32> query = query(net, name + "/query", x, inner);
        int[] extents = Net.extents(query);
        Operand<TFloat32> scaled = tf.math.mul(rows(tf, query), tf.constant((float) (1 / Math.sqrt(inner))));
        Operand<TFloat32> keys = rows(tf, pointwise(net, name + "/key", x, inner));
        Operand<TFloat32> values = rows(tf, pointwise(net, name + "/value", x, inner));
        Operand<TFloat32> taken = tf.reshape(attended(tf, scaled, keys, values), tf.constant(extents));
        return net.normalizedConvolution(name + "/out", taken, 1, channels, WeightKind.ZERO_GAMMA);
    }

    private Operand<TFloat32> query(Net net, String name, Operand<TFloat32> x, int channels) {
        switch (size) {
            case DOWN:
                return net.normalizedDownConvolution(name, x, 3, channels);
            case UP:
                return net.normalizedUpConvolution(name, x, channels);
            default:
                return pointwise(net, name, x, channels);
        }
    }

    private static Operand<TFloat32> pointwise(Net net, String name, Operand<TFloat32> x, int channels) {
        return net.normalizedConvolution(name, x, 1, channels, WeightKind.GAMMA);
    }

    /** Batch x N x channels. */
    private static Operand<TFloat32> rows(Ops tf, Operand<TFloat32> x) {
        int[] extents = Net.extents(x);
        return tf.reshape(x, tf.constant(new int[] {extents[0], extents[1] * extents[2], extents[3]}));
    }

    private Operand<TFloat32> attended(
            Ops tf, Operand<TFloat32> queries, Operand<TFloat32> keys, Operand<TFloat32> values) {
        long batch = queries.asOutput().shape().get(0);
        long positions = queries.asOutput().shape().get(1);
        long fitting = blockValues / (batch * keys.asOutput().shape().get(1));
        long block = Math.max(1, Math.min(positions, Math.max(fitting, positions / MOST_BLOCKS)));
        if (block == positions) {
            return product(tf, queries, keys, values);
        }
        List<Operand<TFloat32>> parts = new ArrayList<>();
        for (long start = 0; start < positions; start += block) {
            // One block after the other, so that no two of them are in memory.
            Ops after = parts.isEmpty() ? tf : tf.withControlDependencies((Op) parts.get(parts.size() - 1));
            long end = Math.min(positions, start + block);
            Operand<TFloat32> some =
                    after.stridedSlice(queries, Indices.all(), Indices.slice((int) start, (int) end), Indices.all());
            parts.add(product(after, some, keys, values));
        }
        return tf.concat(parts, tf.constant(1));
    }

    private static Operand<TFloat32> product(
            Ops tf, Operand<TFloat32> queries, Operand<TFloat32> keys, Operand<TFloat32> values) {
        Operand<TFloat32> logits = tf.train.batchMatMul(queries, keys, TFloat32.class, BatchMatMul.adjY(true));
        return tf.train.batchMatMul(tf.nn.softmax(logits), values, TFloat32.class);
    }
}
