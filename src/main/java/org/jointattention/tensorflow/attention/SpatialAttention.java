package org.jointattention.tensorflow.attention;

import org.jointattention.tensorflow.Net;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Spatial attention in its unified form: {@code Y = X + gamma (A V) W_o} with {@code A = D + P}, D
 * diagonal (point-wise attention), P dense (self-attention).
 *
 * <p>X has N = height x width positions of C channels; V = X W_v. Every mechanism starts as the
 * identity, since gamma starts at 0.
 */
public interface SpatialAttention {
    /**
     * Adds the block to a network.
     *
     * @param name prefix of its weights' names
     * @param x NHWC
     */
    AttentionResult apply(Net net, String name, Operand<TFloat32> x);
}
