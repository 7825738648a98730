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
import org.jointattention.tensorflow.loss.Loss;
import org.jointattention.tensorflow.loss.SoftDice;
import org.jointattention.tensorflow.loss.SumOfLosses;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * The graph of a training: the network normalised by the batch, the loss, its gradients and the update of
 * all variables; and beside it the same weights' network in inference mode.
 */
final class TrainingGraph implements AutoCloseable {
    static final String AVERAGE = "average/";

    private final Graph graph;
    private final Ops tf;
    private final StepInputs inputs;
    private final Operand<TFloat32> loss;
    private final Op update;
    private final Operand<TFloat32> tile;
    private final Operand<TFloat32> probabilities;
    private final VariableSource weights;
    private final VariableSource optimiser;
    private final boolean averaged;
    private final List<Operand<TFloat32>> gradients = new ArrayList<>();
    private final Map<String, Assignment> assignments = new LinkedHashMap<>();

    private TrainingGraph(Graph graph, ModelSpec spec, TrainerOptions options) {
        this.graph = graph;
        tf = Ops.create(graph);
        weights = new VariableSource(tf);
        optimiser = new VariableSource(tf);
        averaged = options.averaging() > 0;
        int patch = options.patch();
        inputs = new StepInputs(tf, options.batch(), patch, spec.channels());
        TrainingNet net = new TrainingNet(tf, weights);
        loss = loss(spec, options, Network.build(net, spec, inputs.images()));
        update = update(net, options);

        tile = tf.placeholder(TFloat32.class, Placeholder.shape(Tensors.shape(1, patch, patch, spec.channels())));
        WeightSource kept = averaged ? this::average : weights;
        probabilities = tf.nn.softmax(
                Network.build(new InferenceNet(tf, kept), spec, tile).logits());
        addAssignments(weights);
        addAssignments(optimiser);
    }

    /** A new graph; the caller closes it. */
    static TrainingGraph of(ModelSpec spec, TrainerOptions options) {
        Graph graph = new Graph();
        try {
            return new TrainingGraph(graph, spec, options);
        } catch (RuntimeException | Error e) {
            graph.close();
            throw e;
        }
    }

    Graph graph() {
        return graph;
    }

    /** What a step is fed with. */
    StepInputs inputs() {
        return inputs;
    }

    /** The loss before the step, a scalar. */
    Operand<TFloat32> loss() {
        return loss;
    }

    /** Does the step. */
    Op update() {
        return update;
    }

    /** One tile to be segmented is fed here, NHWC of batch 1. */
    Operand<TFloat32> tile() {
        return tile;
    }

    /** Class probabilities of {@link #tile}, NHWC. */
    Operand<TFloat32> probabilities() {
        return probabilities;
    }

    /** All variables that are weights of the network. */
    VariableSource weights() {
        return weights;
    }

    /** All variables that only training needs. */
    VariableSource optimiser() {
        return optimiser;
    }

    /** Feeds a variable's new value to a run, and lets the run assign it. */
    void feed(Session.Runner runner, String name, TFloat32 value) {
        Assignment assignment = assignments.get(name);
        runner.feed(assignment.value, value).addTarget(assignment.assign);
    }

    /** The variable that holds the weight to be kept. */
    Operand<TFloat32> kept(String name) {
        return averaged ? optimiser.reference(AVERAGE + name) : weights.reference(name);
    }

    /** What a step costs, with the optimiser's variables. */
    GraphCost cost() {
        Set<Operand<?>> fetches = new HashSet<>(gradients);
        fetches.add(loss);
        optimiser.declarations().forEach(variable -> fetches.add(optimiser.reference(variable.name())));
        return new GraphCost(graph, fetches);
    }

    @Override
    public void close() {
        graph.close();
    }

    private Operand<TFloat32> loss(ModelSpec spec, TrainerOptions options, Network network) {
        int classes = spec.classes().size();
        // 255 is beyond every class, so its row is all zeros: a pixel without a label.
        Operand<TFloat32> truth = tf.oneHot(
                tf.reshape(inputs.labels(), tf.constant(new int[] {-1})),
                tf.constant(classes),
                tf.constant(1f),
                tf.constant(0f));
        Loss one = new SumOfLosses(new CrossEntropy(options.classWeights()), new SoftDice());
        List<Operand<TFloat32>> losses = new ArrayList<>();
        for (Operand<TFloat32> output : network.supervised()) {
            losses.add(one.of(tf, tf.reshape(output, tf.constant(new int[] {-1, classes})), truth));
        }
        return Network.mean(tf, losses);
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
        List<Op> updates = new ArrayList<>(
                new AdamW(optimiser, options.weightDecay()).updates(ordered, weights, gradients, inputs));
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
                    average, ordered.math.mul(difference, ordered.math.sub(ordered.constant(1f), inputs.averaging()))));
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

    /** Where to feed a value to be assigned, and the assignment. */
    private static final class Assignment {
        private final Operand<TFloat32> value;
        private final Op assign;

        Assignment(Operand<TFloat32> value, Op assign) {
            this.value = value;
            this.assign = assign;
        }
    }
}
