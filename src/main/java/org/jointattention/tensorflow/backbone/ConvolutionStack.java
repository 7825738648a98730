package org.jointattention.tensorflow.backbone;

import java.util.ArrayList;
import java.util.List;
import org.jointattention.model.BackboneSpec;
import org.jointattention.tensorflow.Net;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** What U-Net and UNet++ share: the stacked convolutions of a level, and the encoder. */
final class ConvolutionStack {
    private final BackboneSpec spec;

    ConvolutionStack(BackboneSpec spec) {
        this.spec = spec;
    }

    /** The 3x3 convolutions of a level, in a row. */
    Operand<TFloat32> convolutions(Net net, String name, Operand<TFloat32> x, int level) {
        Operand<TFloat32> y = x;
        for (int layer = 0; layer < spec.layers(); layer++) {
            y = net.convolution(name + "/layer" + layer, y, 3, spec.doubledWidth(level));
        }
        return y;
    }

    /** The features of all levels, that of the bottleneck last. */
    List<Operand<TFloat32>> encode(Net net, Operand<TFloat32> image) {
        List<Operand<TFloat32>> encoded = new ArrayList<>();
        Operand<TFloat32> x = image;
        for (int level = 0; level < spec.depth(); level++) {
            x = convolutions(net, "encoder" + level, x, level);
            encoded.add(x);
            x = net.maxPool(x);
        }
        encoded.add(convolutions(net, "bottleneck", x, spec.depth()));
        return encoded;
    }
}
