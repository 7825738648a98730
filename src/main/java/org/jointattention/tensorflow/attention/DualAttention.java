package org.jointattention.tensorflow.attention;

import org.jointattention.tensorflow.Net;
import org.jointattention.tensorflow.WeightKind;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.train.BatchMatMul;
import org.tensorflow.types.TFloat32;

/**
 * Dual attention (Fu et al., Dual Attention Network, CVPR 2019): {@code Y = X + gamma_p P V + gamma_c X
 * S_c^T}, where {@code P = softmax_row(Q K^T)} relates positions (queries and keys of C / 8 channels, V of C)
 * and {@code S_c = softmax_row(X^T X)} relates channels. Neither is scaled, as published; both scalars start
 * at 0.
 */
public final class DualAttention implements SpatialAttention {
    private static final int REDUCTION = 8;

    private final int blockValues;

    public DualAttention() {
        this(Affinity.BLOCK_VALUES);
    }

    /** @param blockValues most values of P in memory at a time */
    DualAttention(int blockValues) {
        this.blockValues = blockValues;
    }

    @Override
    public AttentionResult apply(Net net, String name, Operand<TFloat32> x) {
        Ops tf = net.tf();
        int channels = Net.channels(x);
        int inner = Math.max(1, channels / REDUCTION);
        Operand<TFloat32> queries = Affinity.project(net, name + "/query", x, inner);
        Operand<TFloat32> keys = Affinity.project(net, name + "/key", x, inner);
        Operand<TFloat32> values = Affinity.project(net, name + "/value", x, channels);
        Affinity affinity = new Affinity(tf, queries, keys, blockValues);
        Operand<TFloat32> gammaP = net.weight(name + "/gamma_p", WeightKind.ZERO_GAMMA);
        Operand<TFloat32> gammaC = net.weight(name + "/gamma_c", WeightKind.ZERO_GAMMA);
        Operand<TFloat32> both =
                tf.math.add(tf.math.mul(gammaP, affinity.times(values)), tf.math.mul(gammaC, amongChannels(tf, x)));
        return AttentionResult.of(tf.math.add(x, tf.reshape(both, tf.constant(Net.extents(x)))))
                .withRows(position -> tf.math.mul(gammaP, affinity.row(position)));
    }

    /** X S_c^T as batch x N x C. */
    private static Operand<TFloat32> amongChannels(Ops tf, Operand<TFloat32> x) {
        int[] extents = Net.extents(x);
        Operand<TFloat32> rows =
                tf.reshape(x, tf.constant(new int[] {extents[0], extents[1] * extents[2], extents[3]}));
        Operand<TFloat32> columns = tf.linalg.transpose(rows, tf.constant(new int[] {0, 2, 1}));
        Operand<TFloat32> similarity = tf.nn.softmax(tf.train.batchMatMul(columns, rows, TFloat32.class));
        return tf.train.batchMatMul(rows, similarity, TFloat32.class, BatchMatMul.adjY(true));
    }
}
