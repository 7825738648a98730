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

    private static final double FREE = 180;
    private static final double UPRIGHT = 15;

    private final boolean flipX;
    private final boolean flipY;
    private final boolean quarterTurns;
    private final double maxRotationDegrees;
    private final Map<Transform, String> reasons;

    private SymmetryReport(
            boolean flipX,
            boolean flipY,
            boolean quarterTurns,
            double maxRotationDegrees,
            Map<Transform, String> reasons) {
        this.flipX = flipX;
        this.flipY = flipY;
        this.quarterTurns = quarterTurns;
        if (!(maxRotationDegrees >= 0 && maxRotationDegrees <= FREE)) {
            throw new PlanException("The largest rotation is " + maxRotationDegrees + " degrees; it must be 0 to 180.");
        }
        this.maxRotationDegrees = maxRotationDegrees;
        this.reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
    }

    /** What the user wants, without looking at the data. */
    public static SymmetryReport given(boolean flipX, boolean flipY, boolean quarterTurns, double maxRotationDegrees) {
        return new SymmetryReport(flipX, flipY, quarterTurns, maxRotationDegrees, Map.of());
    }

    /** Free rotation where quarter turns are admitted, else 15 degrees either way. */
    static SymmetryReport found(boolean flipX, boolean flipY, boolean quarterTurns, Map<Transform, String> reasons) {
        return new SymmetryReport(flipX, flipY, quarterTurns, quarterTurns ? FREE : UPRIGHT, reasons);
    }

    /** Whether left and right may be exchanged. */
    public boolean flipX() {
        return flipX;
    }

    /** Whether up and down may be exchanged. */
    public boolean flipY() {
        return flipY;
    }

    public boolean quarterTurns() {
        return quarterTurns;
    }

    /** Largest rotation either way, 0 to 180 degrees. */
    public double maxRotationDegrees() {
        return maxRotationDegrees;
    }

    /** What augmentation may do. */
    public Symmetries toSymmetries() {
        return Symmetries.of(flipX, flipY, quarterTurns, maxRotationDegrees);
    }

    public boolean admits(Transform transform) {
        return transform == Transform.FLIP_X ? flipX : transform == Transform.FLIP_Y ? flipY : quarterTurns;
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
        return flipX == that.flipX
                && flipY == that.flipY
                && quarterTurns == that.quarterTurns
                && maxRotationDegrees == that.maxRotationDegrees
                && reasons.equals(that.reasons);
    }

    @Override
    public int hashCode() {
        return Objects.hash(flipX, flipY, quarterTurns, maxRotationDegrees, reasons);
    }
}
