package org.jointattention.tensorflow.attention;

import java.util.List;
import org.jointattention.tensorflow.Net;
import org.jointattention.tensorflow.WeightKind;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceMax;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;

/**
 * The diagonal of CBAM's spatial attention: {@code sigmoid(BN(conv7x7([max_c X; mean_c X])))} (Woo et
 * al., CBAM, ECCV 2018, eq. 3). The normalisation's scale starts at 0, so that every gate starts at one
 * half.
 */
final class PointwiseGate {
    private static final int KERNEL_SIZE = 7;

    /** The gate of each position, 0 to 1, as batch x height x width x 1. */
    Operand<TFloat32> of(Net net, String name, Operand<TFloat32> x) {
        Ops tf = net.tf();
        Operand<TFloat32> strongest = tf.reduceMax(x, tf.constant(3), ReduceMax.keepDims(true));
        Operand<TFloat32> mean = tf.math.mean(x, tf.constant(3), Mean.keepDims(true));
        Operand<TFloat32> pooled = net.concat(List.of(strongest, mean));
        return tf.math.sigmoid(
                net.normalizedConvolution(name + "/gate", pooled, KERNEL_SIZE, 1, WeightKind.ZERO_GAMMA));
    }
}
