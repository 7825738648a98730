package org.jointattention.comparison;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jointattention.model.ModelSpec;
import org.jointattention.training.TrainingOutcome;

/** What is known of a trained network beside its scores, as names with values. Immutable. */
public final class CellFigures {
    /** Number of weights, the statistics of normalisations included. */
    public static final String PARAMETERS = "parameters";

    public static final String BASE_WIDTH = "base_width";
    public static final String GROWTH = "growth";

    /** Only where it does not follow from the base width. */
    public static final String BOTTLENECK_WIDTH = "bottleneck_width";

    public static final String DEPTH = "depth";
    public static final String STEPS = "steps";

    /** The step of the weights that were kept, chosen by validation. */
    public static final String BEST_STEP = "best_step";

    /** Mean Dice over the classes of the validation images, of the weights that were kept. */
    public static final String VALIDATION_DICE = "validation_dice";

    public static final String TRAINING_SECONDS = "training_seconds";

    /** What computed the training. */
    public static final String DEVICE = "device";

    private final Map<String, String> values;

    public CellFigures(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Collects figures. */
    static final class Builder {
        private final Map<String, String> values = new LinkedHashMap<>();

        Builder network(ModelSpec spec, long weights) {
            values.put(PARAMETERS, Long.toString(weights));
            values.put(BASE_WIDTH, Integer.toString(spec.backbone().baseWidth()));
            values.put(GROWTH, Integer.toString(spec.backbone().growth()));
            spec.backbone().bottleneckWidth().ifPresent(width -> values.put(BOTTLENECK_WIDTH, Integer.toString(width)));
            values.put(DEPTH, Integer.toString(spec.backbone().depth()));
            return this;
        }

        Builder training(TrainingOutcome outcome) {
            values.put(STEPS, Long.toString(outcome.steps()));
            values.put(BEST_STEP, Long.toString(outcome.bestStep()));
            outcome.bestDice().ifPresent(dice -> values.put(VALIDATION_DICE, Double.toString(dice)));
            values.put(TRAINING_SECONDS, Double.toString(outcome.seconds()));
            values.put(DEVICE, outcome.device().name());
            return this;
        }

        CellFigures build() {
            return new CellFigures(values);
        }
    }

    /** All, in the order they were recorded. */
    public Map<String, String> values() {
        return values;
    }

    /** Empty text where it is not known. */
    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    /** Empty where it is not known, or no number. */
    public OptionalDouble number(String name) {
        try {
            return OptionalDouble.of(Double.parseDouble(text(name)));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
