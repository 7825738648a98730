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
 * The embedded-Gaussian affinity {@code S = softmax_row(Q K^T / sqrt d)}, Q = X W_q, K = X W_k (Wang et
 * al., Non-local Neural Networks, CVPR 2018), and its product with V in blocks of queries, so that no
 * more than a block of S is in memory at a time.
 */
final class Affinity {
    /** Most values of S in memory at a time: 32 MiB. */
    static final int BLOCK_VALUES = 1 << 23;

    /** Most blocks: each is a few operations, and graphs of very many take long to build. */
    private static final int MOST_BLOCKS = 512;

    private final Ops tf;
    private final int batch;
    private final int positions;
    private final int blockValues;
    private final Operand<TFloat32> queries;
    private final Operand<TFloat32> keys;

    /**
     * @param x NHWC
     * @param channels d, the channels of queries and keys
     * @param blockValues most values of S at a time; one query is the least
     */
    Affinity(Net net, String name, Operand<TFloat32> x, int channels, int blockValues) {
        int[] extents = Net.extents(x);
        this.tf = net.tf();
        this.batch = extents[0];
        this.positions = extents[1] * extents[2];
        this.blockValues = blockValues;
        // Scaling Q by 1 / sqrt d is cheaper than scaling Q K^T, which is much larger.
        Operand<TFloat32> scale = tf.constant((float) (1 / Math.sqrt(channels)));
        this.queries = tf.math.mul(project(net, name + "/query", x, channels), scale);
        this.keys = project(net, name + "/key", x, channels);
    }

    /** X W for each position: batch x N x channels. */
    static Operand<TFloat32> project(Net net, String name, Operand<TFloat32> x, int channels) {
        int[] extents = Net.extents(x);
        Operand<TFloat32> matrix = net.weight(name + "/kernel", WeightKind.PROJECTION, extents[3], channels);
        Operand<TFloat32> rows = net.tf().reshape(x, net.tf().constant(new int[] {-1, extents[3]}));
        return net.tf().reshape(net.tf().linalg.matMul(rows, matrix), net.tf().constant(new int[] {
            extents[0], extents[1] * extents[2], channels
        }));
    }

    /** S V, for V of batch x N x channels. */
    Operand<TFloat32> times(Operand<TFloat32> values) {
        long fitting = Math.max(blockValues / ((long) batch * positions), positions / MOST_BLOCKS);
        int block = (int) Math.max(1, Math.min(positions, fitting));
        if (block == positions) {
            return product(tf, queries, values);
        }
        List<Operand<TFloat32>> parts = new ArrayList<>();
        for (int start = 0; start < positions; start += block) {
            Ops after = parts.isEmpty() ? tf : tf.withControlDependencies((Op) parts.get(parts.size() - 1));
            int end = Math.min(positions, start + block);
            Operand<TFloat32> some =
                    after.stridedSlice(queries, Indices.all(), Indices.slice(start, end), Indices.all());
            parts.add(product(after, some, values));
        }
        return tf.concat(parts, tf.constant(1));
    }

    /** The row of S at a position, as batch x 1 x N. */
    Operand<TFloat32> row(Operand<TInt32> position) {
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
