package org.jointattention.model;

import java.util.Objects;

/** A trained network: what it is, its weights, and the card that tells where it comes from. */
public final class Model {
    private final ModelSpec spec;
    private final Weights weights;
    private final ModelCard card;

    public Model(ModelSpec spec, Weights weights, ModelCard card) {
        this.spec = Objects.requireNonNull(spec);
        this.weights = Objects.requireNonNull(weights);
        this.card = Objects.requireNonNull(card);
    }

    public ModelSpec spec() {
        return spec;
    }

    public Weights weights() {
        return weights;
    }

    public ModelCard card() {
        return card;
    }
}
