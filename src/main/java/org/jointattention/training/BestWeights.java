package org.jointattention.training;

import java.util.Objects;
import org.jointattention.model.Weights;

/** The weights that would be kept if the training ended now. */
final class BestWeights {
    private final Weights weights;
    private final double dice;
    private final long step;

    /** @param dice their mean validation Dice; NaN where nothing could be validated */
    BestWeights(Weights weights, double dice, long step) {
        this.weights = Objects.requireNonNull(weights);
        this.dice = dice;
        this.step = step;
    }

    Weights weights() {
        return weights;
    }

    double dice() {
        return dice;
    }

    long step() {
        return step;
    }
}
