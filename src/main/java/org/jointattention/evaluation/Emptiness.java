package org.jointattention.evaluation;

/** Whether truth or prediction lacks a class; then the metrics follow a convention rather than a formula. */
public enum Emptiness {
    /** Both have pixels of the class: the formulas hold. */
    NEITHER_EMPTY(""),
    /** Nothing to find, something found: overlap metrics 0, distances the diagonal of the image. */
    TRUTH_EMPTY("truth_empty"),
    /** Something to find, nothing found: overlap metrics 0, distances the diagonal of the image. */
    PREDICTION_EMPTY("prediction_empty"),
    /** Nothing to find, nothing found: overlap metrics 1, distances 0. */
    BOTH_EMPTY("both_empty");

    private final String flag;

    Emptiness(String flag) {
        this.flag = flag;
    }

    /** The word in result tables; empty for {@link #NEITHER_EMPTY}. */
    public String flag() {
        return flag;
    }
}
