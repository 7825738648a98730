package org.jointattention.tensorflow.attention;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.train.BatchMatMul;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * {@code P = Q K^T / N} without a softmax (Wang et al., Non-local Neural Networks, CVPR 2018, eq. 4), of
 * rank at most d. {@code Q (K^T V)} takes O(N d^2), {@code (Q K^T) V} O(N^2 d): they are equal.
 */
final class DotProduct implements Product {
    /** Which product comes first. */
    enum Order {
        QUERIES_AND_KEYS,
        KEYS_AND_VALUES;

        static Order cheaper(int positions, int channels) {
            return positions < channels ? QUERIES_AND_KEYS : KEYS_AND_VALUES;
        }
    }

    private final Ops tf;
    private final Operand<TFloat32> queries;
    private final Operand<TFloat32> keys;
    private final Order order;

    /**
     * @param queries batch x N x d
     * @param keys batch x N x d
     */
    DotProduct(Ops tf, Operand<TFloat32> queries, Operand<TFloat32> keys, Order order) {
        this.tf = tf;
        long positions = keys.asOutput().shape().get(1);
        this.queries = tf.math.mul(queries, tf.constant(1f / positions));
        this.keys = keys;
        this.order = order;
    }

    @Override
    public Operand<TFloat32> times(Operand<TFloat32> values) {
        if (order == Order.QUERIES_AND_KEYS) {
            return product(affinities(queries), values);
        }
        Operand<TFloat32> turned = tf.linalg.transpose(keys, tf.constant(new int[] {0, 2, 1}));
        return product(queries, product(turned, values));
    }

    @Override
    public Operand<TFloat32> row(Operand<TInt32> position) {
        return affinities(tf.gather(queries, tf.reshape(position, tf.constant(new int[] {1})), tf.constant(1)));
    }

    private Operand<TFloat32> affinities(Operand<TFloat32> some) {
        return tf.train.batchMatMul(some, keys, TFloat32.class, BatchMatMul.adjY(true));
    }

    private Operand<TFloat32> product(Operand<TFloat32> left, Operand<TFloat32> right) {
        return tf.train.batchMatMul(left, right, TFloat32.class);
    }
}
