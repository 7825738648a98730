package org.jointattention.evaluation;

import java.util.OptionalDouble;

/**
 * How much was seen where there is nothing near: pixels that are wrongly of the class and farther than some pixels from
 * each true pixel of it, as a share of all labelled pixels of the image; 0 is best. Where the truth lacks the class, all of
 * its predicted pixels are far.
 */
public final class FarFalsePositives implements Metric {
    private final int far;

    /** @param far distances above this, in pixels, are far */
    public FarFalsePositives(int far) {
        this.far = far;
    }

    @Override
    public String key() {
        return "far_fp_" + far + "px";
    }

    @Override
    public OptionalDouble of(ClassComparison comparison) {
        long pixels = comparison.counts().all();
        return pixels == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) comparison.falsePositivesBeyond(far) / pixels);
    }
}
