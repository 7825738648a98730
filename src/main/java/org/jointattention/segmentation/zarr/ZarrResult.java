package org.jointattention.segmentation.zarr;

/** What became of an image of OME-Zarr. */
public final class ZarrResult {
    private final String labels;
    private final long pixels;
    private final boolean computed;

    ZarrResult(String labels, long pixels, boolean computed) {
        this.labels = labels;
        this.pixels = pixels;
        this.computed = computed;
    }

    /** Where the labels are. */
    public String labels() {
        return labels;
    }

    /** Of all planes. */
    public long pixels() {
        return pixels;
    }

    /** False if complete labels of the same image, model and settings were there. */
    public boolean isComputed() {
        return computed;
    }
}
