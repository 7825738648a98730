package org.jointattention.tensorflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointattention.engine.TrainerOptions;
import org.jointattention.model.ModelSpec;
import org.jointattention.tensorflow.loss.CrossEntropy;
import org.jointattention.tensorflow.loss.SoftDice;
import org.jointattention.tensorflow.loss.SumOfLosses;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/**
 * The graph of a training: the network normalised by the batch, the loss, its gradients and the update of
 * all variables; and beside it the same weights' network in inference mode.
 */
final class TrainingGraph implements AutoCloseable {
    /** A variable's name, where to feed a value to be assigned, and the assignment. */
    static final class Assignment {
        final Operand<TFloat32> value;
        final Op assign;

        Assignment(Operand<TFloat32> value, Op assign) {
            this.value = value;
            this.assign = assign;
        }
    }

    static final String AVERAGE = "average/";

    final Graph graph = new Graph();
    final Operand<TFloat32> images;
    final Operand<TUint8> labels;
    final Operand<TFloat32> learningRate;
    final Operand<TFloat32> power1;
    final Operand<TFloat32> power2;
    final Operand<TFloat32> averaging;
    final Operand<TFloat32> loss;
    final Op update;
    final Operand<TFloat32> input;
    final Operand<TFloat32> probabilities;

    private final Ops tf;
    private final VariableSource weights;
    private final VariableSource optimiser;
    private final boolean averaged;
    private final List<Operand<TFloat32>> gradients = new ArrayList<>();
    private final Map<String, Assignment> assignments = new LinkedHashMap<>();

    TrainingGraph(ModelSpec spec, TrainerOptions options) {
        tf = Ops.create(graph);
        weights = new VariableSource(tf);
        optimiser = new VariableSource(tf);
        averaged = options.averaging() > 0;
        int[] shape = {options.batch(), options.patch(), options.patch(), spec.channels()};
        images = tf.placeholder(TFloat32.class, Placeholder.shape(Tensors.shape(shape)));
        labels = tf.placeholder(TUint8.class, Placeholder.shape(Tensors.shape(shape[0], shape[1], shape[2])));
        learningRate = scalar();
        power1 = scalar();
        power2 = scalar();
        averaging = scalar();

        TrainingNet net = new TrainingNet(tf, weights);
        Network network = Network.build(net, spec, images);
        loss = loss(spec, options, network);
        update = update(net, options);

        input = tf.placeholder(TFloat32.class, Placeholder.shape(Tensors.shape(shape)));
        WeightSource kept = averaged ? this::average : weights;
        probabilities = tf.nn.softmax(
                Network.build(new InferenceNet(tf, kept), spec, input).logits());
        addAssignments(weights);
        addAssignments(optimiser);
    }

    /** All variables that are weights of the network. */
    VariableSource weights() {
        return weights;
    }

    /** All variables that only training needs. */
    VariableSource optimiser() {
        return optimiser;
    }

    Assignment assignment(String name) {
        return assignments.get(name);
    }

    /** The variable that holds the weight to be kept. */
    Operand<TFloat32> kept(String name) {
        return averaged ? optimiser.reference(AVERAGE + name) : weights.reference(name);
    }

    /** What a step costs. */
    GraphCost cost() {
        Set<Operand<?>> fetches = new HashSet<>(gradients);
        fetches.add(loss);
        return new GraphCost(graph, fetches);
    }

    @Override
    public void close() {
        graph.close();
    }

    private Operand<TFloat32> scalar() {
        return tf.placeholder(TFloat32.class, Placeholder.shape(Tensors.shape()));
    }

    private Operand<TFloat32> loss(ModelSpec spec, TrainerOptions options, Network network) {
        int classes = spec.classes().size();
        Operand<TFloat32> logits = tf.reshape(network.logits(), tf.constant(new int[] {-1, classes}));
        // 255 is beyond every class, so its row is all zeros: a pixel without a label.
        Operand<TFloat32> truth = tf.oneHot(
                tf.reshape(labels, tf.constant(new int[] {-1})),
                tf.constant(classes),
                tf.constant(1f),
                tf.constant(0f));
        return new SumOfLosses(new CrossEntropy(options.classWeights()), new SoftDice()).of(tf, logits, truth);
    }

    private Op update(TrainingNet net, TrainerOptions options) {
        List<WeightDeclaration> trainable = weights.trainable();
        Output<?>[] values = trainable.stream()
                .map(weight -> weights.read(weight.name()).asOutput())
                .toArray(Output<?>[]::new);
        Output<?>[] outputs = graph.addGradients(loss.asOutput(), values);
        for (Output<?> output : outputs) {
            gradients.add(output.expect(TFloat32.class));
        }
        Ops ordered = tf.withControlDependencies(new ArrayList<Op>(gradients));
        List<Op> updates = new ArrayList<>(new AdamW(optimiser, options.weightDecay())
                .updates(ordered, weights, trainable, gradients, learningRate, power1, power2));
        updates.addAll(net.statisticUpdates(ordered, weights));
        if (averaged) {
            updates = averageUpdates(tf.withControlDependencies(updates));
        }
        return tf.withControlDependencies(updates).noOp();
    }

    private List<Op> averageUpdates(Ops ordered) {
        List<Op> updates = new ArrayList<>();
        for (WeightDeclaration weight : weights.declarations()) {
            average(weight);
            Operand<TFloat32> average = optimiser.reference(AVERAGE + weight.name());
            // Read again after the update: the weight's own identity may hold the value before it.
            Operand<TFloat32> difference =
                    ordered.math.sub(ordered.identity(average), ordered.identity(weights.reference(weight.name())));
            updates.add(ordered.assignSub(
                    average, ordered.math.mul(difference, ordered.math.sub(ordered.constant(1f), averaging))));
        }
        return updates;
    }

    private Operand<TFloat32> average(WeightDeclaration weight) {
        return optimiser.get(new WeightDeclaration(AVERAGE + weight.name(), weight.kind(), weight.shape()));
    }

    private void addAssignments(VariableSource source) {
        for (WeightDeclaration weight : source.declarations()) {
            Operand<TFloat32> value = tf.placeholder(TFloat32.class, Placeholder.shape(Tensors.shape(weight.shape())));
            assignments.put(weight.name(), new Assignment(value, tf.assign(source.reference(weight.name()), value)));
        }
    }
}
