package org.jointattention.evaluation;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Metrics of overlap, 0 (worst) to 1 (best), from the counts of pixels.
 *
 * <p>Where neither truth nor prediction has the class, all are 1; where only one has it, all are 0.
 */
public enum OverlapMetric implements Metric {
    /** 2 TP / (2 TP + FP + FN), the F1 score of the pixels. */
    DICE {
        @Override
        double ratio(double tp, double fp, double fn) {
            return 2 * tp / (2 * tp + fp + fn);
        }
    },
    /** TP / (TP + FP + FN), the Jaccard index. */
    IOU {
        @Override
        double ratio(double tp, double fp, double fn) {
            return tp / (tp + fp + fn);
        }
    },
    /** TP / (TP + FP): how much of the prediction is right. */
    PRECISION {
        @Override
        double ratio(double tp, double fp, double fn) {
            return tp / (tp + fp);
        }
    },
    /** TP / (TP + FN): how much of the truth was found. */
    RECALL {
        @Override
        double ratio(double tp, double fp, double fn) {
            return tp / (tp + fn);
        }
    };

    abstract double ratio(double tp, double fp, double fn);

    /** The value from the counts, always defined. */
    public double of(ConfusionCounts counts) {
        switch (counts.emptiness()) {
            case BOTH_EMPTY:
                return 1;
            case NEITHER_EMPTY:
                return ratio(counts.truePositives(), counts.falsePositives(), counts.falseNegatives());
            default:
                return 0;
        }
    }

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public OptionalDouble of(ClassComparison comparison) {
        return OptionalDouble.of(of(comparison.counts()));
    }

    @Override
    public OptionalDouble ofPooled(ConfusionCounts counts) {
        return OptionalDouble.of(of(counts));
    }
}
