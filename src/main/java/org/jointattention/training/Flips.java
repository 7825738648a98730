package org.jointattention.training;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The flips and turns that a user wants in training, whatever the images look like. */
public enum Flips {
    /** No flip or turn; rotations up to 15 degrees either way. */
    NONE("none", SymmetryReport.given(false, false, false, SymmetryReport.UPRIGHT)),
    /** For images with an up and a down. */
    LEFT_RIGHT("left-right", SymmetryReport.given(true, false, false, SymmetryReport.UPRIGHT)),
    /** Both flips, quarter turns, any rotation: for images without an up and a down. */
    ALL("all", SymmetryReport.given(true, true, true, SymmetryReport.FREE));

    private final String text;
    private final SymmetryReport symmetries;

    Flips(String text, SymmetryReport symmetries) {
        this.text = text;
        this.symmetries = symmetries;
    }

    /** @throws PlanException if there is no such choice */
    public static Flips parse(String text) {
        for (Flips flips : values()) {
            if (flips.text.equals(text.trim().toLowerCase(Locale.ROOT))) {
                return flips;
            }
        }
        throw new PlanException("Unknown flips '" + text + "'; use one of "
                + Arrays.stream(values()).map(Flips::toString).collect(Collectors.joining(", ")) + ".");
    }

    public SymmetryReport symmetries() {
        return symmetries;
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        return text;
    }
}
