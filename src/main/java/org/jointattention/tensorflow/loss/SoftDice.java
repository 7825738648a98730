package org.jointattention.tensorflow.loss;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.index.Indices;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * One minus the mean over the foreground classes of {@code (2 sum p t + 1) / (sum p + sum t + 1)}, sums
 * over the labelled pixels of the whole batch (soft Dice; Milletari et al., V-Net, 3DV 2016, without
 * squares). The 1 defines it where a class is absent.
 */
public final class SoftDice implements Loss {
    private static final float SMOOTH = 1f;

    @Override
    public Operand<TFloat32> of(Ops tf, Operand<TFloat32> logits, Operand<TFloat32> truth) {
        Operand<TFloat32> labelled =
                tf.reduceSum(truth, tf.constant(1), org.tensorflow.op.core.ReduceSum.keepDims(true));
        Operand<TFloat32> probabilities = tf.math.mul(tf.nn.softmax(logits), labelled);
        Operand<TFloat32> overlap = tf.reduceSum(tf.math.mul(probabilities, truth), tf.constant(0));
        Operand<TFloat32> sizes =
                tf.math.add(tf.reduceSum(probabilities, tf.constant(0)), tf.reduceSum(truth, tf.constant(0)));
        Operand<TFloat32> smooth = tf.constant(SMOOTH);
        Operand<TFloat32> dice =
                tf.math.div(tf.math.add(tf.math.mul(overlap, tf.constant(2f)), smooth), tf.math.add(sizes, smooth));
        Operand<TFloat32> foreground = tf.stridedSlice(dice, Indices.sliceFrom(1));
        return tf.math.sub(tf.constant(1f), tf.math.mean(foreground, tf.constant(0)));
    }
}
