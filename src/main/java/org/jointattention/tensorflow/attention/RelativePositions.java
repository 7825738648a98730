package org.jointattention.tensorflow.attention;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The encoding of the offset i - j by sinusoids of wavelengths up to 2 pi 1000, y and x apart: {@code r = [sin
 * f (y_i - y_j), sin f (x_i - x_j), cos f (y_i - y_j), cos f (x_i - x_j)]} for the frequencies {@code f_k =
 * 1000^(-k/n)}.
 *
 * <p>For coefficients [a, b] of sines and cosines, {@code [a, b] . r_(i-j) = (a sin_i + b cos_i) . cos_j + (b
 * sin_i - a cos_i) . sin_j}: a product of a part of i and a part of j.
 */
final class RelativePositions {
    private static final double WAVELENGTH = 1000;

    private final Ops tf;
    private final int frequencies;
    private final Operand<TFloat32> sines;
    private final Operand<TFloat32> cosines;

    /** @param frequencies n, for each of y and x */
    RelativePositions(Ops tf, int height, int width, int frequencies) {
        this.tf = tf;
        this.frequencies = frequencies;
        float[][][] sine = new float[1][height * width][2 * frequencies];
        float[][][] cosine = new float[1][height * width][2 * frequencies];
        for (int i = 0; i < height * width; i++) {
            for (int k = 0; k < 2 * frequencies; k++) {
                int coordinate = k < frequencies ? i / width : i % width;
                double angle = coordinate * Math.pow(WAVELENGTH, -(double) (k % frequencies) / frequencies);
                sine[0][i][k] = (float) Math.sin(angle);
                cosine[0][i][k] = (float) Math.cos(angle);
            }
        }
        sines = tf.constant(sine);
        cosines = tf.constant(cosine);
    }

    /** Length of r. */
    int channels() {
        return 4 * frequencies;
    }

    /** @param coefficients batch x N x channels, of r */
    Operand<TFloat32> queries(Operand<TFloat32> coefficients) {
        Operand<TFloat32> a = half(coefficients, 0);
        Operand<TFloat32> b = half(coefficients, 2 * frequencies);
        return tf.concat(
                List.of(
                        tf.math.add(tf.math.mul(a, sines), tf.math.mul(b, cosines)),
                        tf.math.sub(tf.math.mul(b, sines), tf.math.mul(a, cosines))),
                tf.constant(2));
    }

    /** 1 x N x channels. */
    Operand<TFloat32> keys() {
        return tf.concat(List.of(cosines, sines), tf.constant(2));
    }

    private Operand<TFloat32> half(Operand<TFloat32> coefficients, int from) {
        return tf.slice(
                coefficients, tf.constant(new int[] {0, 0, from}), tf.constant(new int[] {-1, -1, 2 * frequencies}));
    }
}
