package org.jointattention.training;

import java.util.Objects;
import org.jointattention.image.FloatPlane;

/** One image with the class of each of its pixels. */
public final class Sample {
    private final String name;
    private final FloatPlane image;
    private final byte[] labels;

    /**
     * @param name for messages: the file, and the slice where there are several
     * @param labels class index of each pixel, row-major; 255 where nobody labelled
     * @throws IllegalArgumentException if image and labels differ in size
     */
    public Sample(String name, FloatPlane image, byte[] labels) {
        if (image.width() * image.height() != labels.length) {
            throw new IllegalArgumentException(name + ": the image has " + image.width() + "x" + image.height()
                    + " pixels, but there are " + labels.length + " labels.");
        }
        this.name = Objects.requireNonNull(name);
        this.image = image;
        this.labels = labels;
    }

    public String name() {
        return name;
    }

    public FloatPlane image() {
        return image;
    }

    /** The labels themselves, not a copy. */
    public byte[] labels() {
        return labels;
    }

    public int label(int x, int y) {
        return labels[y * image.width() + x] & 0xff;
    }
}
