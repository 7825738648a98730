package org.jointattention.tensorflow.backbone;

import java.util.ArrayList;
import java.util.List;
import org.jointattention.model.BackboneSpec;
import org.jointattention.tensorflow.Net;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * UNet++ (Zhou et al., DLMIA 2018): a U-Net whose skips are nested and dense.
 *
 * <p>Node X(i, j) of level i and column j, i + j at most the depth, is {@code H([X(i, 0), ..., X(i, j - 1),
 * U(X(i + 1, j - 1))])}: H the 3x3 convolutions of the level, U a transposed 2x2 convolution to the level's
 * width, 2^i times the base width. Column 0 is the encoder of {@link UNet}. Growth is not used.
 *
 * <p>Without deep supervision the classes are read from X(0, depth) alone; with it each of X(0, 1), ...,
 * X(0, depth) has classes of its own, all are trained, and their mean is the result (the paper's accurate
 * mode). Attention may be put at the bottleneck and on each level's X(i, 0), as the nested nodes see it.
 */
public final class UNetPlusPlus implements Backbone {
    private final BackboneSpec spec;
    private final boolean deep;
    private final ConvolutionStack stack;

    /** @param deep whether there is deep supervision */
    public UNetPlusPlus(BackboneSpec spec, boolean deep) {
        this.spec = spec;
        this.deep = deep;
        this.stack = new ConvolutionStack(spec);
    }

    @Override
    public Operand<TFloat32> apply(Net net, Operand<TFloat32> image, AttentionPlaces attention) {
        List<Operand<TFloat32>> row = firstRow(net, image, attention);
        return row.get(spec.depth());
    }

    @Override
    public List<Operand<TFloat32>> outputs(Net net, Operand<TFloat32> image, AttentionPlaces attention) {
        List<Operand<TFloat32>> row = firstRow(net, image, attention);
        return row.subList(deep ? 1 : spec.depth(), spec.depth() + 1);
    }

    /** X(0, 0), ..., X(0, depth). */
    private List<Operand<TFloat32>> firstRow(Net net, Operand<TFloat32> image, AttentionPlaces attention) {
        List<Operand<TFloat32>> encoded = stack.encode(net, image);
        List<Operand<TFloat32>> below = List.of();
        for (int level = spec.depth(); level >= 0; level--) {
            String place = level == spec.depth() ? "bottleneck" : "skip" + level;
            List<Operand<TFloat32>> row = new ArrayList<>();
            row.add(attention.attend(net, place, encoded.get(level)));
            for (Operand<TFloat32> deeper : below) {
                row.add(node(net, row, deeper, level));
            }
            below = row;
        }
        return below;
    }

    /** The next node of a row, from all before it and the one below the last of them. */
    private Operand<TFloat32> node(Net net, List<Operand<TFloat32>> row, Operand<TFloat32> below, int level) {
        String name = "node" + level + "_" + row.size();
        List<Operand<TFloat32>> parts = new ArrayList<>(row);
        parts.add(net.upConvolution(name + "/up", below, spec.doubledWidth(level)));
        return stack.convolutions(net, name, net.concat(parts), level);
    }
}
