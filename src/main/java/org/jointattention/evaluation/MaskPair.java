package org.jointattention.evaluation;

import java.util.Objects;

/** The truth and the prediction of one image. */
final class MaskPair {
    private final String name;
    private final MaskSource truth;
    private final MaskSource prediction;

    /** @param name the image's name in tables */
    MaskPair(String name, MaskSource truth, MaskSource prediction) {
        this.name = Objects.requireNonNull(name);
        this.truth = Objects.requireNonNull(truth);
        this.prediction = Objects.requireNonNull(prediction);
    }

    String name() {
        return name;
    }

    MaskSource truth() {
        return truth;
    }

    MaskSource prediction() {
        return prediction;
    }
}
