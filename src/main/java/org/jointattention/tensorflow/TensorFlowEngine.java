package org.jointattention.tensorflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.engine.DeviceReport;
import org.jointattention.engine.Engine;
import org.jointattention.engine.EngineException;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.engine.Trainer;
import org.jointattention.engine.TrainerOptions;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.Weights;
import org.tensorflow.Graph;
import org.tensorflow.Session;

/** The engine on TensorFlow Java. */
public final class TensorFlowEngine implements Engine {
    /**
     * JavaCPP refuses to allocate once the process is larger than a multiple of the Java heap. Tensors live
     * outside the heap, and {@link Memory} looks after them, so that limit is taken off, unless the user
     * set one.
     */
    private static final String[] JAVACPP_LIMITS = {
        "org.bytedeco.javacpp.maxPhysicalBytes", "org.bytedeco.javacpp.maxBytes"
    };

    private static final long MOST_VALUES = Integer.MAX_VALUE - 8;
    private static final String SMALLER_TRAINING = "Use a smaller batch, patch or network.";

    private final Memory memory;
    private final Graphs graphs;
    private final Estimates estimates;

    /**
     * Loads the native library, whose settings are read once: must be called before its first use.
     *
     * @throws EngineException if the library does not work here
     */
    public TensorFlowEngine() {
        this(new Memory(), new Graphs());
    }

    TensorFlowEngine(Memory memory, Graphs graphs) {
        for (String limit : JAVACPP_LIMITS) {
            if (System.getProperty(limit) == null) {
                System.setProperty(limit, "0");
            }
        }
        NativeStart.require();
        this.memory = memory;
        this.graphs = graphs;
        this.estimates = new Estimates(graphs);
    }

    @Override
    public Weights initialWeights(ModelSpec spec, long seed) {
        return NativeCalls.call(
                "draw initial weights", () -> new WeightInitializer(seed).draw(estimates.declarations(spec)));
    }

    @Override
    public Predictor predictor(ModelSpec spec, Weights weights, PredictorOptions options) {
        Network.checkSize(spec, options.height(), options.width());
        TrialInput.check(spec, options);
        return NativeCalls.call("prepare the network", () -> {
            checkWeights(spec, weights);
            return new TensorFlowPredictor(spec, options, fitting(spec, weights, options));
        });
    }

    /** A graph that can be run here. */
    private InferenceGraph fitting(ModelSpec spec, Weights weights, PredictorOptions options) {
        InferenceGraph graph = graphs.inference(spec, weights, options);
        try {
            String what = "A tile of " + options.width() + "x" + options.height() + " pixels";
            memory.require(graph.cost().peakBytes(), what, "Use a smaller tile.");
            checkTensors(graph.cost(), what, "Use a smaller tile.");
            return graph;
        } catch (RuntimeException | Error e) {
            graph.close();
            throw e;
        }
    }

    @Override
    public Trainer trainer(ModelSpec spec, Weights weights, TrainerOptions options) {
        Network.checkSize(spec, options.patch(), options.patch());
        checkClassWeights(spec, options);
        return NativeCalls.call("prepare the training", () -> {
            checkWeights(spec, weights);
            return new TensorFlowTrainer(spec, weights, options, fitting(spec, options));
        });
    }

    /** A graph that can be run here. */
    private TrainingGraph fitting(ModelSpec spec, TrainerOptions options) {
        TrainingGraph graph = graphs.training(spec, options);
        try {
            String what = "Training with " + options.batch() + " patches of " + options.patch() + "x" + options.patch()
                    + " pixels";
            memory.require(estimates.trainerBytes(spec, options, graph), what, SMALLER_TRAINING);
            checkTensors(graph.cost(), what, SMALLER_TRAINING);
            return graph;
        } catch (RuntimeException | Error e) {
            graph.close();
            throw e;
        }
    }

    @Override
    public long predictorBytes(ModelSpec spec, PredictorOptions options) {
        Network.checkSize(spec, options.height(), options.width());
        return NativeCalls.call("estimate the memory", () -> estimates.predictorBytes(spec, options));
    }

    @Override
    public long trainerBytes(ModelSpec spec, TrainerOptions options) {
        Network.checkSize(spec, options.patch(), options.patch());
        return NativeCalls.call("estimate the memory", () -> estimates.trainerBytes(spec, options));
    }

    @Override
    public boolean hasGpu(int threads) {
        return NativeCalls.call("list its devices", () -> {
            try (Graph graph = new Graph();
                    Session session = Sessions.open(graph, threads, DeviceChoice.AUTO, false)) {
                return Devices.list(session).stream().anyMatch(Devices.Listed::isGpu);
            }
        });
    }

    @Override
    public DeviceReport devices() {
        return NativeCalls.call("list its devices", () -> new DeviceInspection(this).report());
    }

    @Override
    public double matrixProductGflops(int threads) {
        return NativeCalls.call("multiply matrices", () -> new MatrixProduct(threads).gflops());
    }

    /** Operations of the native library, and Java's arrays, count a tensor's values by 32 bits. */
    private static void checkTensors(GraphCost cost, String what, String remedy) {
        if (cost.largestTensor() > MOST_VALUES) {
            throw new EngineException(what + " needs a tensor of " + cost.largestTensor()
                    + " values, but TensorFlow can compute with at most " + MOST_VALUES + ". " + remedy);
        }
    }

    private static void checkClassWeights(ModelSpec spec, TrainerOptions options) {
        int classes = spec.classes().size();
        int weights = options.classWeights().length;
        if (weights != classes) {
            throw new EngineException("There are " + weights + " class weights, but the model has " + classes
                    + " classes: give one weight a class.");
        }
    }

    /** Names every weight that is missing or has another shape, before any graph is built. */
    private void checkWeights(ModelSpec spec, Weights weights) {
        List<String> wrong = new ArrayList<>();
        for (WeightDeclaration declaration : estimates.declarations(spec)) {
            if (!weights.contains(declaration.name())) {
                wrong.add(declaration.name() + " is missing");
            } else if (!Arrays.equals(weights.get(declaration.name()).shape(), declaration.shape())) {
                wrong.add(declaration.name() + " has another shape");
            }
        }
        if (!wrong.isEmpty()) {
            wrong.sort(Comparator.naturalOrder());
            throw new EngineException("The weights do not fit the network " + spec.backbone() + " with "
                    + spec.attention() + ": " + wrong.get(0)
                    + (wrong.size() > 1 ? ", and " + (wrong.size() - 1) + " more." : "."));
        }
    }
}
