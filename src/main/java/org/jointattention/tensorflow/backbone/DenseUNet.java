package org.jointattention.tensorflow.backbone;

import java.util.ArrayList;
import java.util.List;
import org.jointattention.model.BackboneSpec;
import org.jointattention.tensorflow.Net;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A U-shaped DenseNet in Conv-BN-ReLU order.
 *
 * <p>Level l has m = min(l + 1, depth) times the base width b and growth k. Encoder: a dense block of 3x3
 * convolutions (each sees all before it and adds m k channels to the m b that entered), then a transition
 * (1x1 convolution to the next level's base width, 2x2 mean). Decoder: transposed convolution,
 * concatenation with the encoder's features of that level, 1x1 convolution to m b, dense block. Dense
 * layers: Huang et al., CVPR 2017; U-shape: Ronneberger et al., MICCAI 2015; both: Li et al., H-DenseUNet,
 * IEEE TMI 2018. Attention may be put at the bottleneck and on the skip of each level.
 */
public final class DenseUNet implements Backbone {
    private final BackboneSpec spec;

    public DenseUNet(BackboneSpec spec) {
        this.spec = spec;
    }

    @Override
    public Operand<TFloat32> apply(Net net, Operand<TFloat32> image, AttentionPlaces attention) {
        List<Operand<TFloat32>> skips = new ArrayList<>();
        Operand<TFloat32> x = net.convolution("stem", image, 3, baseWidth(0));
        for (int level = 0; level < spec.depth(); level++) {
            String name = "encoder" + level;
            x = denseBlock(net, name, x, level);
            skips.add(attention.needsQuery() ? x : attention.attend(net, "skip" + level, x));
            x = net.averagePool(net.convolution(name + "/transition", x, 1, baseWidth(level + 1)));
        }
        x = denseBlock(net, "bottleneck", x, spec.depth());
        x = attention.attend(net, "bottleneck", x);
        for (int level = spec.depth() - 1; level >= 0; level--) {
            Operand<TFloat32> skip = skips.get(level);
            if (attention.needsQuery()) {
                skip = attention.attend(net, "skip" + level, skip, x);
            }
            x = decode(net, x, skip, level);
        }
        return x;
    }

    private Operand<TFloat32> decode(Net net, Operand<TFloat32> below, Operand<TFloat32> skip, int level) {
        String name = "decoder" + level;
        Operand<TFloat32> up = net.upConvolution(name + "/up", below, baseWidth(level));
        Operand<TFloat32> fused = net.convolution(name + "/fuse", net.concat(List.of(up, skip)), 1, baseWidth(level));
        return denseBlock(net, name, fused, level);
    }

    private Operand<TFloat32> denseBlock(Net net, String name, Operand<TFloat32> x, int level) {
        List<Operand<TFloat32>> features = new ArrayList<>(List.of(x));
        for (int layer = 0; layer < spec.layers(); layer++) {
            features.add(
                    net.convolution(name + "/layer" + layer, net.concat(features), 3, spec.growth() * multiple(level)));
        }
        return net.concat(features);
    }

    private int baseWidth(int level) {
        return spec.baseWidth() * multiple(level);
    }

    private int multiple(int level) {
        return Math.min(level + 1, spec.depth());
    }
}
