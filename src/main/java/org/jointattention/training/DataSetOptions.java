package org.jointattention.training;

/** How training data is to be read. Immutable: each {@code with} method returns a changed copy. */
public final class DataSetOptions {
    /** Class ids run from 0 to 253: a model has at most 254 classes, and 255 is the ignore label. */
    static final int MAX_CLASSES = 254;

    private final int classes;
    private final boolean whiteForeground;
    private final int slices;

    private DataSetOptions(int classes, boolean whiteForeground, int slices) {
        this.classes = classes;
        this.whiteForeground = whiteForeground;
        this.slices = slices;
    }

    /** The number of classes is found from the masks. */
    public static DataSetOptions standard() {
        return new DataSetOptions(0, true, 1);
    }

    /**
     * @param value number of classes, background included, 2 to 254; 0 to find it from the masks
     * @throws IllegalArgumentException if it is out of its range
     */
    public DataSetOptions withClasses(int value) {
        if (value != 0 && (value < 2 || value > MAX_CLASSES)) {
            throw new IllegalArgumentException("The number of classes is " + value + "; it must be 2 to " + MAX_CLASSES
                    + ", background included, or 0 to find it from the masks.");
        }
        return new DataSetOptions(value, whiteForeground, slices);
    }

    /** 255 means unlabelled in any case, also where masks hold 0 and 255 alone. */
    public DataSetOptions withWhiteUnlabelled() {
        return new DataSetOptions(classes, false, slices);
    }

    /** @param value slices that are seen at once, as further channels; odd */
    DataSetOptions withSlices(int value) {
        return new DataSetOptions(classes, whiteForeground, value);
    }

    int slices() {
        return slices;
    }

    /** Number of classes, background included; 0 where it is to be found from the masks. */
    public int classes() {
        return classes;
    }

    /** Whether masks of 0 and 255 alone are read as classes 0 and 1. */
    boolean isWhiteForeground() {
        return whiteForeground;
    }
}
