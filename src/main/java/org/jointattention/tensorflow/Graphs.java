package org.jointattention.tensorflow;

import java.util.List;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.engine.TrainerOptions;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.Weights;

/** Builds graphs for the engine; the caller closes them. */
class Graphs {
    /** A network that computes. */
    InferenceGraph inference(ModelSpec spec, Weights weights, PredictorOptions options) {
        return InferenceGraph.of(spec, weights, options);
    }

    /** A network without values that costs what {@link #inference} would. */
    InferenceGraph outline(ModelSpec spec, PredictorOptions options) {
        return InferenceGraph.outline(spec, options);
    }

    TrainingGraph training(ModelSpec spec, TrainerOptions options) {
        return TrainingGraph.of(spec, options);
    }

    List<WeightDeclaration> declarations(ModelSpec spec) {
        return Declarations.of(spec);
    }
}
