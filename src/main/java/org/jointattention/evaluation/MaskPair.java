package org.jointattention.evaluation;

import java.nio.file.Path;
import java.util.Objects;

/** The truth file and the prediction file of one image. */
public final class MaskPair {
    private final String name;
    private final Path truth;
    private final Path prediction;

    public MaskPair(String name, Path truth, Path prediction) {
        this.name = Objects.requireNonNull(name);
        this.truth = Objects.requireNonNull(truth);
        this.prediction = Objects.requireNonNull(prediction);
    }

    /** What both file names have in common: the name without the extension. */
    public String name() {
        return name;
    }

    public Path truth() {
        return truth;
    }

    public Path prediction() {
        return prediction;
    }
}
