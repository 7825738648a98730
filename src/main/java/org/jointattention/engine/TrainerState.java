package org.jointattention.engine;

import java.util.Objects;
import org.jointattention.model.Weights;

/** All that a trainer must remember to go on as if it had never stopped. */
public final class TrainerState {
    private final long step;
    private final Weights weights;
    private final Weights optimiser;

    /**
     * @param step steps done
     * @param weights the network's weights as the steps change them
     * @param optimiser the optimiser's moments and averages
     */
    public TrainerState(long step, Weights weights, Weights optimiser) {
        this.step = step;
        this.weights = Objects.requireNonNull(weights);
        this.optimiser = Objects.requireNonNull(optimiser);
    }

    public long step() {
        return step;
    }

    public Weights weights() {
        return weights;
    }

    public Weights optimiser() {
        return optimiser;
    }
}
