package org.jointattention.training;

/** A data set in two parts. */
public final class Split {
    private final DataSet train;
    private final DataSet validation;

    public Split(DataSet train, DataSet validation) {
        this.train = train;
        this.validation = validation;
    }

    public DataSet train() {
        return train;
    }

    /** Has no sample where there was one sample only, or no validation was wanted. */
    public DataSet validation() {
        return validation;
    }
}
