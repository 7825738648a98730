package org.jointattention.model;

import java.util.Objects;
import java.util.Optional;

/** A trained network: what it is, its weights, and the card that tells where it comes from. */
public final class Model {
    private final ModelSpec spec;
    private final Weights weights;
    private final ModelCard card;
    private final String weightsSha256;

    /** A model that is in no file yet. */
    public Model(ModelSpec spec, Weights weights, ModelCard card) {
        this(spec, weights, card, "");
    }

    /** @param weightsSha256 the checksum that the weights have in their file, empty if they are in none */
    Model(ModelSpec spec, Weights weights, ModelCard card, String weightsSha256) {
        this.spec = Objects.requireNonNull(spec);
        this.weights = Objects.requireNonNull(weights);
        this.card = Objects.requireNonNull(card);
        this.weightsSha256 = Objects.requireNonNull(weightsSha256);
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

    /** The SHA-256 of the weights in the file that the model was read from, in hexadecimal digits. */
    public Optional<String> weightsSha256() {
        return weightsSha256.isEmpty() ? Optional.empty() : Optional.of(weightsSha256);
    }
}
