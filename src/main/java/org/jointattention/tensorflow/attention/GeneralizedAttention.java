package org.jointattention.tensorflow.attention;

import java.util.List;
import org.jointattention.engine.EngineException;
import org.jointattention.tensorflow.Net;
import org.jointattention.tensorflow.WeightKind;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Generalized attention (Zhu et al., An Empirical Study of Spatial Attention Mechanisms in Deep Networks,
 * ICCV 2019): {@code Y = X + gamma (P V) W_o}, P the softmax over each row of the sum of four terms, each on
 * or off:
 *
 * <ol>
 *   <li>{@code q_i . k_j}, query and key;
 *   <li>{@code q_i . W r_(i-j)}, query and relative position;
 *   <li>{@code u . k_j}, key only: all rows are equal;
 *   <li>{@code w . W r_(i-j)}, relative position only.
 * </ol>
 *
 * Terms are not scaled, d = C / 2. All of them are products of something of i with something of j, since the
 * relative encoding r is made of sinusoids ({@link RelativePositions}): so P is an {@link Affinity} of longer
 * queries and keys, and is never needed as a whole.
 */
public final class GeneralizedAttention implements SpatialAttention {
    /** Terms of the default. */
    static final String ALL = "1111";

    private final boolean queryKey;
    private final boolean queryPosition;
    private final boolean keyOnly;
    private final boolean positionOnly;
    private final int blockValues;

    /** @param terms a 0 or 1 for each of the four terms, at least one of them 1 */
    public GeneralizedAttention(String terms) {
        this(terms, Affinity.BLOCK_VALUES);
    }

    /** @param blockValues most values of P in memory at a time */
    GeneralizedAttention(String terms, int blockValues) {
        if (!terms.matches("[01]{4}") || !terms.contains("1")) {
            throw new EngineException("Generalized attention has four terms, each 0 or 1 and one of them 1, such as "
                    + ALL + ", not '" + terms + "'.");
        }
        queryKey = terms.charAt(0) == '1';
        queryPosition = terms.charAt(1) == '1';
        keyOnly = terms.charAt(2) == '1';
        positionOnly = terms.charAt(3) == '1';
        this.blockValues = blockValues;
    }

    @Override
    public AttentionResult apply(Net net, String name, Operand<TFloat32> x) {
        Ops tf = net.tf();
        Block block = new Block(net, name, x);
        Affinity affinity = new Affinity(tf, block.queries(), block.keys(), blockValues);
        Operand<TFloat32> attended = affinity.times(Affinity.project(net, name + "/value", x, block.inner));
        Operand<TFloat32> everywhere =
                tf.broadcastTo(attended, tf.constant(new int[] {block.extents[0], block.positions(), block.inner}));
        Operand<TFloat32> gamma = net.weight(name + "/gamma", WeightKind.ZERO_GAMMA);
        Operand<TFloat32> out = tf.math.mul(gamma, SelfAttention.out(net, name, everywhere, x));
        AttentionResult result = AttentionResult.of(tf.math.add(x, out));
        return rowsAreEqual()
                ? result.withRows(position -> affinity.row(tf.math.mul(position, tf.constant(0))))
                : result.withRows(affinity::row);
    }

    /** With the key-only term alone there is one query for all positions. */
    private boolean rowsAreEqual() {
        return !queryKey && !usesPositions();
    }

    private boolean usesPositions() {
        return queryPosition || positionOnly;
    }

    /** Queries and keys of one place in the network. */
    private final class Block {
        private final Net net;
        private final Ops tf;
        private final String name;
        private final Operand<TFloat32> x;
        private final int[] extents;
        private final int inner;
        private final RelativePositions relative;

        Block(Net net, String name, Operand<TFloat32> x) {
            this.net = net;
            this.tf = net.tf();
            this.name = name;
            this.x = x;
            extents = Net.extents(x);
            inner = SelfAttention.innerChannels(x);
            relative = new RelativePositions(tf, extents[1], extents[2], Math.max(1, extents[3] / 8));
        }

        int positions() {
            return extents[1] * extents[2];
        }

        /** Batch x N x features, or batch x 1 x features where all rows are equal. */
        Operand<TFloat32> queries() {
            Operand<TFloat32> own = queryKey || queryPosition ? Affinity.project(net, name + "/query", x, inner) : null;
            int rows = rowsAreEqual() ? 1 : positions();
            Operand<TFloat32> content = content(queryKey ? own : null, keyOnly, "/key_only", rows);
            if (!usesPositions()) {
                return content;
            }
            Operand<TFloat32> towards = content(queryPosition ? own : null, positionOnly, "/position_only", rows);
            Operand<TFloat32> matrix =
                    net.weight(name + "/position/kernel", WeightKind.PROJECTION, relative.channels(), inner);
            Operand<TFloat32> coefficients = tf.reshape(
                    tf.linalg.matMul(
                            tf.reshape(towards, tf.constant(new int[] {-1, inner})),
                            tf.linalg.transpose(matrix, tf.constant(new int[] {1, 0}))),
                    tf.constant(new int[] {extents[0], rows, relative.channels()}));
            Operand<TFloat32> turned = relative.queries(coefficients);
            return usesKeys() ? tf.concat(List.of(content, turned), tf.constant(2)) : turned;
        }

        Operand<TFloat32> keys() {
            Operand<TFloat32> fixed = tf.broadcastTo(
                    relative.keys(), tf.constant(new int[] {extents[0], positions(), relative.channels()}));
            if (!usesKeys()) {
                return fixed;
            }
            Operand<TFloat32> own = Affinity.project(net, name + "/key", x, inner);
            return usesPositions() ? tf.concat(List.of(own, fixed), tf.constant(2)) : own;
        }

        private boolean usesKeys() {
            return queryKey || keyOnly;
        }

        /** The queries, if any, plus a vector for all positions, if it is on: batch x rows x d. */
        private Operand<TFloat32> content(Operand<TFloat32> own, boolean biased, String suffix, int rows) {
            Operand<TFloat32> none = tf.zeros(tf.constant(new int[] {extents[0], rows, inner}), TFloat32.class);
            Operand<TFloat32> base = own == null ? none : own;
            if (!biased) {
                return base;
            }
            Operand<TFloat32> vector = net.weight(name + suffix + "/kernel", WeightKind.PROJECTION, inner, 1);
            return tf.math.add(base, tf.reshape(vector, tf.constant(new int[] {1, 1, inner})));
        }
    }
}
