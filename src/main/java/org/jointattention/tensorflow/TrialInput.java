package org.jointattention.tensorflow;

import java.util.Random;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.model.ModelSpec;

/** What the precisions are compared on: a tile of the images to come, or noise. */
final class TrialInput {
    private final float[] values;
    private final String name;

    private TrialInput(float[] values, String name) {
        this.values = values;
        this.name = name;
    }

    /** The options' sample, which was {@link #check checked}, for each tile of a batch; else uniform noise. */
    static TrialInput of(PredictorOptions options, int length) {
        return options.sample()
                .map(sample -> ofSample(sample, length / sample.length))
                .orElseGet(() -> new TrialInput(noise(length), "random noise"));
    }

    /** @throws org.jointattention.engine.EngineException if there is a sample of another length, or not finite */
    static void check(ModelSpec spec, PredictorOptions options) {
        options.sample().ifPresent(sample -> {
            Tensors.checkLength("sample", sample.length, options.height(), options.width(), spec.channels());
            Tensors.checkFinite("sample", sample);
        });
    }

    private static TrialInput ofSample(float[] sample, int batch) {
        float[] values = new float[batch * sample.length];
        for (int i = 0; i < batch; i++) {
            System.arraycopy(sample, 0, values, i * sample.length, sample.length);
        }
        return new TrialInput(values, "the first image's tile");
    }

    private static float[] noise(int length) {
        float[] values = new float[length];
        Random random = new Random(1);
        for (int i = 0; i < length; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }

    /** A batch of tiles, NHWC. */
    float[] values() {
        return values;
    }

    /** In words. */
    String name() {
        return name;
    }
}
