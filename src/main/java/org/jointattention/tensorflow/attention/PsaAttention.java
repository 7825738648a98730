package org.jointattention.tensorflow.attention;

import java.util.ArrayList;
import java.util.List;
import org.jointattention.tensorflow.Net;
import org.jointattention.tensorflow.WeightKind;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Point-wise spatial attention (Zhao et al., PSANet, ECCV 2018): {@code Y = X + gamma (P V) W_o}, V = ReLU(BN(X
 * W_v)) of C / 4 channels. No keys: a network of 1x1 convolutions, C / 4 to C / 4 to one value for each offset
 * ({@link RelativeWindows}), says what a position takes from each other one (collect: row i of P is predicted
 * from position i alone) or gives to it (distribute: column j from position j alone). P is divided by N. With
 * both, each on features of its own, the two results are concatenated before W_o.
 */
public final class PsaAttention implements SpatialAttention {
    /** Which way information flows. */
    public enum Direction {
        BI,
        COLLECT,
        DISTRIBUTE
    }

    private static final int REDUCTION = 4;

    private final Direction direction;
    private final int blockValues;

    public PsaAttention(Direction direction) {
        this(direction, Affinity.BLOCK_VALUES);
    }

    /** @param blockValues most values of predicted maps in memory at a time; one image row is the least */
    PsaAttention(Direction direction, int blockValues) {
        this.direction = direction;
        this.blockValues = blockValues;
    }

    @Override
    public AttentionResult apply(Net net, String name, Operand<TFloat32> x) {
        Ops tf = net.tf();
        if (direction != Direction.BI) {
            Branch branch = new Branch(net, name, x, direction);
            return result(net, name, x, branch.attended()).withRows(branch::row);
        }
        Branch collect = new Branch(net, name, x, Direction.COLLECT);
        Branch distribute = new Branch(net, name, x, Direction.DISTRIBUTE);
        Operand<TFloat32> both = tf.concat(List.of(collect.attended(), distribute.attended()), tf.constant(2));
        // The two have values of their own, so there is no single P: their mean is shown.
        return result(net, name, x, both)
                .withRows(position ->
                        tf.math.mul(tf.constant(0.5f), tf.math.add(collect.row(position), distribute.row(position))));
    }

    private static AttentionResult result(Net net, String name, Operand<TFloat32> x, Operand<TFloat32> attended) {
        Ops tf = net.tf();
        int[] extents = Net.extents(x);
        int inner = (int) attended.asOutput().shape().get(2);
        Operand<TFloat32> matrix = net.weight(name + "/out/kernel", WeightKind.PROJECTION, inner, extents[3]);
        Operand<TFloat32> rows = tf.reshape(attended, tf.constant(new int[] {-1, inner}));
        Operand<TFloat32> out = tf.reshape(tf.linalg.matMul(rows, matrix), tf.constant(extents));
        Operand<TFloat32> gamma = net.weight(name + "/gamma", WeightKind.ZERO_GAMMA);
        return AttentionResult.of(tf.math.add(x, tf.math.mul(gamma, out)));
    }

    /** One direction. */
    private final class Branch {
        private final Ops tf;
        private final boolean collects;
        private final int[] extents;
        private final int positions;
        private final RelativeWindows windows;
        /** V / N as batch x N x C / 4. */
        private final Operand<TFloat32> values;

        Branch(Net net, String blockName, Operand<TFloat32> x, Direction way) {
            tf = net.tf();
            collects = way == Direction.COLLECT;
            extents = Net.extents(x);
            positions = extents[1] * extents[2];
            int inner = Math.max(1, extents[3] / REDUCTION);
            String name = blockName + (collects ? "/collect" : "/distribute");
            Operand<TFloat32> reduced = net.convolution(name + "/value", x, 1, inner);
            Operand<TFloat32> hidden = net.convolution(name + "/hidden", reduced, 1, inner);
            int offsets = RelativeWindows.SPAN * RelativeWindows.SPAN;
            windows = new RelativeWindows(
                    tf, hidden, net.weight(name + "/map/kernel", WeightKind.PROJECTION, inner, offsets));
            Operand<TFloat32> rows = tf.reshape(reduced, tf.constant(new int[] {extents[0], positions, inner}));
            values = tf.math.mul(rows, share());
        }

        private Operand<TFloat32> share() {
            return tf.constant(1f / positions);
        }

        Operand<TFloat32> row(Operand<TInt32> position) {
            return tf.math.mul(collects ? windows.saidBy(position) : windows.saidOf(position), share());
        }

        /** P V in blocks of image rows, one after the other. */
        Operand<TFloat32> attended() {
            int step = extents[1];
            while (step > 1 && windows.values(step) > blockValues) {
                step = (step + 1) / 2;
            }
            List<Operand<TFloat32>> parts = new ArrayList<>();
            for (int from = 0; from < extents[1]; from += step) {
                Ops after = parts.isEmpty() ? tf : tf.withControlDependencies((Op) parts.get(parts.size() - 1));
                int to = Math.min(extents[1], from + step);
                Operand<TFloat32> block = windows.block(after, from, to);
                parts.add(collects ? collected(after, block) : distributed(after, block, from, to, parts));
            }
            return collects
                    ? (parts.size() == 1 ? parts.get(0) : tf.concat(parts, tf.constant(1)))
                    : tf.linalg.transpose(parts.get(parts.size() - 1), tf.constant(new int[] {0, 2, 1}));
        }

        private Operand<TFloat32> collected(Ops ops, Operand<TFloat32> block) {
            return ops.train.batchMatMul(block, values, TFloat32.class);
        }

        /** What all blocks so far give to every position, as batch x C / 4 x N. */
        private Operand<TFloat32> distributed(
                Ops ops, Operand<TFloat32> block, int from, int to, List<Operand<TFloat32>> before) {
            Operand<TFloat32> givers =
                    ops.slice(values, ops.constant(new int[] {0, from * extents[2], 0}), ops.constant(new int[] {
                        -1, (to - from) * extents[2], -1
                    }));
            Operand<TFloat32> turned = ops.linalg.transpose(givers, ops.constant(new int[] {0, 2, 1}));
            Operand<TFloat32> given = ops.train.batchMatMul(turned, block, TFloat32.class);
            return before.isEmpty() ? given : ops.math.add(before.get(before.size() - 1), given);
        }
    }
}
