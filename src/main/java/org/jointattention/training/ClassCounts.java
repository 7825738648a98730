package org.jointattention.training;

import org.jointattention.evaluation.ConfusionCounts;
import org.jointattention.evaluation.OverlapMetric;
import org.jointattention.model.ModelSpec;

/** Counts over images how often each class was meant, found, and rightly found. */
final class ClassCounts {
    private final long[] meant;
    private final long[] found;
    private final long[] both;
    private long pixels;

    ClassCounts(int classes) {
        meant = new long[classes];
        found = new long[classes];
        both = new long[classes];
    }

    /** @param truth classes; unlabelled pixels do not count */
    void add(byte[] truth, byte[] prediction) {
        for (int i = 0; i < truth.length; i++) {
            int label = truth[i] & 0xff;
            if (label != ModelSpec.IGNORE) {
                int predicted = prediction[i] & 0xff;
                meant[label]++;
                found[predicted]++;
                both[label] += label == predicted ? 1 : 0;
                pixels++;
            }
        }
    }

    /** Dice of each class; NaN for a class that no pixel has, for one wrong pixel would make it 0 and none 1. */
    ValidationScore score() {
        double[] dice = new double[meant.length];
        for (int k = 0; k < dice.length; k++) {
            long union = meant[k] + found[k] - both[k];
            ConfusionCounts counts =
                    new ConfusionCounts(both[k], found[k] - both[k], meant[k] - both[k], pixels - union);
            dice[k] = meant[k] == 0 ? Double.NaN : OverlapMetric.DICE.of(counts);
        }
        return new ValidationScore(dice);
    }
}
