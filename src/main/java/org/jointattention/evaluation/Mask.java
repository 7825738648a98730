package org.jointattention.evaluation;

import java.util.Optional;

/** One image of class ids: 0 is background, {@value #IGNORED} in a truth mask means "not known, leave out". */
public final class Mask {
    /** Truth pixels of this value count nowhere. */
    public static final int IGNORED = 255;

    private final int width;
    private final int height;
    private final int[] labels;
    private final PixelSize pixelSize;

    /** A mask of unknown pixel size. */
    public Mask(int width, int height, int[] labels) {
        this(width, height, labels, null);
    }

    /**
     * @param labels class ids, row by row, not copied
     * @param pixelSize null if not known
     * @throws IllegalArgumentException if the number of labels does not fit
     */
    public Mask(int width, int height, int[] labels, PixelSize pixelSize) {
        if ((long) width * height != labels.length) {
            throw new IllegalArgumentException(
                    width + "x" + height + " pixels do not fit " + labels.length + " labels.");
        }
        this.width = width;
        this.height = height;
        this.labels = labels;
        this.pixelSize = pixelSize;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The class id at pixel {@code y * width + x}. */
    public int label(int pixel) {
        return labels[pixel];
    }

    public int pixels() {
        return labels.length;
    }

    public Optional<PixelSize> pixelSize() {
        return Optional.ofNullable(pixelSize);
    }

    /** Width and height for messages, such as {@code 640x480}. */
    public String size() {
        return width + "x" + height;
    }

    public boolean hasSizeOf(Mask other) {
        return width == other.width && height == other.height;
    }
}
