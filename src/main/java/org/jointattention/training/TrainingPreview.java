package org.jointattention.training;

import java.util.Objects;
import org.jointattention.image.FloatPlane;
import org.jointattention.image.LabelPlane;

/** One image as the network in training segments it now, and as it should be. */
public final class TrainingPreview {
    private final long step;
    private final Sample sample;
    private final boolean validation;
    private final LabelPlane predicted;

    /** @param validation whether the image is one that the network does not learn from */
    TrainingPreview(long step, Sample sample, boolean validation, LabelPlane predicted) {
        this.step = step;
        this.sample = Objects.requireNonNull(sample);
        this.validation = validation;
        this.predicted = Objects.requireNonNull(predicted);
    }

    /** Steps done. */
    public long step() {
        return step;
    }

    public String name() {
        return sample.name();
    }

    /** Raw grey values. */
    public FloatPlane image() {
        return sample.image();
    }

    /** Unlabelled pixels are 255. */
    public LabelPlane truth() {
        return new LabelPlane(sample.image().width(), sample.image().height(), sample.labels());
    }

    public LabelPlane predicted() {
        return predicted;
    }

    /** Whether the network does not learn from this image. */
    public boolean isValidation() {
        return validation;
    }
}
