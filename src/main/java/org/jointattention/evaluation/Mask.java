package org.jointattention.evaluation;

import ij.ImagePlus;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jointattention.image.ImageException;
import org.jointattention.image.ImageFiles;
import org.jointattention.image.LabelPlane;
import org.jointattention.model.ModelSpec;

/** One image of class ids: 0 is background, {@value #IGNORED} in a truth mask means "not known, leave out". */
public final class Mask {
    /** Truth pixels of this value count nowhere. */
    public static final int IGNORED = ModelSpec.IGNORE;

    private final LabelPlane labels;
    private final PixelSize pixelSize;

    /** A mask of unknown pixel size. */
    public Mask(LabelPlane labels) {
        this(labels, null);
    }

    /** @param pixelSize null if not known */
    public Mask(LabelPlane labels, PixelSize pixelSize) {
        this.labels = Objects.requireNonNull(labels);
        this.pixelSize = pixelSize;
    }

    /**
     * Reads the masks in an image file: one, or one a page.
     *
     * @return at least one mask, in the order of the pages; pixel values (for palette images the indices) are class ids
     * @throws EvaluationException naming the file, if it is not a mask that can be read
     * @see ImageFiles#openLabels
     */
    public static List<Mask> read(Path file) {
        try {
            return of(ImageFiles.openLabelImage(file), file.toString());
        } catch (ImageException e) {
            throw new EvaluationException(e.getMessage(), e);
        }
    }

    /**
     * The masks in an open image, one a plane.
     *
     * @param name of the image in messages
     * @throws EvaluationException if it has several channels, or pixels that are no class ids
     */
    static List<Mask> of(ImagePlus image, String name) {
        try {
            PixelSize pixelSize = PixelSize.of(image.getCalibration()).orElse(null);
            return LabelPlane.of(image, name).stream()
                    .map(labels -> new Mask(labels, pixelSize))
                    .collect(Collectors.toList());
        } catch (ImageException e) {
            throw new EvaluationException(e.getMessage(), e);
        }
    }

    public int width() {
        return labels.width();
    }

    public int height() {
        return labels.height();
    }

    /** The class id at pixel {@code y * width + x}. */
    public int label(int pixel) {
        return labels.get(pixel);
    }

    public int pixels() {
        return labels.size();
    }

    /** The mask with 1 instead of another value and all else as it is. */
    Mask toOne(int value) {
        int[] values = labels.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] == value ? 1 : values[i];
        }
        return new Mask(new LabelPlane(width(), height(), values), pixelSize);
    }

    public Optional<PixelSize> pixelSize() {
        return Optional.ofNullable(pixelSize);
    }

    /** Width and height for messages, such as {@code 640x480}. */
    public String size() {
        return width() + "x" + height();
    }

    public boolean hasSizeOf(Mask other) {
        return width() == other.width() && height() == other.height();
    }
}
