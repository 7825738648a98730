package org.jointattention.training;

import java.util.Collections;
import org.jointattention.image.FloatPlane;

/** Samples, settings and patches for tests. */
final class Patches {
    private Patches() {}

    /** A sample of noise with random labels. */
    static Sample noise(int width, int height, int channels, int classes) {
        FastRandom random = FastRandom.of(width, height, channels, classes);
        float[] values = new float[width * height * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.between(-0.5, 1.5);
        }
        byte[] labels = new byte[width * height];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) random.nextInt(classes);
        }
        return new Sample("noise", new FloatPlane(width, height, channels, values), labels);
    }

    /** A sample whose pixels hold their label as value in every channel, plus 100 for each channel. */
    static Sample encoded(int width, int height, int channels, byte[] labels) {
        float[] values = new float[width * height * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = (labels[i / channels] & 0xff) + 100 * (i % channels);
        }
        return new Sample("encoded", new FloatPlane(width, height, channels, values), labels);
    }

    /** Labels of large blocks, no two neighbours alike. */
    static byte[] blocks(int width, int height, int block, int classes) {
        byte[] labels = new byte[width * height];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) ((i % width / block + 2 * (i / width / block)) % classes);
        }
        return labels;
    }

    static byte[] random(int length, int classes) {
        FastRandom random = FastRandom.of(length, classes);
        byte[] labels = new byte[length];
        for (int i = 0; i < length; i++) {
            labels[i] = (byte) random.nextInt(classes);
        }
        return labels;
    }

    /** Every effect on every patch. */
    static Augmentation everything() {
        return intensities()
                .withSymmetries(Symmetries.all())
                .with(Effect.ROTATION, -180, 180, 1)
                .with(Effect.SCALE, 0.75, 1.33, 1)
                .with(Effect.ELASTIC, 1, 8, 1);
    }

    /** Every effect on grey values on every patch. */
    static Augmentation intensities() {
        return Augmentation.none()
                .with(Effect.BRIGHTNESS, -0.2, 0.2, 1)
                .with(Effect.CONTRAST, 0.7, 1.4, 1)
                .with(Effect.GAMMA, 0.5, 2, 1)
                .with(Effect.NOISE, 0.01, 0.1, 1)
                .with(Effect.BLUR, 0.4, 1.2, 1);
    }

    static DataSet data(Sample sample, int classes) {
        return DataSet.of(Collections.singletonList(sample), classes);
    }

    /** A batch made on this thread. */
    static Batch batch(DataSet data, BatchOptions options, long step) {
        PatchMaker maker = new PatchMaker(data, options);
        Batch batch = new Batch(options, data.channels());
        int pixels = options.patch() * options.patch();
        for (int i = 0; i < options.batch(); i++) {
            maker.make(step, i, new PatchTarget(batch.images(), batch.labels(), data.channels(), i, pixels));
        }
        return batch;
    }
}
