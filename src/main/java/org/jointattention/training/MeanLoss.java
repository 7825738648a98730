package org.jointattention.training;

/** The mean of the losses since the last validation. Immutable. */
final class MeanLoss {
    static final MeanLoss NONE = new MeanLoss(0, 0);

    private final double sum;
    private final long count;

    MeanLoss(double sum, long count) {
        this.sum = sum;
        this.count = count;
    }

    MeanLoss with(float loss) {
        return new MeanLoss(sum + loss, count + 1);
    }

    double sum() {
        return sum;
    }

    long count() {
        return count;
    }

    /** NaN where there is no loss yet. */
    double value() {
        return sum / count;
    }
}
