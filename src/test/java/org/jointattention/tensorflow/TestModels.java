package org.jointattention.tensorflow;

import java.util.List;
import java.util.Random;
import org.jointattention.model.AttentionSpec;
import org.jointattention.model.BackboneSpec;
import org.jointattention.model.LabelClass;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.NormalizationSpec;
import org.jointattention.model.TileSpec;

/** Small models and data for tests. */
final class TestModels {
    static final int CLASSES = 3;

    private TestModels() {}

    static ModelSpec tiny(String attention, int channels) {
        return of(new BackboneSpec("denseunet", 2, 2, 4, 4), attention, channels);
    }

    static ModelSpec of(BackboneSpec backbone, String attention, int channels) {
        return new ModelSpec(
                backbone,
                AttentionSpec.parse(attention),
                channels,
                List.of(new LabelClass("background", 0), new LabelClass("a", 0xff0000), new LabelClass("b", 0xff)),
                NormalizationSpec.meanStd(),
                1,
                new TileSpec(64, 0));
    }

    static float[] noise(int length, long seed) {
        Random random = new Random(seed);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /** Classes by the sign of the first channel, with some pixels unlabelled. */
    static byte[] labels(float[] images, int channels) {
        byte[] labels = new byte[images.length / channels];
        for (int i = 0; i < labels.length; i++) {
            float value = images[i * channels];
            labels[i] = (byte) (i % 7 == 0 ? 255 : value > 0.5 ? 2 : value > -0.5 ? 1 : 0);
        }
        return labels;
    }
}
