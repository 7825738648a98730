package org.jointattention.tensorflow.attention;

import org.jointattention.tensorflow.Net;
import org.jointattention.tensorflow.WeightKind;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The non-local block {@code Y = X + BN((P V) W_o)}, d = C / 2 (Wang et al., Non-local Neural Networks, CVPR
 * 2018). The embeddings start at a deviation of 0.01 and the normalisation's scale at 0, so that the block
 * starts as the identity. The embedded Gaussian is scaled by 1 / sqrt d as everywhere here.
 */
public final class NonLocalAttention implements SpatialAttention {
    /** What P is. */
    public enum Form {
        /** {@code softmax_row(Q K^T / sqrt d)}. */
        GAUSSIAN,
        /** The same with keys and values max-pooled 2x2. */
        POOLED,
        /** {@code Q K^T / N}. */
        DOT
    }

    private final Form form;
    private final int blockValues;

    public NonLocalAttention(Form form) {
        this(form, Affinity.BLOCK_VALUES);
    }

    /** @param blockValues most values of a softmax P in memory at a time */
    NonLocalAttention(Form form, int blockValues) {
        this.form = form;
        this.blockValues = blockValues;
    }

    @Override
    public AttentionResult apply(Net net, String name, Operand<TFloat32> x) {
        Ops tf = net.tf();
        int inner = SelfAttention.innerChannels(x);
        Operand<TFloat32> queries = embed(net, name + "/query", x);
        Operand<TFloat32> keys = embed(net, name + "/key", x);
        Operand<TFloat32> values = embed(net, name + "/value", x);
        if (form == Form.DOT) {
            int positions = Net.extents(x)[1] * Net.extents(x)[2];
            Product product = new DotProduct(tf, queries, keys, DotProduct.Order.cheaper(positions, inner));
            return result(net, name, x, product.times(values)).withRows(product::row);
        }
        Operand<TFloat32> scaled = Affinity.scaled(tf, queries, inner);
        if (form == Form.GAUSSIAN) {
            Product product = new Affinity(tf, scaled, keys, blockValues);
            return result(net, name, x, product.times(values)).withRows(product::row);
        }
        PooledGrid grid = new PooledGrid(net, x);
        Product product = new Affinity(tf, scaled, grid.pool(keys, inner), blockValues);
        return result(net, name, x, product.times(grid.pool(values, inner)))
                .withRows(position -> grid.spread(product.row(position)));
    }

    private static Operand<TFloat32> embed(Net net, String name, Operand<TFloat32> x) {
        return Affinity.project(net, name, x, SelfAttention.innerChannels(x), WeightKind.SMALL);
    }

    private static AttentionResult result(Net net, String name, Operand<TFloat32> x, Operand<TFloat32> attended) {
        int[] extents = Net.extents(x);
        int[] grid = {extents[0], extents[1], extents[2], SelfAttention.innerChannels(x)};
        Operand<TFloat32> map = net.tf().reshape(attended, net.tf().constant(grid));
        Operand<TFloat32> out = net.normalizedConvolution(name + "/out", map, 1, extents[3], WeightKind.ZERO_GAMMA);
        return AttentionResult.of(net.tf().math.add(x, out));
    }
}
