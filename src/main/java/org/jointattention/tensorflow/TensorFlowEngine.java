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

    /**
     * Loads the native library, whose settings are read once: must be called before its first use.
     *
     * @throws EngineException if the library does not work here
     */
    public TensorFlowEngine() {
        for (String limit : JAVACPP_LIMITS) {
            if (System.getProperty(limit) == null) {
                System.setProperty(limit, "0");
            }
        }
        NativeStart.require();
    }

    @Override
    public Weights initialWeights(ModelSpec spec, long seed) {
        return new WeightInitializer(seed).draw(Declarations.of(spec));
    }

    @Override
    public Predictor predictor(ModelSpec spec, Weights weights, PredictorOptions options) {
        checkWeights(spec, weights);
        new Memory()
                .require(
                        predictorBytes(spec, weights, options),
                        "A tile of " + options.width() + "x" + options.height() + " pixels",
                        "Use a smaller tile.");
        return NativeCalls.call("prepare the network", () -> new TensorFlowPredictor(spec, weights, options));
    }

    @Override
    public Trainer trainer(ModelSpec spec, Weights weights, TrainerOptions options) {
        checkClassWeights(spec, options);
        checkWeights(spec, weights);
        new Memory()
                .require(
                        trainerBytes(spec, options),
                        "Training with " + options.batch() + " patches of " + options.patch() + "x" + options.patch()
                                + " pixels",
                        "Use a smaller batch, patch or network.");
        return NativeCalls.call("prepare the training", () -> new TensorFlowTrainer(spec, weights, options));
    }

    @Override
    public long predictorBytes(ModelSpec spec, PredictorOptions options) {
        return predictorBytes(spec, initialWeights(spec, 0), options);
    }

    private static long predictorBytes(ModelSpec spec, Weights weights, PredictorOptions options) {
        Network.checkSize(spec, options.height(), options.width());
        try (InferenceGraph graph = InferenceGraph.of(spec, weights, options)) {
            return graph.cost().peakBytes();
        }
    }

    @Override
    public long trainerBytes(ModelSpec spec, TrainerOptions options) {
        Network.checkSize(spec, options.patch(), options.patch());
        try (TrainingGraph graph = TrainingGraph.of(spec, options)) {
            return graph.cost().peakBytes();
        }
    }

    @Override
    public boolean hasGpu(int threads) {
        try (Graph graph = new Graph();
                Session session = Sessions.open(graph, threads, DeviceChoice.AUTO, false)) {
            return Devices.list(session).stream().anyMatch(device -> device.type.equals("GPU"));
        }
    }

    @Override
    public DeviceReport devices() {
        return new DeviceInspection().report();
    }

    @Override
    public double matrixProductGflops(int threads) {
        return new MatrixProduct(threads).gflops();
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
    private static void checkWeights(ModelSpec spec, Weights weights) {
        List<String> wrong = new ArrayList<>();
        for (WeightDeclaration declaration : Declarations.of(spec)) {
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
