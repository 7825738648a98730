package org.jointattention.tensorflow.attention;

import org.jointattention.tensorflow.Net;
import org.jointattention.tensorflow.WeightKind;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * CBAM's channel attention, {@code sigmoid(MLP(avg X) + MLP(max X))}: the mean and the maximum over the
 * positions go through the same network of one hidden layer of C / 16 units (Woo et al., CBAM, ECCV 2018,
 * eq. 2, with the biases of its code).
 */
final class ChannelGate {
    private static final int REDUCTION = 16;

    private final Net net;
    private final Ops tf;
    private final String name;
    private final int channels;

    ChannelGate(Net net, String name, int channels) {
        this.net = net;
        this.tf = net.tf();
        this.name = name + "/channel";
        this.channels = channels;
    }

    /** The gate of each channel, 0 to 1, as batch x 1 x 1 x C. */
    Operand<TFloat32> of(Operand<TFloat32> x) {
        Operand<TFloat32> mean = tf.math.mean(x, tf.constant(new int[] {1, 2}));
        Operand<TFloat32> strongest = tf.reduceMax(x, tf.constant(new int[] {1, 2}));
        Operand<TFloat32> gate = tf.math.sigmoid(tf.math.add(perceptron(mean), perceptron(strongest)));
        return tf.reshape(gate, tf.constant(new int[] {Net.extents(x)[0], 1, 1, channels}));
    }

    /** @param rows batch x C */
    private Operand<TFloat32> perceptron(Operand<TFloat32> rows) {
        int hidden = Math.max(1, channels / REDUCTION);
        Operand<TFloat32> inner = tf.nn.relu(layer("/hidden", WeightKind.KERNEL, rows, channels, hidden));
        return layer("/out", WeightKind.PROJECTION, inner, hidden, channels);
    }

    private Operand<TFloat32> layer(String suffix, WeightKind kind, Operand<TFloat32> rows, int in, int out) {
        Operand<TFloat32> kernel = net.weight(name + suffix + "/kernel", kind, in, out);
        Operand<TFloat32> bias = net.weight(name + suffix + "/bias", WeightKind.BIAS, out);
        return tf.nn.biasAdd(tf.linalg.matMul(rows, kernel), bias);
    }
}
