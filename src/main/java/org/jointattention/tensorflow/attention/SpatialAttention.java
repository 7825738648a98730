package org.jointattention.tensorflow.attention;

import org.jointattention.tensorflow.Net;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Spatial attention in its unified form: {@code Y = X + gamma (A V) W_o} with {@code A = D + P}, D
 * diagonal (point-wise attention), P dense (self-attention).
 *
 * <p>X has N = height x width positions of C channels; V = X W_v. Mechanisms with a gamma start as the
 * identity, since it starts at 0; those published without one say so.
 */
public interface SpatialAttention {
    /**
     * Adds the block to a network.
     *
     * @param name prefix of its weights' names
     * @param x NHWC
     */
    AttentionResult apply(Net net, String name, Operand<TFloat32> x);

    /** Whether the block needs features of the decoder to query the skip connection that it is put on. */
    default boolean needsQuery() {
        return false;
    }

    /**
     * Adds the block to a skip connection of a network.
     *
     * @param name prefix of its weights' names
     * @param x NHWC, the skip connection
     * @param query NHWC, features of the decoder that are to be joined with x, of any height and width; used
     *     only where {@link #needsQuery}
     */
    default AttentionResult apply(Net net, String name, Operand<TFloat32> x, Operand<TFloat32> query) {
        return apply(net, name, x);
    }
}
