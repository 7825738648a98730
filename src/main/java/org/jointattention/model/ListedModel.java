package org.jointattention.model;

import java.util.Optional;
import java.util.function.Supplier;

/** A model in a list, without its weights: what it is, or why it cannot be used. */
public final class ListedModel {
    private final String name;
    private final ModelSpec spec;
    private final ModelCard card;
    private final String problem;

    private ListedModel(String name, ModelSpec spec, ModelCard card, String problem) {
        this.name = name;
        this.spec = spec;
        this.card = card;
        this.problem = problem;
    }

    /** Reads the model and keeps all but its weights, or the problem with it. */
    static ListedModel of(String name, Supplier<Model> reading) {
        try {
            Model model = reading.get();
            return new ListedModel(name, model.spec(), model.card(), null);
        } catch (ModelException e) {
            return new ListedModel(name, null, null, e.getMessage());
        }
    }

    /** The name to ask for it by: a bundled model's name, or a file's path. */
    public String name() {
        return name;
    }

    /** Empty if the model cannot be used. */
    public Optional<ModelSpec> spec() {
        return Optional.ofNullable(spec);
    }

    /** Empty if the model cannot be used. */
    public Optional<ModelCard> card() {
        return Optional.ofNullable(card);
    }

    /** Why the model cannot be used; empty if it can. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }
}
