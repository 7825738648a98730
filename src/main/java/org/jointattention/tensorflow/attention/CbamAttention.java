package org.jointattention.tensorflow.attention;

import org.jointattention.tensorflow.Net;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * CBAM (Woo et al., ECCV 2018): {@code Y = D X diag(c)}, first the channels by {@link ChannelGate}, then the
 * positions by {@link PointwiseGate}, which sees the weighed channels. As published it has no residual
 * branch of its own, so that it does not start as the identity.
 */
public final class CbamAttention implements SpatialAttention {
    /** Which of the two parts are at work. */
    public enum Parts {
        BOTH,
        CHANNEL,
        SPATIAL
    }

    private final Parts parts;

    public CbamAttention(Parts parts) {
        this.parts = parts;
    }

    @Override
    public AttentionResult apply(Net net, String name, Operand<TFloat32> x) {
        Operand<TFloat32> weighed = parts == Parts.SPATIAL ? x : channels(net, name, x);
        if (parts == Parts.CHANNEL) {
            return AttentionResult.of(weighed);
        }
        Operand<TFloat32> gate = new PointwiseGate().of(net, name, weighed);
        return AttentionResult.of(net.tf().math.mul(gate, weighed)).withDiagonal(gate);
    }

    private static Operand<TFloat32> channels(Net net, String name, Operand<TFloat32> x) {
        return net.tf().math.mul(x, new ChannelGate(net, name, Net.channels(x)).of(x));
    }
}
