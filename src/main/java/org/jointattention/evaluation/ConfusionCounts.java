package org.jointattention.evaluation;

import java.util.Objects;

/** How many pixels of one class were found, invented, missed and rightly left alone. */
public final class ConfusionCounts {
    /** No pixels at all. */
    public static final ConfusionCounts NONE = new ConfusionCounts(0, 0, 0, 0);

    private final long truePositives;
    private final long falsePositives;
    private final long falseNegatives;
    private final long trueNegatives;

    public ConfusionCounts(long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {
        if (truePositives < 0 || falsePositives < 0 || falseNegatives < 0 || trueNegatives < 0) {
            throw new IllegalArgumentException("A count of pixels is below 0.");
        }
        this.truePositives = truePositives;
        this.falsePositives = falsePositives;
        this.falseNegatives = falseNegatives;
        this.trueNegatives = trueNegatives;
    }

    public long truePositives() {
        return truePositives;
    }

    public long falsePositives() {
        return falsePositives;
    }

    public long falseNegatives() {
        return falseNegatives;
    }

    public long trueNegatives() {
        return trueNegatives;
    }

    /** All pixels that count. */
    public long all() {
        return truePositives + falsePositives + falseNegatives + trueNegatives;
    }

    /** Pixels of the class in the truth. */
    public long truth() {
        return truePositives + falseNegatives;
    }

    /** Pixels of the class in the prediction. */
    public long predicted() {
        return truePositives + falsePositives;
    }

    /** Which of truth and prediction has no pixel of the class. */
    public Emptiness emptiness() {
        if (truth() == 0) {
            return predicted() == 0 ? Emptiness.BOTH_EMPTY : Emptiness.TRUTH_EMPTY;
        }
        return predicted() == 0 ? Emptiness.PREDICTION_EMPTY : Emptiness.NEITHER_EMPTY;
    }

    /** The counts of both together. */
    public ConfusionCounts add(ConfusionCounts other) {
        return new ConfusionCounts(
                truePositives + other.truePositives,
                falsePositives + other.falsePositives,
                falseNegatives + other.falseNegatives,
                trueNegatives + other.trueNegatives);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfusionCounts
                && truePositives == ((ConfusionCounts) other).truePositives
                && falsePositives == ((ConfusionCounts) other).falsePositives
                && falseNegatives == ((ConfusionCounts) other).falseNegatives
                && trueNegatives == ((ConfusionCounts) other).trueNegatives;
    }

    @Override
    public int hashCode() {
        return Objects.hash(truePositives, falsePositives, falseNegatives, trueNegatives);
    }

    @Override
    public String toString() {
        return "tp " + truePositives + ", fp " + falsePositives + ", fn " + falseNegatives + ", tn " + trueNegatives;
    }
}
