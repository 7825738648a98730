package org.jointattention.tensorflow;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.engine.TrainerOptions;
import org.jointattention.model.ModelSpec;

/** What is known of networks without their values: each fact is found once and remembered. For several threads. */
final class Estimates {
    private final Graphs graphs;
    private final Map<ModelSpec, List<WeightDeclaration>> declarations = new ConcurrentHashMap<>();
    private final Map<List<Object>, Long> bytes = new ConcurrentHashMap<>();

    Estimates(Graphs graphs) {
        this.graphs = graphs;
    }

    /** The weights that a network asks for. */
    List<WeightDeclaration> declarations(ModelSpec spec) {
        return declarations.computeIfAbsent(spec, graphs::declarations);
    }

    /** Peak bytes of a predictor. */
    long predictorBytes(ModelSpec spec, PredictorOptions options) {
        List<Object> key = List.of("predictor", spec, options.batch(), options.height(), options.width());
        return bytes.computeIfAbsent(key, unknown -> {
            try (InferenceGraph graph = graphs.outline(spec, options)) {
                return graph.cost().peakBytes();
            }
        });
    }

    /** Peak bytes of a trainer. */
    long trainerBytes(ModelSpec spec, TrainerOptions options) {
        return bytes.computeIfAbsent(key(spec, options), unknown -> {
            try (TrainingGraph graph = graphs.training(spec, options)) {
                return graph.cost().peakBytes();
            }
        });
    }

    /** The same of a graph that was built to be used. */
    long trainerBytes(ModelSpec spec, TrainerOptions options, TrainingGraph graph) {
        return bytes.computeIfAbsent(key(spec, options), unknown -> graph.cost().peakBytes());
    }

    /** The options that the cost depends on. */
    private static List<Object> key(ModelSpec spec, TrainerOptions options) {
        return List.of("trainer", spec, options.batch(), options.patch(), options.averaging() > 0);
    }
}
