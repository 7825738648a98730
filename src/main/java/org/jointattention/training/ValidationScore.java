package org.jointattention.training;

import java.util.Arrays;

/** Dice of each class on the validation images, all their pixels pooled. */
public final class ValidationScore {
    private final double[] dice;

    /** @param dice one value a class, the background's first */
    ValidationScore(double[] dice) {
        this.dice = dice.clone();
    }

    /** Dice of a class, 0 to 1; class 0 is the background. */
    public double dice(int classIndex) {
        return dice[classIndex];
    }

    public int classes() {
        return dice.length;
    }

    /** Mean over the foreground classes. */
    public double meanDice() {
        return Arrays.stream(dice, 1, dice.length).average().orElse(Double.NaN);
    }
}
