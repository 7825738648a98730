package org.jointattention.crosscheck;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.engine.Engine;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.model.AttentionSpec;
import org.jointattention.model.BackboneSpec;
import org.jointattention.model.LabelClass;
import org.jointattention.model.Model;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.NormalizationSpec;
import org.jointattention.model.TestModels;
import org.jointattention.model.TileSpec;
import org.jointattention.model.WeightArray;
import org.jointattention.model.Weights;
import org.jointattention.tensorflow.TensorFlowEngine;

/** Examples of whole models as they are run: input x, class probabilities y of the folded graph, and the weights. */
final class ModelExport {
    private static final Engine ENGINE = new TensorFlowEngine();
    private static final int BATCH = 2;

    private ModelExport() {}

    /** A model of three classes whose weights are random, all of them. */
    static Model random(BackboneSpec backbone, String attention, int channels) {
        ModelSpec spec = new ModelSpec(
                backbone,
                AttentionSpec.parse(attention),
                channels,
                List.of(new LabelClass("background", 0), new LabelClass("a", 0xff0000), new LabelClass("b", 0xff)),
                NormalizationSpec.meanStd(),
                1,
                new TileSpec(64, 0));
        return new Model(spec, randomised(ENGINE.initialWeights(spec, 29)), TestModels.card("random"));
    }

    static CrossCheckFile probabilities(Model model, int height, int width) {
        int channels = model.spec().channels();
        int classes = model.spec().classes().size();
        Random random = new Random(31);
        float[] x = new float[BATCH * height * width * channels];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.nextGaussian();
        }
        float[] y = new float[BATCH * height * width * classes];
        PredictorOptions options =
                PredictorOptions.tile(height, width).withBatch(BATCH).withDevice(DeviceChoice.CPU);
        try (Predictor predictor = ENGINE.predictor(model.spec(), model.weights(), options)) {
            predictor.predict(x, y);
        }
        CrossCheckFile file = new CrossCheckFile();
        file.say("mode", "inference");
        file.sayNetwork(model.spec().backbone(), model.spec().attention());
        file.putAll(model.weights());
        file.put("x", x, BATCH, height, width, channels);
        file.put("y", y, BATCH, height, width, classes);
        return file;
    }

    /** What starts at a constant is drawn, too; kernels stay as they are drawn. */
    private static Weights randomised(Weights weights) {
        Random random = new Random(37);
        Map<String, WeightArray> arrays = new LinkedHashMap<>();
        weights.asMap().forEach((name, array) -> {
            float[] values = array.values().clone();
            for (int i = 0; i < values.length; i++) {
                values[i] = value(name, values[i], random);
            }
            arrays.put(name, new WeightArray(array.shape(), values));
        });
        return new Weights(arrays);
    }

    private static float value(String name, float start, Random random) {
        if (name.endsWith("/variance")) {
            return 0.5f + random.nextFloat();
        }
        if (name.matches(".*/(beta|bias|mean)") || name.endsWith("/psi/kernel")) {
            return (float) (0.3 * random.nextGaussian());
        }
        return name.matches(".*/gamma(_[dp])?") ? (float) (0.7 + 0.2 * random.nextGaussian()) : start;
    }
}
