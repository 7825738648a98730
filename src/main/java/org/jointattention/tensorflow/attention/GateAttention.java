package org.jointattention.tensorflow.attention;

import java.util.List;
import org.jointattention.engine.EngineException;
import org.jointattention.tensorflow.Net;
import org.jointattention.tensorflow.WeightKind;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.image.ResizeBilinear;
import org.tensorflow.types.TFloat32;

/**
 * The attention gate of Attention U-Net (Oktay et al., MIDL 2018): {@code Y = D X}, {@code D =
 * diag(up(sigmoid(psi(ReLU(W_x x + up(W_g g))))))}, for a skip connection x and a query g of the decoder. W_x
 * is a 2x2 convolution of stride 2, W_g and psi are 1x1 convolutions with biases, C / 2 channels between them;
 * up is bilinear. Psi starts at 0, so that each gate starts at one half. There is no residual branch, as
 * published, so that it does not start as the identity.
 */
public final class GateAttention implements SpatialAttention {
    @Override
    public boolean needsQuery() {
        return true;
    }

    /** @throws EngineException always, since there is no query */
    @Override
    public AttentionResult apply(Net net, String name, Operand<TFloat32> x) {
        throw new EngineException("The attention 'gate' weighs a skip connection by a query of the decoder, and there"
                + " is none at '" + name + "': choose skip places, such as gate@skip1, of denseunet, unet or"
                + " nonlocalunet. The skips of unetplusplus lead to several nodes, not to one decoder.");
    }

    @Override
    public AttentionResult apply(Net net, String name, Operand<TFloat32> x, Operand<TFloat32> query) {
        Ops tf = net.tf();
        int[] extents = Net.extents(x);
        int inner = SelfAttention.innerChannels(x);
        Operand<TFloat32> own = halved(net, name + "/own", x, inner);
        Operand<TFloat32> asked = resized(tf, net.projection(name + "/query", query, 1, inner), Net.extents(own));
        Operand<TFloat32> fused = tf.nn.relu(tf.math.add(own, asked));
        Operand<TFloat32> psi = net.weight(name + "/psi/kernel", WeightKind.ZERO_GAMMA, 1, 1, inner, 1);
        Operand<TFloat32> bias = net.weight(name + "/psi/bias", WeightKind.BIAS, 1);
        Operand<TFloat32> gate =
                tf.math.sigmoid(tf.nn.biasAdd(tf.nn.conv2d(fused, psi, List.of(1L, 1L, 1L, 1L), "SAME"), bias));
        Operand<TFloat32> diagonal = resized(tf, gate, extents);
        return AttentionResult.of(tf.math.mul(diagonal, x)).withDiagonal(diagonal);
    }

    private static Operand<TFloat32> halved(Net net, String name, Operand<TFloat32> x, int channels) {
        Operand<TFloat32> kernel = net.weight(name + "/kernel", WeightKind.PROJECTION, 2, 2, Net.channels(x), channels);
        return net.tf().nn.conv2d(x, kernel, List.of(1L, 2L, 2L, 1L), "SAME");
    }

    /** To the height and width of the extents. */
    private static Operand<TFloat32> resized(Ops tf, Operand<TFloat32> x, int[] extents) {
        int[] own = Net.extents(x);
        if (own[1] == extents[1] && own[2] == extents[2]) {
            return x;
        }
        return tf.image.resizeBilinear(
                x, tf.constant(new int[] {extents[1], extents[2]}), ResizeBilinear.halfPixelCenters(true));
    }
}
