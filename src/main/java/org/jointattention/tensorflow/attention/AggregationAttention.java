package org.jointattention.tensorflow.attention;

import java.util.Locale;
import org.jointattention.engine.EngineException;
import org.jointattention.tensorflow.Net;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The global aggregation block of Non-local U-Nets (Wang et al., AAAI 2020): {@code Y = R + (P V) W_o}, P =
 * softmax_row(Q K^T / sqrt d) with a row for each position of the output and a column for each of the input.
 *
 * <p>K and V are 1x1 convolutions of the input X; Q is one that gives the output's size ({@link Query}). All have
 * d channels, as many as the output, and like W_o a bias, but for K, where one would change no softmax. R is a
 * residual of the output's size: X itself where the size is kept. One head, no dropout. As published there is no
 * gamma, so that the block does not start as the identity.
 */
public final class AggregationAttention implements SpatialAttention {
    /** How the queries are made, and thereby the size of the output against the input's. */
    public enum Query {
        /** A 1x1 convolution. */
        SAME,
        /** A 3x3 convolution of stride 2. */
        DOWN,
        /** A transposed 2x2 convolution of stride 2. */
        UP
    }

    private final Query query;
    private final int blockValues;

    public AggregationAttention(Query query) {
        this(query, Affinity.BLOCK_VALUES);
    }

    /** @param blockValues most values of P in memory at a time */
    AggregationAttention(Query query, int blockValues) {
        this.query = query;
        this.blockValues = blockValues;
    }

    /** @throws EngineException unless the size is kept */
    @Override
    public AttentionResult apply(Net net, String name, Operand<TFloat32> x) {
        if (query != Query.SAME) {
            String variant = query.name().toLowerCase(Locale.ROOT);
            throw new EngineException("The attention 'aggregation:" + variant + "' "
                    + (query == Query.DOWN ? "halves" : "doubles") + " height and width, but features have to keep"
                    + " their size at '" + name + "': use aggregation:same. The backbone nonlocalunet has down and up"
                    + " where its own size changes.");
        }
        return aggregate(net, name, x, x);
    }

    /**
     * Adds the block to a network, on a residual path of any of its sizes.
     *
     * @param name prefix of the weights' names
     * @param x NHWC that queries, keys and values are made of
     * @param residual NHWC of the output's size and channels
     */
    public AttentionResult aggregate(Net net, String name, Operand<TFloat32> x, Operand<TFloat32> residual) {
        Ops tf = net.tf();
        int channels = Net.channels(residual);
        Operand<TFloat32> queries = queries(net, name + "/query", x, channels);
        Operand<TFloat32> keys = Affinity.project(net, name + "/key", x, channels);
        Operand<TFloat32> values = rows(tf, net.projection(name + "/value", x, 1, channels));
        Affinity affinity = new Affinity(tf, Affinity.scaled(tf, rows(tf, queries), channels), keys, blockValues);
        Operand<TFloat32> attended = tf.reshape(affinity.times(values), tf.constant(Net.extents(queries)));
        Operand<TFloat32> out = net.projection(name + "/out", attended, 1, channels);
        return AttentionResult.of(tf.math.add(residual, out)).withRows(affinity::row);
    }

    private Operand<TFloat32> queries(Net net, String name, Operand<TFloat32> x, int channels) {
        switch (query) {
            case DOWN:
                return net.downProjection(name, x, channels);
            case UP:
                return net.upProjection(name, x, channels);
            default:
                return net.projection(name, x, 1, channels);
        }
    }

    private static Operand<TFloat32> rows(Ops tf, Operand<TFloat32> map) {
        int[] extents = Net.extents(map);
        return tf.reshape(map, tf.constant(new int[] {extents[0], extents[1] * extents[2], extents[3]}));
    }
}
