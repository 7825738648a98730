package org.jointattention.tensorflow.attention;

import org.jointattention.tensorflow.Net;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** A = 0: the block is the identity. */
public final class NoAttention implements SpatialAttention {
    @Override
    public AttentionResult apply(Net net, String name, Operand<TFloat32> x) {
        return AttentionResult.of(x);
    }
}
