package org.jointattention.tensorflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jointattention.engine.Device;
import org.jointattention.engine.EngineException;
import org.jointattention.engine.Trainer;
import org.jointattention.engine.TrainerOptions;
import org.jointattention.engine.TrainerState;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.WeightArray;
import org.jointattention.model.Weights;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/** Trains with TensorFlow. */
final class TensorFlowTrainer implements Trainer {
    private final ModelSpec spec;
    private final TrainerOptions options;
    private final TrainingGraph graph;
    private final Session session;
    private final Device device;
    private final int[] imageShape;
    private final int[] labelShape;
    private long step;
    private boolean closed;

    TensorFlowTrainer(ModelSpec spec, Weights weights, TrainerOptions options) {
        this.spec = spec;
        this.options = options;
        Network.checkSize(spec, options.patch(), options.patch());
        imageShape = new int[] {options.batch(), options.patch(), options.patch(), spec.channels()};
        labelShape = Arrays.copyOf(imageShape, 3);
        graph = new TrainingGraph(spec, options);
        try {
            session = Sessions.open(graph.graph, options.threads(), options.device(), false);
            device = Devices.inUse(session, options.device());
        } catch (RuntimeException e) {
            graph.close();
            throw e;
        }
        assign(weights::get, name -> initialOptimiser(name, weights));
    }

    /** Moments start at 0, averages at the weights. */
    private WeightArray initialOptimiser(String name, Weights weights) {
        if (name.startsWith(TrainingGraph.AVERAGE)) {
            return weights.get(name.substring(TrainingGraph.AVERAGE.length()));
        }
        WeightArray weight = weights.get(name.substring(name.indexOf('/') + 1));
        return new WeightArray(weight.shape(), new float[weight.values().length]);
    }

    @Override
    public float step(float[] images, byte[] labels, double learningRate) {
        checkOpen();
        checkLength("images", images.length, imageShape);
        checkLength("labels", labels.length, labelShape);
        checkLabels(labels);
        double power = step + 1;
        float average = (float) Math.min(options.averaging(), (1.0 + step) / (10.0 + step));
        try (TFloat32 imageTensor = Tensors.floats(imageShape, images);
                TUint8 labelTensor = Tensors.bytes(labelShape, labels);
                TFloat32 rate = TFloat32.scalarOf((float) learningRate);
                TFloat32 power1 = TFloat32.scalarOf((float) Math.pow(AdamW.BETA1, power));
                TFloat32 power2 = TFloat32.scalarOf((float) Math.pow(AdamW.BETA2, power));
                TFloat32 averaging = TFloat32.scalarOf(average);
                Result result = session.runner()
                        .feed(graph.images, imageTensor)
                        .feed(graph.labels, labelTensor)
                        .feed(graph.learningRate, rate)
                        .feed(graph.power1, power1)
                        .feed(graph.power2, power2)
                        .feed(graph.averaging, averaging)
                        .addTarget(graph.update)
                        .fetch(graph.loss)
                        .run()) {
            float[] loss = new float[1];
            Tensors.read(result.get(0), loss);
            step++;
            return finite(loss[0]);
        }
    }

    private float finite(float loss) {
        if (Float.isNaN(loss) || Float.isInfinite(loss)) {
            throw new EngineException("The loss became " + loss + " at step " + step
                    + ": the training diverged. Try a smaller learning rate.");
        }
        return loss;
    }

    @Override
    public void predict(float[] input, float[] probabilities) {
        checkOpen();
        checkLength("input", input.length, imageShape);
        int classes = spec.classes().size();
        checkLength("probabilities", probabilities.length, imageShape[0], imageShape[1], imageShape[2], classes);
        try (TFloat32 tensor = Tensors.floats(imageShape, input);
                Result result = session.runner()
                        .feed(graph.input, tensor)
                        .fetch(graph.probabilities)
                        .run()) {
            Tensors.read(result.get(0), probabilities);
        }
    }

    @Override
    public Weights weights() {
        checkOpen();
        return fetch(graph.weights().declarations(), graph::kept);
    }

    @Override
    public TrainerState state() {
        checkOpen();
        return new TrainerState(
                step,
                fetch(graph.weights().declarations(), name -> graph.weights().reference(name)),
                fetch(
                        graph.optimiser().declarations(),
                        name -> graph.optimiser().reference(name)));
    }

    @Override
    public void restore(TrainerState state) {
        checkOpen();
        assign(state.weights()::get, state.optimiser()::get);
        step = state.step();
    }

    @Override
    public Device device() {
        return device;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            session.close();
            graph.close();
        }
    }

    /** Sets all variables in one run, since TensorFlow prepares the graph anew for every kind of run. */
    private void assign(Function<String, WeightArray> weights, Function<String, WeightArray> optimiser) {
        Session.Runner runner = session.runner();
        List<TFloat32> fed = new ArrayList<>();
        try {
            feed(runner, fed, graph.weights().declarations(), weights);
            feed(runner, fed, graph.optimiser().declarations(), optimiser);
            runner.run().close();
        } finally {
            fed.forEach(TFloat32::close);
        }
    }

    private void feed(
            Session.Runner runner,
            List<TFloat32> fed,
            Collection<WeightDeclaration> declarations,
            Function<String, WeightArray> values) {
        for (WeightDeclaration declaration : declarations) {
            float[] array = ConstantSource.checked(values.apply(declaration.name()), declaration);
            TrainingGraph.Assignment assignment = graph.assignment(declaration.name());
            TFloat32 tensor = Tensors.floats(declaration.shape(), array);
            fed.add(tensor);
            runner.feed(assignment.value, tensor).addTarget(assignment.assign);
        }
    }

    private Weights fetch(Collection<WeightDeclaration> declarations, Function<String, Operand<TFloat32>> variables) {
        Session.Runner runner = session.runner();
        declarations.forEach(declaration -> runner.fetch(variables.apply(declaration.name())));
        Map<String, WeightArray> arrays = new LinkedHashMap<>();
        try (Result result = runner.run()) {
            int index = 0;
            for (WeightDeclaration declaration : declarations) {
                float[] values = new float[declaration.size()];
                Tensors.read(result.get(index++), values);
                arrays.put(declaration.name(), new WeightArray(declaration.shape(), values));
            }
        }
        return new Weights(arrays);
    }

    private void checkOpen() {
        if (closed) {
            throw new EngineException("The trainer is closed.");
        }
    }

    private void checkLabels(byte[] labels) {
        int classes = spec.classes().size();
        for (byte label : labels) {
            int value = label & 0xff;
            if (value >= classes && value != ModelSpec.IGNORE) {
                throw new EngineException(
                        "Label " + value + " is no class of 0 to " + (classes - 1) + ", nor 255 (unlabelled).");
            }
        }
    }

    static void checkLength(String what, int length, int... shape) {
        long expected = 1;
        for (int extent : shape) {
            expected *= extent;
        }
        if (length != expected) {
            throw new EngineException("The " + what + " array has " + length + " values instead of " + expected
                    + " for " + Arrays.toString(shape) + ".");
        }
    }
}
