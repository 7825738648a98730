package org.jointattention.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jointattention.image.Symmetry;

/** The flips and turns under which images of a kind remain plausible. Immutable. */
public final class Symmetries {
    private final boolean flipX;
    private final boolean flipY;
    private final boolean quarterTurns;
    private final double maxRotationDegrees;

    private Symmetries(boolean flipX, boolean flipY, boolean quarterTurns, double maxRotationDegrees) {
        if (!(maxRotationDegrees >= 0 && maxRotationDegrees <= 180)) {
            throw new IllegalArgumentException(
                    "The largest rotation is " + maxRotationDegrees + " degrees; it must be 0 to 180.");
        }
        this.flipX = flipX;
        this.flipY = flipY;
        this.quarterTurns = quarterTurns;
        this.maxRotationDegrees = maxRotationDegrees;
    }

    /**
     * @param flipX left and right may change places
     * @param flipY top and bottom may change places
     * @param quarterTurns turns by 90, 180 and 270 degrees
     * @param maxRotationDegrees rotations up to this angle, either way, 0 to 180
     */
    public static Symmetries of(boolean flipX, boolean flipY, boolean quarterTurns, double maxRotationDegrees) {
        return new Symmetries(flipX, flipY, quarterTurns, maxRotationDegrees);
    }

    public static Symmetries none() {
        return new Symmetries(false, false, false, 0);
    }

    /** Every flip, turn and rotation: images without an up and down, as in most of microscopy. */
    public static Symmetries all() {
        return new Symmetries(true, true, true, 180);
    }

    public boolean flipX() {
        return flipX;
    }

    public boolean flipY() {
        return flipY;
    }

    public boolean quarterTurns() {
        return quarterTurns;
    }

    public double maxRotationDegrees() {
        return maxRotationDegrees;
    }

    /** Every combination of the flips and quarter turns, each once, the identity first: 1, 2, 4 or 8. */
    List<Symmetry> orientations() {
        List<Symmetry> orientations = new ArrayList<>();
        for (Symmetry orientation : Symmetry.values()) {
            if (admits(orientation)) {
                orientations.add(orientation);
            }
        }
        return Collections.unmodifiableList(orientations);
    }

    private boolean admits(Symmetry orientation) {
        boolean flips = flipX || flipY;
        if (quarterTurns) {
            return flips || orientation.isTurn();
        }
        return !orientation.transposes() && (flipX || orientation.signX() > 0) && (flipY || orientation.signY() > 0);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Symmetries)) {
            return false;
        }
        Symmetries that = (Symmetries) other;
        return flipX == that.flipX
                && flipY == that.flipY
                && quarterTurns == that.quarterTurns
                && maxRotationDegrees == that.maxRotationDegrees;
    }

    @Override
    public int hashCode() {
        return Objects.hash(flipX, flipY, quarterTurns, maxRotationDegrees);
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        if (flipX) {
            parts.add("left-right flips");
        }
        if (flipY) {
            parts.add("up-down flips");
        }
        if (quarterTurns) {
            parts.add("quarter turns");
        }
        if (maxRotationDegrees > 0) {
            parts.add("rotations up to " + maxRotationDegrees + " degrees");
        }
        return parts.isEmpty() ? "no symmetry" : String.join(", ", parts);
    }
}
