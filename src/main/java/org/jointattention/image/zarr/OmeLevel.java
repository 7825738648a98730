package org.jointattention.image.zarr;

/** A resolution of an image. */
public final class OmeLevel {
    private final ChunkedArray array;
    private final Transform transform;

    OmeLevel(ChunkedArray array, Transform transform) {
        this.array = array;
        this.transform = transform;
    }

    /** The pixels; axes as the image has them, slowest first. */
    public ChunkedArray array() {
        return array;
    }

    /** Where the pixels lie, before what applies to all levels. */
    public Transform transform() {
        return transform;
    }
}
