package org.jointattention.evaluation;

import java.util.OptionalDouble;

/** A figure that says how well the prediction of one class fits the truth. */
public interface Metric {
    /** The column in result tables: lower case, no spaces. */
    String key();

    /** The value for one class of one image; empty if it has none, such as a length where the pixel size is unknown. */
    OptionalDouble of(ClassComparison comparison);

    /** The value from counts summed over images; empty for a metric that counts do not determine. */
    default OptionalDouble ofPooled(ConfusionCounts counts) {
        return OptionalDouble.empty();
    }

    /** True if values are lengths in the unit of the image, so that only those of one unit can be averaged. */
    default boolean isCalibrated() {
        return false;
    }
}
