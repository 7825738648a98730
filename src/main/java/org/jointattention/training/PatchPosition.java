package org.jointattention.training;

/** Which part of which sample a patch shows, before augmentation. */
public final class PatchPosition {
    private final int sample;
    private final int left;
    private final int top;

    PatchPosition(int sample, int left, int top) {
        this.sample = sample;
        this.left = left;
        this.top = top;
    }

    /** Index of the sample. */
    public int sample() {
        return sample;
    }

    /** The patch's first column; negative where the sample is smaller than a patch. */
    public int left() {
        return left;
    }

    /** The patch's first row; negative where the sample is smaller than a patch. */
    public int top() {
        return top;
    }
}
