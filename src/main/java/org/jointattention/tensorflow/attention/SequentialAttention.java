package org.jointattention.tensorflow.attention;

import org.jointattention.tensorflow.Net;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Point-wise attention, then self-attention of its output: what joint attention is compared with, since it
 * has both parts, but one after the other and each with values of its own.
 */
public final class SequentialAttention implements SpatialAttention {
    private final int reduction;

    /** @param reduction C / d of the self-attention, such as {@link SelfAttention#REDUCTION} */
    public SequentialAttention(int reduction) {
        this.reduction = reduction;
    }

    @Override
    public AttentionResult apply(Net net, String name, Operand<TFloat32> x) {
        AttentionResult near = new PointwiseAttention().apply(net, name + "/pointwise", x);
        AttentionResult far = new SelfAttention(reduction).apply(net, name + "/self", near.output());
        return near.diagonal().map(far::withDiagonal).orElse(far);
    }
}
