package org.jointattention.tensorflow.loss;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.SoftmaxCrossEntropyWithLogits;
import org.tensorflow.types.TFloat32;

/** Mean over the labelled pixels of {@code -log p(true class)}, each weighted by its true class. */
public final class CrossEntropy implements Loss {
    private final float[] classWeights;

    /** @param classWeights one weight a class, more than 0 */
    public CrossEntropy(float[] classWeights) {
        this.classWeights = classWeights.clone();
    }

    @Override
    public Operand<TFloat32> of(Ops tf, Operand<TFloat32> logits, Operand<TFloat32> truth) {
        Operand<TFloat32> weights = tf.reduceSum(tf.math.mul(truth, tf.constant(classWeights)), tf.constant(1));
        SoftmaxCrossEntropyWithLogits<TFloat32> entropy = tf.nn.softmaxCrossEntropyWithLogits(logits, truth);
        Operand<TFloat32> sum = tf.reduceSum(tf.math.mul(weights, entropy.loss()), tf.constant(0));
        // A batch without any labelled pixel has loss 0, not 0 / 0.
        Operand<TFloat32> total = tf.math.maximum(tf.reduceSum(weights, tf.constant(0)), tf.constant(1e-6f));
        return tf.math.div(sum, total);
    }
}
