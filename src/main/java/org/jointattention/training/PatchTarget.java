package org.jointattention.training;

/** The place of one patch in a batch's arrays. */
final class PatchTarget {
    private final float[] images;
    private final byte[] labels;
    private final int channels;
    private final int index;
    private final int pixels;

    PatchTarget(float[] images, byte[] labels, int channels, int index, int pixels) {
        this.images = images;
        this.labels = labels;
        this.channels = channels;
        this.index = index;
        this.pixels = pixels;
    }

    float[] images() {
        return images;
    }

    byte[] labels() {
        return labels;
    }

    int channels() {
        return channels;
    }

    int imageOffset() {
        return index * pixels * channels;
    }

    int labelOffset() {
        return index * pixels;
    }

    /** Whether nobody labelled any of the patch's pixels. */
    boolean isUnlabelled() {
        for (int i = labelOffset(); i < labelOffset() + pixels; i++) {
            if (labels[i] != -1) {
                return false;
            }
        }
        return true;
    }
}
