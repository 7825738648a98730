package org.jointattention.training;

/** A data set in two parts. */
public final class Split {
    private final DataSet train;
    private final DataSet validation;
    private DataSummary summary;

    public Split(DataSet train, DataSet validation) {
        this.train = train;
        this.validation = validation;
    }

    /**
     * Holds out the share of the samples that the request asks for, else 20 %: at random, but the last ones in a row
     * where the images are like the sections of a stack.
     *
     * @throws PlanException if the share is out of its range
     */
    public static Split of(DataSet data, PlanRequest request) {
        request.check();
        return data.split(
                request.validationFraction().orElse(Planner.VALIDATION),
                request.seed().orElse(Planner.SEED));
    }

    public DataSet train() {
        return train;
    }

    /** What plans are derived from, of the training part; measured once, since that takes a while. */
    synchronized DataSummary summary() {
        if (summary == null) {
            summary = DataSummary.of(train.samples(), train.classes());
        }
        return summary;
    }

    /** Has no sample where there was one sample only, or no validation was wanted. */
    public DataSet validation() {
        return validation;
    }
}
