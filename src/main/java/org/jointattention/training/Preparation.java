package org.jointattention.training;

import java.util.function.UnaryOperator;
import org.jointattention.image.FloatPlane;
import org.jointattention.image.Normalizer;
import org.jointattention.image.Resampler;
import org.jointattention.model.ModelSpec;

/**
 * Makes of a raw sample what the network sees in inference: statistics of the whole image at its own
 * size, then resized by the model's scale, then normalised.
 */
final class Preparation implements UnaryOperator<Sample> {
    private final ModelSpec spec;

    Preparation(ModelSpec spec) {
        this.spec = spec;
    }

    @Override
    public Sample apply(Sample raw) {
        FloatPlane image = raw.image();
        Normalizer normalizer = Normalizer.fit(spec.normalization(), image);
        int width = Resampler.scaled(image.width(), spec.scale());
        int height = Resampler.scaled(image.height(), spec.scale());
        FloatPlane resized = spec.scale() == 1
                ? new FloatPlane(width, height, image.channels(), image.values().clone())
                : Resampler.resize(image, width, height);
        normalizer.apply(resized.values());
        byte[] labels = spec.scale() == 1
                ? raw.labels()
                : Resampler.resizeLabels(raw.labels(), image.width(), image.height(), width, height);
        return new Sample(raw.name(), resized, labels);
    }
}
