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
    private boolean diverged;
    private boolean closed;

    /** @param graph of these options; closed by the trainer, also where this fails */
    TensorFlowTrainer(ModelSpec spec, Weights weights, TrainerOptions options, TrainingGraph graph) {
        this.spec = spec;
        this.options = options;
        imageShape = new int[] {options.batch(), options.patch(), options.patch(), spec.channels()};
        labelShape = Arrays.copyOf(imageShape, 3);
        this.graph = graph;
        Session opened = null;
        try {
            opened = Sessions.open(graph.graph(), options.threads(), options.device(), false);
            session = opened;
            device = Devices.inUse(session, options.device());
            assign(weights::get, name -> initialOptimiser(name, weights));
        } catch (RuntimeException | Error e) {
            // The session first: a graph waits for its sessions.
            if (opened != null) {
                opened.close();
            }
            graph.close();
            throw e;
        }
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
        checkUsable();
        Tensors.checkLength("images", images.length, imageShape);
        Tensors.checkLength("labels", labels.length, labelShape);
        StepInputs.check(images, labels, spec.classes().size(), learningRate);
        float loss = NativeCalls.call("do a training step", () -> run(images, labels, learningRate));
        step++;
        return finite(loss);
    }

    private float run(float[] images, byte[] labels, double learningRate) {
        double power = step + 1;
        float average = (float) Math.min(options.averaging(), (1.0 + step) / (10.0 + step));
        StepInputs inputs = graph.inputs();
        try (TFloat32 imageTensor = Tensors.floats(imageShape, images);
                TUint8 labelTensor = Tensors.bytes(labelShape, labels);
                TFloat32 rate = TFloat32.scalarOf((float) learningRate);
                TFloat32 power1 = TFloat32.scalarOf((float) Math.pow(AdamW.BETA1, power));
                TFloat32 power2 = TFloat32.scalarOf((float) Math.pow(AdamW.BETA2, power));
                TFloat32 averaging = TFloat32.scalarOf(average);
                Result result = session.runner()
                        .feed(inputs.images(), imageTensor)
                        .feed(inputs.labels(), labelTensor)
                        .feed(inputs.learningRate(), rate)
                        .feed(inputs.power1(), power1)
                        .feed(inputs.power2(), power2)
                        .feed(inputs.averaging(), averaging)
                        .addTarget(graph.update())
                        .fetch(graph.loss())
                        .run()) {
            float[] loss = new float[1];
            Tensors.read(result.get(0), loss);
            return loss[0];
        }
    }

    private float finite(float loss) {
        if (!Float.isFinite(loss)) {
            diverged = true;
            throw new EngineException("The loss became " + loss + " at step " + step
                    + ": the training diverged. Try a smaller learning rate.");
        }
        return loss;
    }

    @Override
    public void predict(float[] input, float[] probabilities) {
        checkUsable();
        int patch = options.patch();
        int[] shape = {1, patch, patch, spec.channels()};
        Tensors.checkLength("input", input.length, shape);
        Tensors.checkFinite("input", input);
        Tensors.checkLength(
                "probabilities",
                probabilities.length,
                1,
                patch,
                patch,
                spec.classes().size());
        NativeCalls.run("segment a tile of " + patch + "x" + patch + " pixels", () -> {
            try (TFloat32 tensor = Tensors.floats(shape, input);
                    Result result = session.runner()
                            .feed(graph.tile(), tensor)
                            .fetch(graph.probabilities())
                            .run()) {
                Tensors.read(result.get(0), probabilities);
            }
        });
    }

    @Override
    public Weights weights() {
        checkUsable();
        return NativeCalls.call("read the weights", () -> fetch(graph.weights().declarations(), graph::kept));
    }

    @Override
    public TrainerState state() {
        checkUsable();
        return NativeCalls.call(
                "read the state of the training",
                () -> new TrainerState(step, fetch(graph.weights()), fetch(graph.optimiser())));
    }

    private Weights fetch(VariableSource source) {
        return fetch(source.declarations(), source::reference);
    }

    @Override
    public void restore(TrainerState state) {
        checkUsable();
        NativeCalls.run(
                "restore the state of the training", () -> assign(state.weights()::get, state.optimiser()::get));
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
            TFloat32 tensor = Tensors.floats(declaration.shape(), array);
            fed.add(tensor);
            graph.feed(runner, declaration.name(), tensor);
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

    private void checkUsable() {
        if (closed) {
            throw new EngineException("The trainer is closed.");
        }
        if (diverged) {
            throw new EngineException("The training diverged at step " + step + ", and its weights are of no use:"
                    + " go back to a state of before with a new trainer.");
        }
    }
}
