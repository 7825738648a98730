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
import org.tensorflow.types.TInt32;

/**
 * The affinity {@code S = softmax_row(Q K^T)} and its product with V in blocks of queries, so that no more
 * than a block of S is in memory at a time. The embedded Gaussian has {@code Q = X W_q / sqrt d}, {@code K =
 * X W_k} (Wang et al., Non-local Neural Networks, CVPR 2018).
 */
final class Affinity implements Product {
    /** Most values of S in memory at a time: 32 MiB. */
    static final int BLOCK_VALUES = 1 << 23;

    /** Most blocks: each is a few operations, and graphs of very many take long to build. */
    private static final int MOST_BLOCKS = 512;

    private final Ops tf;
    private final int batch;
    private final int queryCount;
    private final int keyCount;
    private final int blockValues;
    private final Operand<TFloat32> queries;
    private final Operand<TFloat32> keys;

    /**
     * The embedded Gaussian.
     *
     * @param x NHWC
     * @param channels d, the channels of queries and keys
     * @param blockValues most values of S at a time; one query is the least
     */
    Affinity(Net net, String name, Operand<TFloat32> x, int channels, int blockValues) {
        this(
                net.tf(),
                scaled(net.tf(), project(net, name + "/query", x, channels), channels),
                project(net, name + "/key", x, channels),
                blockValues);
    }

    /**
     * @param queries batch x queries x d, scaled
     * @param keys batch x keys x d
     * @param blockValues most values of S at a time; one query is the least
     */
    Affinity(Ops tf, Operand<TFloat32> queries, Operand<TFloat32> keys, int blockValues) {
        this.tf = tf;
        this.batch = (int) queries.asOutput().shape().get(0);
        this.queryCount = (int) queries.asOutput().shape().get(1);
        this.keyCount = (int) keys.asOutput().shape().get(1);
        this.blockValues = blockValues;
        this.queries = queries;
        this.keys = keys;
    }

    /** Q / sqrt d: cheaper than scaling Q K^T, which is much larger. */
    static Operand<TFloat32> scaled(Ops tf, Operand<TFloat32> queries, int channels) {
        return tf.math.mul(queries, tf.constant((float) (1 / Math.sqrt(channels))));
    }

    /** X W for each position: batch x N x channels. */
    static Operand<TFloat32> project(Net net, String name, Operand<TFloat32> x, int channels) {
        return project(net, name, x, channels, WeightKind.PROJECTION);
    }

    /** X W for each position, W starting as told: batch x N x channels. */
    static Operand<TFloat32> project(Net net, String name, Operand<TFloat32> x, int channels, WeightKind kind) {
        int[] extents = Net.extents(x);
        Operand<TFloat32> matrix = net.weight(name + "/kernel", kind, extents[3], channels);
        Operand<TFloat32> rows = net.tf().reshape(x, net.tf().constant(new int[] {-1, extents[3]}));
        return net.tf().reshape(net.tf().linalg.matMul(rows, matrix), net.tf().constant(new int[] {
            extents[0], extents[1] * extents[2], channels
        }));
    }

    @Override
    public Operand<TFloat32> times(Operand<TFloat32> values) {
        long fitting = Math.max(blockValues / ((long) batch * keyCount), queryCount / MOST_BLOCKS);
        int block = (int) Math.max(1, Math.min(queryCount, fitting));
        if (block == queryCount) {
            return product(tf, queries, values);
        }
        List<Operand<TFloat32>> parts = new ArrayList<>();
        for (int start = 0; start < queryCount; start += block) {
            Ops after = parts.isEmpty() ? tf : tf.withControlDependencies((Op) parts.get(parts.size() - 1));
            int end = Math.min(queryCount, start + block);
            Operand<TFloat32> some =
                    after.stridedSlice(queries, Indices.all(), Indices.slice(start, end), Indices.all());
            parts.add(product(after, some, values));
        }
        return tf.concat(parts, tf.constant(1));
    }

    @Override
    public Operand<TFloat32> row(Operand<TInt32> position) {
        Operand<TFloat32> query = tf.gather(queries, tf.reshape(position, tf.constant(new int[] {1})), tf.constant(1));
        return probabilities(tf, query);
    }

    private Operand<TFloat32> product(Ops ops, Operand<TFloat32> some, Operand<TFloat32> values) {
        return ops.train.batchMatMul(probabilities(ops, some), values, TFloat32.class);
    }

    private Operand<TFloat32> probabilities(Ops ops, Operand<TFloat32> some) {
        return ops.nn.softmax(ops.train.batchMatMul(some, keys, TFloat32.class, BatchMatMul.adjY(true)));
    }
}
