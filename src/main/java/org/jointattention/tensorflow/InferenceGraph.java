package org.jointattention.tensorflow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
    private final Graph graph;
    private final Operand<TFloat32> input;
    private final Operand<TFloat32> probabilities;
    private final Operand<TInt32> position;
    private final GraphCost cost;
    private final List<AttentionBlock> blocks = new ArrayList<>();
    private final Map<String, Operand<TFloat32>> gates = new LinkedHashMap<>();
    private final Map<String, Operand<TFloat32>> rows = new LinkedHashMap<>();

    private InferenceGraph(Graph graph, Function<Ops, Net> nets, ModelSpec spec, PredictorOptions options) {
        this.graph = graph;
        Ops tf = Ops.create(graph);
        input = tf.placeholder(
                TFloat32.class,
                Placeholder.shape(Tensors.shape(options.batch(), options.height(), options.width(), spec.channels())));
        position = tf.placeholder(TInt32.class, Placeholder.shape(Tensors.shape()));
        Network network = Network.build(nets.apply(tf), spec, input);
        probabilities = tf.nn.softmax(network.logits());
        network.attention().forEach(this::addBlock);
        cost = new GraphCost(graph, Set.of(probabilities));
    }

    /** A new graph; the caller closes it. */
    static InferenceGraph of(ModelSpec spec, Weights weights, PredictorOptions options) {
        return of(tf -> new FoldedNet(tf, weights), spec, options);
    }

    /** A new graph without values, which tells the cost only; the caller closes it. */
    static InferenceGraph outline(ModelSpec spec, PredictorOptions options) {
        return of(OutlineNet::new, spec, options);
    }

    private static InferenceGraph of(Function<Ops, Net> nets, ModelSpec spec, PredictorOptions options) {
        Graph graph = new Graph();
        try {
            return new InferenceGraph(graph, nets, spec, options);
        } catch (RuntimeException | Error e) {
            graph.close();
            throw e;
        }
    }

    /** Blocks with neither part, such as those of no attention, have nothing to look into. */
    private void addBlock(String place, AttentionResult result) {
        Optional<Operand<TFloat32>> gate = result.diagonal();
        Optional<Operand<TFloat32>> row = result.row(position);
        if (gate.isPresent() || row.isPresent()) {
            int[] extents = Net.extents(result.output());
            blocks.add(new AttentionBlock(place, extents[1], extents[2], gate.isPresent(), row.isPresent()));
            gate.ifPresent(operand -> gates.put(place, operand));
            row.ifPresent(operand -> rows.put(place, operand));
        }
    }

    Graph graph() {
        return graph;
    }

    /** Tiles are fed here, NHWC. */
    Operand<TFloat32> input() {
        return input;
    }

    /** Class probabilities, NHWC. */
    Operand<TFloat32> probabilities() {
        return probabilities;
    }

    /** The position that a row is wanted of, y * width + x, is fed here. */
    Operand<TInt32> position() {
        return position;
    }

    /** The attention blocks that can be looked into. */
    List<AttentionBlock> blocks() {
        return Collections.unmodifiableList(blocks);
    }

    /** D of the block of that name. */
    Optional<Operand<TFloat32>> gate(String block) {
        return Optional.ofNullable(gates.get(block));
    }

    /** The row of P at {@link #position} of the block of that name. */
    Optional<Operand<TFloat32>> row(String block) {
        return Optional.ofNullable(rows.get(block));
    }

    /** What a call costs. */
    GraphCost cost() {
        return cost;
    }

    @Override
    public void close() {
        graph.close();
    }
}
