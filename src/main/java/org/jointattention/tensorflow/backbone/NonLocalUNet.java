package org.jointattention.tensorflow.backbone;

import java.util.ArrayList;
import java.util.List;
import org.jointattention.model.BackboneSpec;
import org.jointattention.tensorflow.Net;
import org.jointattention.tensorflow.WeightKind;
import org.jointattention.tensorflow.attention.AggregationAttention;
import org.jointattention.tensorflow.attention.AggregationAttention.Query;
import org.jointattention.tensorflow.attention.AttentionResult;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Non-local U-Net (Wang et al., AAAI 2020): residual blocks, skips that are added, and global aggregation.
 *
 * <p>Level l has 2^l times the base width. A residual block is {@code layers} (in the paper two) 3x3
 * convolutions, the last without ReLU, added to their input, ReLU. Stem: a 3x3 convolution, a residual block.
 * Down: a 1x1 convolution of stride 2 plus, as residual, a 3x3 convolution of stride 2 and the rest of the
 * block. Bottom: the features plus their global aggregation. Up: a transposed 2x2 convolution, plus the skip,
 * a residual block. The deepest down and up steps also add an aggregation whose queries have the new size.
 *
 * <p>The paper aggregates in all its up steps, at patches of 32^3 voxels; here only where the matrix is small
 * enough for image tiles, next to the bottom. The rows of P of the one at the bottom can be looked at. Normalisation follows each convolution but the aggregation's, and
 * ReLU stands for ReLU6. Growth is not used. Attention may be put at the bottleneck and on the skip of each level.
 */
public final class NonLocalUNet implements Backbone {
    private final BackboneSpec spec;

    public NonLocalUNet(BackboneSpec spec) {
        this.spec = spec;
    }

    @Override
    public Operand<TFloat32> apply(Net net, Operand<TFloat32> image, AttentionPlaces attention) {
        List<Operand<TFloat32>> encoded = new ArrayList<>();
        Operand<TFloat32> stem = net.convolution("stem", image, 3, spec.doubledWidth(0));
        Operand<TFloat32> x = residual(net, "encoder0", stem, 0);
        for (int level = 1; level <= spec.depth(); level++) {
            encoded.add(x);
            x = down(net, x, level);
        }
        AttentionResult bottom = aggregation(net, Query.SAME, "bottom/aggregation", x, x);
        attention.remember("aggregation", bottom);
        x = attention.attend(net, "bottleneck", net.tf().nn.relu(bottom.output()));
        for (int level = spec.depth() - 1; level >= 0; level--) {
            Operand<TFloat32> skip = attention.attend(net, "skip" + level, encoded.get(level), x);
            x = residual(net, "decoder" + level, net.tf().math.add(up(net, x, level), skip), level);
        }
        return x;
    }

    /** From the level above to this one. */
    private Operand<TFloat32> down(Net net, Operand<TFloat32> above, int level) {
        String name = level == spec.depth() ? "bottom" : "encoder" + level;
        Operand<TFloat32> y = net.normalizedDownConvolution(name + "/shortcut", above, 1, spec.doubledWidth(level));
        Operand<TFloat32> first = net.normalizedDownConvolution(name + "/layer0", above, 3, spec.doubledWidth(level));
        if (spec.layers() > 1) {
            first = layers(net, name, net.tf().nn.relu(first), 1, level);
        }
        Operand<TFloat32> x = net.tf().math.add(y, first);
        if (level == spec.depth()) {
            x = aggregation(net, Query.DOWN, name + "/down", above, x).output();
        }
        return net.tf().nn.relu(x);
    }

    /** From the level below to this one. */
    private Operand<TFloat32> up(Net net, Operand<TFloat32> below, int level) {
        String name = "decoder" + level;
        Operand<TFloat32> x = net.normalizedUpConvolution(name + "/up", below, spec.doubledWidth(level));
        return level < spec.depth() - 1
                ? x
                : aggregation(net, Query.UP, name + "/aggregation", below, x).output();
    }

    private Operand<TFloat32> residual(Net net, String name, Operand<TFloat32> x, int level) {
        return sum(net, x, layers(net, name, x, 0, level));
    }

    /** The convolutions of a block from one of them on, the last without ReLU. */
    private Operand<TFloat32> layers(Net net, String name, Operand<TFloat32> x, int from, int level) {
        Operand<TFloat32> y = x;
        int last = spec.layers() - 1;
        for (int layer = from; layer < last; layer++) {
            y = net.convolution(name + "/layer" + layer, y, 3, spec.doubledWidth(level));
        }
        return net.normalizedConvolution(name + "/layer" + last, y, 3, spec.doubledWidth(level), WeightKind.GAMMA);
    }

    private static AttentionResult aggregation(
            Net net, Query query, String name, Operand<TFloat32> x, Operand<TFloat32> residual) {
        return new AggregationAttention(query).aggregate(net, name, x, residual);
    }

    private static Operand<TFloat32> sum(Net net, Operand<TFloat32> x, Operand<TFloat32> more) {
        return net.tf().nn.relu(net.tf().math.add(x, more));
    }
}
