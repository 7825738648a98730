package org.jointattention.training;

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

    public SymmetryReport symmetries() {
        return symmetries;
    }

    /** What users write. */
    @Override
    public String toString() {
        return text;
    }
}
