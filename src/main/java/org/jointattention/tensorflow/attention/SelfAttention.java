package org.jointattention.tensorflow.attention;

import org.jointattention.tensorflow.Net;
import org.jointattention.tensorflow.WeightKind;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Self-attention: D = 0, P the embedded-Gaussian {@link Affinity} with d = C / 2, so {@code Y = X +
 * gamma (P V) W_o}. Every position can take from every other: it sees far.
 *
 * <p>Slim self-attention has d = C / 8, which costs a quarter of the weights and leaves them to the width of
 * the network.
 */
public final class SelfAttention implements SpatialAttention {
    /** C / d. */
    static final int REDUCTION = 2;

    /** C / d of slim attention: that of queries and keys in DANet (Fu et al., CVPR 2019). */
    static final int SLIM = 8;

    private final int reduction;
    private final int blockValues;

    /** @param reduction C / d, such as {@link #REDUCTION} or {@link #SLIM} */
    public SelfAttention(int reduction) {
        this(reduction, Affinity.BLOCK_VALUES);
    }

    /** @param blockValues most values of P in memory at a time */
    SelfAttention(int reduction, int blockValues) {
        this.reduction = reduction;
        this.blockValues = blockValues;
    }

    @Override
    public AttentionResult apply(Net net, String name, Operand<TFloat32> x) {
        Ops tf = net.tf();
        int inner = innerChannels(x, reduction);
        Affinity affinity = new Affinity(net, name, x, inner, blockValues);
        Operand<TFloat32> values = Affinity.project(net, name + "/value", x, inner);
        Operand<TFloat32> out = out(net, name, affinity.times(values), x);
        Operand<TFloat32> gamma = net.weight(name + "/gamma", WeightKind.ZERO_GAMMA);
        return AttentionResult.of(tf.math.add(x, tf.math.mul(gamma, out))).withRows(affinity::row);
    }

    /** d: half of the channels, at least one. */
    static int innerChannels(Operand<TFloat32> x) {
        return innerChannels(x, REDUCTION);
    }

    /** d: that part of the channels, at least one. */
    static int innerChannels(Operand<TFloat32> x, int reduction) {
        return Math.max(1, Net.channels(x) / reduction);
    }

    /** (A V) W_o in the shape of X, W_o of d x C. */
    static Operand<TFloat32> out(Net net, String name, Operand<TFloat32> attended, Operand<TFloat32> x) {
        Ops tf = net.tf();
        int[] extents = Net.extents(x);
        int inner = (int) attended.asOutput().shape().get(2);
        Operand<TFloat32> matrix = net.weight(name + "/out/kernel", WeightKind.PROJECTION, inner, extents[3]);
        Operand<TFloat32> rows = tf.reshape(attended, tf.constant(new int[] {-1, inner}));
        return tf.reshape(tf.linalg.matMul(rows, matrix), tf.constant(extents));
    }
}
