package org.jointattention.tensorflow.attention;

import org.jointattention.tensorflow.Net;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The global aggregation block of Non-local U-Nets (Wang et al., AAAI 2020): {@code Y = X + (P V) W_o}, P =
 * softmax_row(Q K^T / sqrt d), d = C, every projection with a bias, one head. As published it has no gamma, so
 * that it does not start as the identity. Here the block keeps the size; {@link #aggregate} takes queries of
 * any grid, as the blocks that halve or double the size need them.
 */
public final class AggregationAttention implements SpatialAttention {
    private final int blockValues;

    public AggregationAttention() {
        this(Affinity.BLOCK_VALUES);
    }

    /** @param blockValues most values of P in memory at a time */
    AggregationAttention(int blockValues) {
        this.blockValues = blockValues;
    }

    @Override
    public AttentionResult apply(Net net, String name, Operand<TFloat32> x) {
        Operand<TFloat32> queries = net.projection(name + "/query", x, 1, Net.channels(x));
        return aggregate(net, name, queries, x, x);
    }

    /**
     * {@code residual + (P V) W_o}, with P of batch x N_q x N_kv.
     *
     * @param name prefix of the weights' names
     * @param queries NHWC of the output's grid; its channels are those of keys and values
     * @param x NHWC that keys and values are made of
     * @param residual NHWC of the queries' grid; its channels are the output's
     */
    public AttentionResult aggregate(
            Net net, String name, Operand<TFloat32> queries, Operand<TFloat32> x, Operand<TFloat32> residual) {
        Ops tf = net.tf();
        int inner = Net.channels(queries);
        Operand<TFloat32> keys = rows(tf, net.projection(name + "/key", x, 1, inner));
        Operand<TFloat32> values = rows(tf, net.projection(name + "/value", x, 1, inner));
        Affinity affinity = new Affinity(tf, Affinity.scaled(tf, rows(tf, queries), inner), keys, blockValues);
        Operand<TFloat32> attended = tf.reshape(affinity.times(values), tf.constant(Net.extents(queries)));
        Operand<TFloat32> out = net.projection(name + "/out", attended, 1, Net.channels(residual));
        return AttentionResult.of(tf.math.add(residual, out)).withRows(affinity::row);
    }

    private static Operand<TFloat32> rows(Ops tf, Operand<TFloat32> map) {
        int[] extents = Net.extents(map);
        return tf.reshape(map, tf.constant(new int[] {extents[0], extents[1] * extents[2], extents[3]}));
    }
}
