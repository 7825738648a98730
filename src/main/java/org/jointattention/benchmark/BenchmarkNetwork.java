package org.jointattention.benchmark;

import java.util.List;
import java.util.Optional;
import org.jointattention.engine.Engine;
import org.jointattention.model.AttentionSpec;
import org.jointattention.model.LabelClass;
import org.jointattention.model.Model;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.NormalizationSpec;
import org.jointattention.model.TileSpec;
import org.jointattention.model.Weights;
import org.jointattention.training.Preset;

/** The network that is measured: a model's, or a preset's with random weights. */
public final class BenchmarkNetwork {
    private static final long SEED = 1;

    private final String name;
    private final ModelSpec spec;
    private final Optional<Weights> weights;

    private BenchmarkNetwork(String name, ModelSpec spec, Optional<Weights> weights) {
        this.name = name;
        this.spec = spec;
        this.weights = weights;
    }

    /** @param name by which the user called the model */
    public static BenchmarkNetwork of(String name, Model model) {
        return new BenchmarkNetwork(name, model.spec(), Optional.of(model.weights()));
    }

    /** The network of this preset for grey images with one class of objects, with joint attention in its full form. */
    public static BenchmarkNetwork of(Preset preset) {
        ModelSpec spec = new ModelSpec(
                preset.backbone("denseunet", preset.depth()),
                AttentionSpec.parse("joint@" + AttentionSpec.BOTTLENECK),
                1,
                List.of(new LabelClass("background", 0), new LabelClass("foreground", 0xffffff)),
                NormalizationSpec.meanStd(),
                1,
                new TileSpec(256, 0));
        return new BenchmarkNetwork(preset.toString(), spec, Optional.empty());
    }

    public String name() {
        return name;
    }

    public ModelSpec spec() {
        return spec;
    }

    Weights weights(Engine engine) {
        return weights.orElseGet(() -> engine.initialWeights(spec, SEED));
    }
}
