package org.jointattention.tensorflow.attention;

import org.jointattention.tensorflow.Net;
import org.jointattention.tensorflow.WeightKind;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Point-wise attention: P = 0, D of {@link PointwiseGate}, V = X, so {@code Y = X + gamma D X}. It
 * strengthens or weakens each position by itself: it localises.
 */
public final class PointwiseAttention implements SpatialAttention {
    @Override
    public AttentionResult apply(Net net, String name, Operand<TFloat32> x) {
        Operand<TFloat32> gate = new PointwiseGate().of(net, name, x);
        Operand<TFloat32> gamma = net.weight(name + "/gamma", WeightKind.ZERO_GAMMA);
        Operand<TFloat32> attended = net.tf().math.mul(gate, x);
        Operand<TFloat32> y = net.tf().math.add(x, net.tf().math.mul(gamma, attended));
        return AttentionResult.of(y).withDiagonal(gate);
    }
}
