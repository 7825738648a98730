package org.jointattention.tensorflow.attention;

import org.jointattention.tensorflow.Net;
import org.jointattention.tensorflow.WeightKind;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Joint attention: point-wise and self-attention on the same values V, {@code Y = X + (A V) W_o}.
 *
 * <p>With the gate a of {@link PointwiseGate} and the affinity S of {@link Affinity}:
 *
 * <ul>
 *   <li>additive: {@code A = gamma_d diag(a) + gamma_p S}, two learnable scalars that start at 0;
 *   <li>competitive: {@code A = diag(a) + diag(1 - a) S}, whose rows sum to 1: each position chooses
 *       between itself and the others; one scalar gamma that starts at 0 weighs the whole.
 * </ul>
 *
 * The idea of one formula for both kinds is Zhang, Dong, Li, Joint Attention for Medical Image
 * Segmentation, ISBI 2022; the two forms are this project's own statement of it.
 */
public final class JointAttention implements SpatialAttention {
    /** How the two parts share the attention matrix. */
    public enum Form {
        ADDITIVE,
        COMPETITIVE
    }

    private final Form form;
    private final int blockValues;

    public JointAttention(Form form) {
        this(form, Affinity.BLOCK_VALUES);
    }

    /** @param blockValues most values of P in memory at a time */
    JointAttention(Form form, int blockValues) {
        this.form = form;
        this.blockValues = blockValues;
    }

    @Override
    public AttentionResult apply(Net net, String name, Operand<TFloat32> x) {
        int[] extents = Net.extents(x);
        int inner = SelfAttention.innerChannels(x);
        Ops tf = net.tf();
        Operand<TFloat32> gate = new PointwiseGate().of(net, name, x);
        Operand<TFloat32> gateRows = tf.reshape(gate, tf.constant(new int[] {extents[0], extents[1] * extents[2], 1}));
        Affinity affinity = new Affinity(net, name, x, inner, blockValues);
        Operand<TFloat32> values = Affinity.project(net, name + "/value", x, inner);
        return form == Form.ADDITIVE
                ? additive(net, name, x, gate, gateRows, affinity, values)
                : competitive(net, name, x, gate, gateRows, affinity, values);
    }

    private static AttentionResult additive(
            Net net,
            String name,
            Operand<TFloat32> x,
            Operand<TFloat32> gate,
            Operand<TFloat32> gateRows,
            Affinity affinity,
            Operand<TFloat32> values) {
        Ops tf = net.tf();
        Operand<TFloat32> gammaD = net.weight(name + "/gamma_d", WeightKind.ZERO_GAMMA);
        Operand<TFloat32> gammaP = net.weight(name + "/gamma_p", WeightKind.ZERO_GAMMA);
        Operand<TFloat32> attended = tf.math.add(
                tf.math.mul(tf.math.mul(gammaD, gateRows), values), tf.math.mul(gammaP, affinity.times(values)));
        return AttentionResult.of(tf.math.add(x, SelfAttention.out(net, name, attended, x)))
                .withDiagonal(tf.math.mul(gammaD, gate))
                .withRows(position -> tf.math.mul(gammaP, affinity.row(position)));
    }

    private static AttentionResult competitive(
            Net net,
            String name,
            Operand<TFloat32> x,
            Operand<TFloat32> gate,
            Operand<TFloat32> gateRows,
            Affinity affinity,
            Operand<TFloat32> values) {
        Ops tf = net.tf();
        Operand<TFloat32> gamma = net.weight(name + "/gamma", WeightKind.ZERO_GAMMA);
        Operand<TFloat32> rest = tf.math.sub(tf.constant(1f), gateRows);
        Operand<TFloat32> attended =
                tf.math.add(tf.math.mul(gateRows, values), tf.math.mul(rest, affinity.times(values)));
        Operand<TFloat32> out = SelfAttention.out(net, name, attended, x);
        return AttentionResult.of(tf.math.add(x, tf.math.mul(gamma, out)))
                .withDiagonal(gate)
                .withRows(position -> {
                    Operand<TFloat32> restOfOne =
                            tf.reshape(tf.gather(rest, position, tf.constant(1)), tf.constant(new int[] {-1, 1, 1}));
                    return tf.math.mul(restOfOne, affinity.row(position));
                });
    }
}
