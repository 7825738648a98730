package org.jointattention.training;

/** The patches of one step, and their labels. The arrays are reused once the batch is recycled. */
public final class Batch {
    private final float[] images;
    private final byte[] labels;
    private long step;

    Batch(BatchOptions options, int channels) {
        int pixels = Math.multiplyExact(options.batch(), Math.multiplyExact(options.patch(), options.patch()));
        this.labels = new byte[pixels];
        this.images = new float[Math.multiplyExact(pixels, channels)];
    }

    /** Batch x patch x patch x channels values (NHWC). */
    public float[] images() {
        return images;
    }

    /** Batch x patch x patch class indices; 255 where nobody labelled. */
    public byte[] labels() {
        return labels;
    }

    public long step() {
        return step;
    }

    void setStep(long value) {
        step = value;
    }
}
