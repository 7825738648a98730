package org.jointattention.training;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jointattention.model.AttentionSpec;
import org.jointattention.model.BackboneSpec;
import org.jointattention.model.LabelClass;
import org.jointattention.model.Model;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.NormalizationSpec;
import org.jointattention.model.WeightArray;
import org.jointattention.model.Weights;

/**
 * What a training takes over from the model that it starts from: network, normalisation, scale and weights. Where the
 * number of classes is another, the last layer starts anew.
 */
final class Inheritance {
    /** The name of the decision that tells the model. */
    static final String START = "start";

    private static final String REASON = "of the model that it starts from";

    private final ModelSpec spec;
    private final DataSummary data;
    private final Decisions decisions;

    /** @throws PlanException if the images have another number of channels than the model takes */
    Inheritance(Model start, DataSummary data, Decisions decisions) {
        this.spec = start.spec();
        this.data = data;
        this.decisions = decisions;
        String name = "'" + start.card().name() + "'";
        if (spec.channels() != data.channels()) {
            throw new PlanException("The model " + name + " takes images of " + channels(spec.channels())
                    + ", but these have " + channels(data.channels())
                    + ". Start from another model, or train a new one.");
        }
        decisions.note(
                START,
                start.weightsSha256()
                        .map(sum -> name + " (" + sum.substring(0, 8) + ")")
                        .orElse(name),
                Decision.GIVEN);
        decisions.note(
                "last layer",
                hasSameClasses() ? "kept" : "random",
                hasSameClasses()
                        ? "the number of classes is the same"
                        : data.classes() + " classes, where the model has "
                                + spec.classes().size());
    }

    private static String channels(int number) {
        return number + (number == 1 ? " channel" : " channels");
    }

    /** Whether there are as many classes, so that they can be taken for the same. */
    boolean hasSameClasses() {
        return spec.classes().size() == data.classes();
    }

    double scale() {
        return noted("scale", spec.scale());
    }

    BackboneSpec backbone() {
        return noted("backbone", spec.backbone());
    }

    AttentionSpec attention() {
        return noted("attention", spec.attention());
    }

    NormalizationSpec normalization() {
        return noted("normalization", spec.normalization());
    }

    List<LabelClass> classes() {
        return noted("classes", spec.classes());
    }

    private <T> T noted(String name, T value) {
        decisions.note(name, Objects.requireNonNull(Decisions.text(value)), REASON);
        return value;
    }

    /**
     * The model's weights, but for those of another shape that come with another number of classes.
     *
     * @param fresh all weights of the network in training
     * @param spec of the network in training
     * @throws TrainingException if the model's weights are of another network
     */
    static Weights weights(Model start, Weights fresh, ModelSpec spec) {
        boolean sameClasses = start.spec().classes().size() == spec.classes().size();
        Map<String, WeightArray> arrays = new LinkedHashMap<>(fresh.asMap());
        arrays.replaceAll((name, own) -> {
            WeightArray given = start.weights().get(name);
            boolean fits = Arrays.equals(given.shape(), own.shape());
            if (!fits && sameClasses) {
                throw new TrainingException("The weight '" + name + "' of the model '"
                        + start.card().name() + "' is of another network. Start from another model.");
            }
            return fits ? given : own;
        });
        return new Weights(arrays);
    }
}
