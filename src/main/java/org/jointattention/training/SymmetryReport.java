package org.jointattention.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Which mirrorings and turnings make images that could occur, and why. */
public final class SymmetryReport {
    /** A geometric transform of images that augmentation may use. */
    public enum Transform {
        FLIP_X("flip left-right"),
        FLIP_Y("flip up-down"),
        QUARTER_TURN("quarter turns");

        private final String label;

        Transform(String label) {
            this.label = label;
        }

        /** For people. */
        public String label() {
            return label;
        }
    }

    /** Degrees: any rotation. */
    static final double FREE = 180;

    /** Degrees either way, of images that have an up and a down. */
    static final double UPRIGHT = 15;

    private final Symmetries symmetries;
    private final Map<Transform, String> reasons;

    private SymmetryReport(Symmetries symmetries, Map<Transform, String> reasons) {
        this.symmetries = symmetries;
        this.reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
    }

    /**
     * What the user wants, without looking at the data.
     *
     * @throws PlanException if the rotation is not 0 to 180 degrees
     */
    public static SymmetryReport given(boolean flipX, boolean flipY, boolean quarterTurns, double maxRotationDegrees) {
        try {
            return new SymmetryReport(Symmetries.of(flipX, flipY, quarterTurns, maxRotationDegrees), Map.of());
        } catch (IllegalArgumentException e) {
            throw new PlanException(e.getMessage(), e);
        }
    }

    /** Free rotation where quarter turns are admitted, else 15 degrees either way. */
    static SymmetryReport found(boolean flipX, boolean flipY, boolean quarterTurns, Map<Transform, String> reasons) {
        double rotation = quarterTurns ? FREE : UPRIGHT;
        return new SymmetryReport(Symmetries.of(flipX, flipY, quarterTurns, rotation), reasons);
    }

    /** Whether left and right may be exchanged. */
    public boolean flipX() {
        return symmetries.flipX();
    }

    /** Whether up and down may be exchanged. */
    public boolean flipY() {
        return symmetries.flipY();
    }

    public boolean quarterTurns() {
        return symmetries.quarterTurns();
    }

    /** Largest rotation either way, 0 to 180 degrees. */
    public double maxRotationDegrees() {
        return symmetries.maxRotationDegrees();
    }

    /** What augmentation may do. */
    public Symmetries toSymmetries() {
        return symmetries;
    }

    public boolean admits(Transform transform) {
        return transform == Transform.FLIP_X ? flipX() : transform == Transform.FLIP_Y ? flipY() : quarterTurns();
    }

    /** Why a transform is admitted or refused. */
    public String reason(Transform transform) {
        return reasons.getOrDefault(transform, Decision.GIVEN);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof SymmetryReport)) {
            return false;
        }
        SymmetryReport that = (SymmetryReport) other;
        return symmetries.equals(that.symmetries) && reasons.equals(that.reasons);
    }

    @Override
    public int hashCode() {
        return Objects.hash(symmetries, reasons);
    }
}
