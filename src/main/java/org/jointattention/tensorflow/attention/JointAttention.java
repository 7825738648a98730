package org.jointattention.tensorflow.attention;

import org.jointattention.tensorflow.Net;
import org.jointattention.tensorflow.WeightKind;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

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
 * Q, K and V have d = C / 2 channels, or C / 8 in the slim forms, as in {@link SelfAttention}.
 *
 * <p>The idea of one formula for both kinds is Zhang, Dong, Li, Joint Attention for Medical Image
 * Segmentation, ISBI 2022; the two forms are this project's own statement of it.
 */
public final class JointAttention implements SpatialAttention {
    /** How the two parts share the attention matrix. */
    public enum Form {
        ADDITIVE,
        COMPETITIVE
    }

    private final Form form;
    private final int reduction;
    private final int blockValues;

    /** @param reduction C / d, such as {@link SelfAttention#REDUCTION} or {@link SelfAttention#SLIM} */
    public JointAttention(Form form, int reduction) {
        this(form, reduction, Affinity.BLOCK_VALUES);
    }

    /** @param blockValues most values of P in memory at a time */
    JointAttention(Form form, int reduction, int blockValues) {
        this.form = form;
        this.reduction = reduction;
        this.blockValues = blockValues;
    }

    @Override
    public AttentionResult apply(Net net, String name, Operand<TFloat32> x) {
        Block block = new Block(net, name, x);
        return form == Form.ADDITIVE ? block.additive() : block.competitive();
    }

    /** What both forms are made of. */
    private final class Block {
        private final Net net;
        private final Ops tf;
        private final String name;
        private final Operand<TFloat32> x;
        /** a as batch x height x width x 1. */
        private final Operand<TFloat32> gate;
        /** a as batch x N x 1. */
        private final Operand<TFloat32> gateRows;

        private final Affinity affinity;
        private final Operand<TFloat32> values;

        Block(Net net, String name, Operand<TFloat32> x) {
            this.net = net;
            this.tf = net.tf();
            this.name = name;
            this.x = x;
            int[] extents = Net.extents(x);
            int inner = SelfAttention.innerChannels(x, reduction);
            gate = new PointwiseGate().of(net, name, x);
            gateRows = tf.reshape(gate, tf.constant(new int[] {extents[0], extents[1] * extents[2], 1}));
            affinity = new Affinity(net, name, x, inner, blockValues);
            values = Affinity.project(net, name + "/value", x, inner);
        }

        AttentionResult additive() {
            Operand<TFloat32> gammaD = scalar("/gamma_d");
            Operand<TFloat32> gammaP = scalar("/gamma_p");
            Operand<TFloat32> near = tf.math.mul(tf.math.mul(gammaD, gateRows), values);
            Operand<TFloat32> far = tf.math.mul(gammaP, affinity.times(values));
            Operand<TFloat32> out = SelfAttention.out(net, name, tf.math.add(near, far), x);
            return AttentionResult.of(tf.math.add(x, out))
                    .withDiagonal(tf.math.mul(gammaD, gate))
                    .withRows(position -> tf.math.mul(gammaP, affinity.row(position)));
        }

        AttentionResult competitive() {
            Operand<TFloat32> gamma = scalar("/gamma");
            Operand<TFloat32> rest = tf.math.sub(tf.constant(1f), gateRows);
            Operand<TFloat32> near = tf.math.mul(gateRows, values);
            Operand<TFloat32> far = tf.math.mul(rest, affinity.times(values));
            Operand<TFloat32> out = SelfAttention.out(net, name, tf.math.add(near, far), x);
            return AttentionResult.of(tf.math.add(x, tf.math.mul(gamma, out)))
                    .withDiagonal(gate)
                    .withRows(position -> tf.math.mul(row(rest, position), affinity.row(position)));
        }

        private Operand<TFloat32> scalar(String suffix) {
            return net.weight(name + suffix, WeightKind.ZERO_GAMMA);
        }

        /** The value at a position, as batch x 1 x 1. */
        private Operand<TFloat32> row(Operand<TFloat32> rows, Operand<TInt32> position) {
            return tf.reshape(tf.gather(rows, position, tf.constant(1)), tf.constant(new int[] {-1, 1, 1}));
        }
    }
}
