package org.jointattention.training;

import java.util.Arrays;

/** Dice of each class on the validation images, all their pixels pooled. */
public final class ValidationScore {
    private final double[] dice;

    /** @param dice one value a class, the background's first; NaN for classes without a pixel */
    ValidationScore(double[] dice) {
        this.dice = dice.clone();
    }

    /** Of a training without validation. */
    static ValidationScore none(int classes) {
        double[] dice = new double[classes];
        Arrays.fill(dice, Double.NaN);
        return new ValidationScore(dice);
    }

    /** Dice of a class, 0 to 1; NaN where the validation images do not show it. Class 0 is the background. */
    public double dice(int classIndex) {
        return dice[classIndex];
    }

    public int classes() {
        return dice.length;
    }

    /** Mean over the foreground classes that the validation images show; NaN where they show none. */
    public double meanDice() {
        return Arrays.stream(dice, 1, dice.length)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }
}
