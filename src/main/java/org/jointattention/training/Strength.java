package org.jointattention.training;

import java.util.Objects;

/** How strong an effect of augmentation is, and how often it comes. */
public final class Strength {
    private final double low;
    private final double high;
    private final double probability;

    Strength(Effect effect, double low, double high, double probability) {
        if (!(low >= effect.min() && low <= high && high <= effect.max())) {
            throw new IllegalArgumentException(String.format(
                    "The range of %s is %s to %s; it must rise and lie within %s to %s.",
                    effect, low, high, effect.min(), effect.max()));
        }
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "The probability of " + effect + " is " + probability + "; it must be 0 to 1.");
        }
        this.low = low;
        this.high = high;
        this.probability = probability;
    }

    static Strength never(Effect effect) {
        return new Strength(effect, effect.neutral(), effect.neutral(), 0);
    }

    public double low() {
        return low;
    }

    public double high() {
        return high;
    }

    /** Share of the patches that have the effect, 0 to 1. */
    public double probability() {
        return probability;
    }

    /** A strength, or the effect's neutral one; always advances the stream by the same two numbers. */
    double draw(Effect effect, FastRandom random) {
        boolean applies = random.nextDouble() < probability;
        double value = effect.draw(low, high, random);
        return applies ? value : effect.neutral();
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Strength)) {
            return false;
        }
        Strength that = (Strength) other;
        return low == that.low && high == that.high && probability == that.probability;
    }

    @Override
    public int hashCode() {
        return Objects.hash(low, high, probability);
    }

    @Override
    public String toString() {
        return low + " to " + high + " with probability " + probability;
    }
}
