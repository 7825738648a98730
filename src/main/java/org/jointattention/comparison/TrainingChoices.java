package org.jointattention.comparison;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jointattention.model.YamlSection;
import org.jointattention.training.AugmentationLevel;
import org.jointattention.training.PlanRequestBuilder;

/** How the networks of a comparison are trained, as far as the plan says it; the rest is derived from the data. */
public final class TrainingChoices {
    /** Nothing is fixed. */
    public static final TrainingChoices NONE = new TrainingChoices(new TreeMap<>());

    static final String STEPS = "steps";
    private static final String SCALE = "scale";
    private static final String PATCH = "patch";
    private static final String BATCH = "batch";
    private static final String LEARNING_RATE = "learning_rate";
    private static final String AUGMENTATION = "augmentation";
    private static final String VALIDATION = "validation";
    private static final String SLICES = "slices";

    private final TreeMap<String, String> values;

    private TrainingChoices(TreeMap<String, String> values) {
        this.values = values;
    }

    /**
     * Reads {@code steps, scale, patch, batch, learning_rate, augmentation, validation, slices}, all optional.
     *
     * @throws org.jointattention.model.ModelException naming a key that is unknown or has another kind of value
     */
    static TrainingChoices of(YamlSection section) {
        section.allow(STEPS, SCALE, PATCH, BATCH, LEARNING_RATE, AUGMENTATION, VALIDATION, SLICES);
        TreeMap<String, String> values = new TreeMap<>();
        for (String key : new String[] {STEPS, PATCH, BATCH, SLICES}) {
            if (section.has(key)) {
                values.put(key, Integer.toString(section.integer(key)));
            }
        }
        for (String key : new String[] {SCALE, LEARNING_RATE, VALIDATION}) {
            if (section.has(key)) {
                values.put(key, Double.toString(section.number(key)));
            }
        }
        if (section.has(AUGMENTATION)) {
            values.put(
                    AUGMENTATION,
                    AugmentationLevel.parse(section.text(AUGMENTATION)).toString());
        }
        return new TrainingChoices(values);
    }

    /** These, and the others' where these leave something open. */
    TrainingChoices over(TrainingChoices others) {
        TreeMap<String, String> both = new TreeMap<>(others.values);
        both.putAll(values);
        return new TrainingChoices(both);
    }

    boolean hasSteps() {
        return values.containsKey(STEPS);
    }

    /** Adds them to a request. */
    PlanRequestBuilder addTo(PlanRequestBuilder request) {
        return request.steps(integer(STEPS).orElse(null))
                .patch(integer(PATCH).orElse(null))
                .batch(integer(BATCH).orElse(null))
                .slices(integer(SLICES).orElse(null))
                .scale(number(SCALE).orElse(null))
                .learningRate(number(LEARNING_RATE).orElse(null))
                .validationFraction(number(VALIDATION).orElse(null))
                .augmentation(Optional.ofNullable(values.get(AUGMENTATION))
                        .map(AugmentationLevel::parse)
                        .orElse(null));
    }

    private Optional<Integer> integer(String key) {
        return Optional.ofNullable(values.get(key)).map(Integer::valueOf);
    }

    private Optional<Double> number(String key) {
        return Optional.ofNullable(values.get(key)).map(Double::valueOf);
    }

    /** Names with values, in the order of the names. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(Map.Entry::toString)
                .map(text -> text.replace("=", " "))
                .collect(Collectors.joining(", "));
    }
}
