package org.jointattention.tensorflow.backbone;

import java.util.List;
import org.jointattention.model.BackboneSpec;
import org.jointattention.tensorflow.Net;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * U-Net (Ronneberger et al., MICCAI 2015) with SAME padding and batch normalisation.
 *
 * <p>Level l has 2^l times the base width. Encoder: {@code layers} (in the paper two) 3x3 convolutions, 2x2
 * maximum. Decoder: transposed 2x2 convolution to the width of the level, concatenation with the encoder's
 * features of that level, as many 3x3 convolutions. Growth is not used. Attention may be put at the
 * bottleneck and on the skip of each level.
 */
public final class UNet implements Backbone {
    private final BackboneSpec spec;
    private final ConvolutionStack stack;

    public UNet(BackboneSpec spec) {
        this.spec = spec;
        this.stack = new ConvolutionStack(spec);
    }

    @Override
    public Operand<TFloat32> apply(Net net, Operand<TFloat32> image, AttentionPlaces attention) {
        List<Operand<TFloat32>> encoded = stack.encode(net, image);
        Operand<TFloat32> x = attention.attend(net, "bottleneck", encoded.get(spec.depth()));
        for (int level = spec.depth() - 1; level >= 0; level--) {
            Operand<TFloat32> up = net.upConvolution("decoder" + level + "/up", x, spec.doubledWidth(level));
            Operand<TFloat32> skip = attention.attend(net, "skip" + level, encoded.get(level), x);
            x = stack.convolutions(net, "decoder" + level, net.concat(List.of(up, skip)), level);
        }
        return x;
    }
}
