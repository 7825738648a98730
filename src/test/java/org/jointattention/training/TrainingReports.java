package org.jointattention.training;

import java.util.Optional;

/** Progress made up for tests. */
public final class TrainingReports {
    private TrainingReports() {}

    public static TrainingProgress step(long step, float loss, double stepsPerSecond, double secondsLeft) {
        return new TrainingProgress(step, 0, loss, loss, stepsPerSecond, secondsLeft, Optional.empty(), Double.NaN);
    }

    /** @param done share of the training, 0 to 1 */
    public static TrainingProgress at(double done, double secondsLeft) {
        return new TrainingProgress(1, done, 1, 1, 1, secondsLeft, Optional.empty(), Double.NaN);
    }

    /** @param dice of each foreground class */
    public static TrainingProgress validated(
            long step, float loss, double stepsPerSecond, double secondsLeft, double bestDice, double... dice) {
        double[] all = new double[dice.length + 1];
        System.arraycopy(dice, 0, all, 1, dice.length);
        ValidationScore score = new ValidationScore(all);
        return new TrainingProgress(step, 0, loss, loss, stepsPerSecond, secondsLeft, Optional.of(score), bestDice);
    }
}
