package org.jointattention.tensorflow;

/** What a weight is for: this decides how it starts, and whether the optimiser changes or decays it. */
public enum WeightKind {
    /** Kernel before a ReLU: normal, variance 2 / fan-in (He 2015). */
    KERNEL(true, true),
    /** Kernel of a projection without a ReLU: normal, variance 1 / fan-in. */
    PROJECTION(true, true),
    /** Kernel of an embedding: normal, deviation 0.01 (Wang 2018). */
    SMALL(true, true),
    /** Starts at 0. */
    BIAS(true, false),
    /** Scale of a batch normalisation; starts at 1. */
    GAMMA(true, false),
    /** Scale of a batch normalisation, or scalar weight of a residual branch, that starts at 0. */
    ZERO_GAMMA(true, false),
    /** Moving mean of a batch normalisation; starts at 0. */
    MEAN(false, false),
    /** Moving variance of a batch normalisation; starts at 1. */
    VARIANCE(false, false);

    private final boolean trainable;
    private final boolean decayed;

    WeightKind(boolean trainable, boolean decayed) {
        this.trainable = trainable;
        this.decayed = decayed;
    }

    /** Whether the optimiser changes it. */
    public boolean trainable() {
        return trainable;
    }

    /** Whether weight decay applies to it. */
    public boolean decayed() {
        return decayed;
    }
}
