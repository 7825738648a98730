package org.jointattention.training;

/** The learning rate of each step: a linear warm-up times a cosine from the peak down to a share of it. */
final class LearningRate {
    /** The warm-up is over after this share of the training, however few steps fit into its minutes. */
    private static final double LONGEST_WARMUP = 0.1;

    private final double peak;
    private final int warmupSteps;

    LearningRate(double peak, int warmupSteps) {
        this.peak = peak;
        this.warmupSteps = warmupSteps;
    }

    /**
     * @param step number of the step, from 0
     * @param done share of the training that is over, 0 to 1
     */
    double at(long step, double done) {
        double warm = Math.min(1, Math.max((step + 1.0) / (warmupSteps + 1.0), done / LONGEST_WARMUP));
        double cosine = 0.5 * (1 + Math.cos(Math.PI * Math.min(1, Math.max(0, done))));
        return peak * warm * (Schedule.FINAL_SHARE + (1 - Schedule.FINAL_SHARE) * cosine);
    }
}
