package org.jointattention.segmentation;

import ij.ImagePlus;
import java.nio.file.Path;
import java.util.function.IntFunction;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import org.jointattention.image.ImageFiles;
import org.jointattention.image.ImagePlanes;
import org.jointattention.image.LargeTiff;
import org.jointattention.model.ModelSpec;

/** The planes of an image file as a model sees them, and what results keep of the image. */
final class FilePlanes implements PlaneStack {
    private final ImagePlus source;
    private final String mapping;
    private final int count;
    private final int width;
    private final int height;
    private final IntFunction<RandomAccessibleInterval<FloatType>> planes;

    private FilePlanes(ImagePlus source, ImagePlanes planes) {
        this(source, planes.mapping(), planes.count(), planes.width(), planes.height(), planes::plane);
    }

    private FilePlanes(
            ImagePlus source,
            String mapping,
            int count,
            int width,
            int height,
            IntFunction<RandomAccessibleInterval<FloatType>> planes) {
        this.source = source;
        this.mapping = mapping;
        this.count = count;
        this.width = width;
        this.height = height;
        this.planes = planes;
    }

    /**
     * Opens a file, whose planes must fit into memory one by one.
     *
     * @param virtual whether the planes of a stack are always read when they are wanted, not only where they are large
     * @throws org.jointattention.image.ImageException if it cannot be read, or does not have the model's channels
     */
    static FilePlanes whole(Path file, ModelSpec spec, boolean virtual) {
        ImagePlus image = virtual ? ImageFiles.openVirtual(file) : ImageFiles.open(file);
        return new FilePlanes(image, ImagePlanes.of(image, spec));
    }

    /**
     * As {@link #whole}, but a large TIFF plane is read some rows at a time; the source has one pixel then.
     *
     * @param rows that are read at a time, of tiles beside each other
     */
    static FilePlanes inParts(Path file, ModelSpec spec, boolean virtual, int rows) {
        return LargeTiff.of(file)
                .filter(tiff -> spec.slices() == 1 && tiff.channels() == spec.imageChannels())
                .map(tiff -> of(tiff, rows))
                .orElseGet(() -> whole(file, spec, virtual));
    }

    static FilePlanes of(LargeTiff tiff, int rows) {
        RandomAccessibleInterval<FloatType> plane = tiff.plane(rows);
        return new FilePlanes(tiff.standIn(), tiff.mapping(), 1, tiff.width(), tiff.height(), index -> plane);
    }

    /** The image that the planes belong to. */
    ImagePlus source() {
        return source;
    }

    /** The axes in words, as {@link ImagePlanes#mapping} has them. */
    String mapping() {
        return mapping;
    }

    /** Of all planes. */
    long pixels() {
        return (long) width * height * count;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public RandomAccessibleInterval<FloatType> plane(int index) {
        return planes.apply(index);
    }
}
