package org.jointattention.training;

import java.util.Optional;
import java.util.Set;

/** How long a training is to be, as its settings say, and which settings follow from that. */
final class PlanLength {
    static final String STEPS = "steps";
    static final String MINUTES = "minutes";

    /** Settings that may change where a training is prolonged. */
    static final Set<String> SETTINGS = Set.of(STEPS, MINUTES, "warm-up steps", "checkpoint every");

    private final String unit;
    private final double value;
    private final String text;

    private PlanLength(String unit, String text) {
        this.unit = unit;
        this.text = text;
        this.value = Double.parseDouble(text);
    }

    /** @throws NumberFormatException if the settings are damaged */
    static Optional<PlanLength> of(TrainingSettings settings) {
        return settings.value(STEPS)
                .map(steps -> new PlanLength(STEPS, steps))
                .or(() -> settings.value(MINUTES).map(minutes -> new PlanLength(MINUTES, minutes)));
    }

    boolean isComparable(PlanLength other) {
        return unit.equals(other.unit);
    }

    boolean isLongerThan(PlanLength other) {
        return isComparable(other) && value > other.value;
    }

    String number() {
        return text;
    }

    /** Such as {@code 60 steps}. */
    @Override
    public String toString() {
        return text + " " + unit;
    }
}
