package org.jointattention.batch.spark;

import java.io.Serializable;

/** What the tasks of a run have in common. */
final class FileJob implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Stores stores;
    private final ModelJob model;
    private final ResultPlace place;
    private final String staging;
    private final boolean skipExisting;

    /** @param staging folder for what is not complete, in the same store as the results */
    FileJob(Stores stores, ModelJob model, ResultPlace place, String staging, boolean skipExisting) {
        this.stores = stores;
        this.model = model;
        this.place = place;
        this.staging = staging;
        this.skipExisting = skipExisting;
    }

    Stores stores() {
        return stores;
    }

    ModelJob model() {
        return model;
    }

    ResultPlace place() {
        return place;
    }

    String staging() {
        return staging;
    }

    boolean skipsExisting() {
        return skipExisting;
    }
}
