package org.jointattention.tensorflow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jointattention.engine.AttentionBlock;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.Weights;
import org.jointattention.tensorflow.attention.AttentionResult;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** The folded, constant graph of inference for tiles of one size, with the attention at hand. */
final class InferenceGraph implements AutoCloseable {
    final Graph graph = new Graph();
    final Operand<TFloat32> input;
    final Operand<TFloat32> probabilities;
    final Operand<TInt32> position;

    private final Map<AttentionBlock, Operand<TFloat32>> gates = new LinkedHashMap<>();
    private final Map<AttentionBlock, Operand<TFloat32>> rows = new LinkedHashMap<>();
    private final Map<String, AttentionBlock> blocks = new LinkedHashMap<>();

    InferenceGraph(ModelSpec spec, Weights weights, PredictorOptions options) {
        Ops tf = Ops.create(graph);
        input = tf.placeholder(
                TFloat32.class,
                Placeholder.shape(Tensors.shape(options.batch(), options.height(), options.width(), spec.channels())));
        position = tf.placeholder(TInt32.class, Placeholder.shape(Tensors.shape()));
        Network network = Network.build(new FoldedNet(tf, weights), spec, input);
        probabilities = tf.nn.softmax(network.logits());
        network.attention().forEach(this::addBlock);
    }

    private void addBlock(String place, AttentionResult result) {
        int[] extents = Net.extents(result.output());
        Operand<TFloat32> gate = result.diagonal().orElse(null);
        Operand<TFloat32> row = result.row(position).orElse(null);
        AttentionBlock block = new AttentionBlock(place, extents[1], extents[2], gate != null, row != null);
        blocks.put(place, block);
        if (gate != null) {
            gates.put(block, gate);
        }
        if (row != null) {
            rows.put(block, row);
        }
    }

    Iterable<AttentionBlock> blocks() {
        return blocks.values();
    }

    /** D of a block, or null. */
    Operand<TFloat32> gate(AttentionBlock block) {
        return gates.get(block);
    }

    /** The row of P of a block at {@link #position}, or null. */
    Operand<TFloat32> row(AttentionBlock block) {
        return rows.get(block);
    }

    /** What a call costs. */
    GraphCost cost() {
        return new GraphCost(graph, Set.of(probabilities));
    }

    @Override
    public void close() {
        graph.close();
    }
}
