package org.jointattention.image;

import ij.ImagePlus;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import org.jointattention.model.ModelSpec;

/**
 * An ImagePlus as a sequence of 2-D images of one or more channels, without copying its pixels. ImageJ's channels are
 * channels; every slice of every frame is an image of its own, slices counting fastest. An RGB image has 3 channels.
 *
 * <p>Values are the raw pixel values: value calibration, display range and LUT do not count. What ImageJ calls 8-bit
 * Color, a picture whose values are numbers of colours as in some PNG and GIF files, is RGB; where one channel is asked
 * for, it is refused. Other images of three channels that are equal everywhere, such as grey pictures saved as RGB, are
 * one channel where one is asked for.
 *
 * <pre>{@code
 * ImagePlanes planes = ImagePlanes.of(image, 3);
 * for (int i = 0; i < planes.count(); i++) {
 *     FloatPlane plane = planes.read(i);
 * }
 * }</pre>
 */
public final class ImagePlanes {
    private final ImageLayout layout;
    private final StackPixels pixels;
    private final int seen;

    private ImagePlanes(ImageLayout layout, StackPixels pixels) {
        this(layout, pixels, 1);
    }

    private ImagePlanes(ImageLayout layout, StackPixels pixels, int seen) {
        this.layout = layout;
        this.pixels = pixels;
        this.seen = seen;
    }

    /** @throws ImageException if the image has no pixels, or several channels of RGB */
    public static ImagePlanes of(ImagePlus image) {
        boolean paletteAsRgb = image.getNChannels() == 1 && isPalette(image);
        return new ImagePlanes(ImageLayout.of(image, paletteAsRgb), new StackPixels(image, paletteAsRgb));
    }

    /** @throws ImageException if the image does not have exactly the channels that are expected; it says what to do */
    public static ImagePlanes of(ImagePlus image, int expectedChannels) {
        boolean paletteAsRgb = expectedChannels == 3 && image.getNChannels() == 1 && isPalette(image);
        ImagePlanes planes = new ImagePlanes(ImageLayout.of(image, paletteAsRgb), new StackPixels(image, paletteAsRgb));
        if (expectedChannels == 1 && planes.channels() == 3 && planes.pixels.isGrey()) {
            return new ImagePlanes(planes.layout.grey(), planes.pixels.grey());
        }
        planes.layout.require(expectedChannels);
        return planes;
    }

    /**
     * The image as a model sees it: with the model's channels, and where the model sees several slices at once, these as
     * further channels ({@link NeighbourSlices}).
     *
     * @throws ImageException if the image does not have the model's channels, or has one slice only where the model sees
     *     several; it says what to do
     */
    public static ImagePlanes of(ImagePlus image, ModelSpec spec) {
        ImagePlanes planes = of(image, spec.imageChannels());
        if (spec.slices() > 1 && planes.slices() == 1) {
            throw new ImageException("The model sees " + spec.slices() + " neighbouring slices at once, but \""
                    + image.getTitle() + "\" has one slice (" + planes.mapping() + "). "
                    + (planes.frames() > 1
                            ? "If its frames are slices, swap them: Image > Hyperstacks > Re-order Hyperstack."
                            : "Open the whole stack, or choose a model that sees one slice."));
        }
        return new ImagePlanes(planes.layout, planes.pixels, spec.slices());
    }

    /** Number of 2-D images: slices times frames. */
    public int count() {
        return layout.count();
    }

    /** Channels of what is seen with a plane, those of its neighbours included. */
    public int channels() {
        return layout.channels() * seen;
    }

    public int width() {
        return layout.width();
    }

    public int height() {
        return layout.height();
    }

    public int slices() {
        return layout.slices();
    }

    public int frames() {
        return layout.frames();
    }

    /**
     * A view of one image with axes (x, y, c), not to be written to; nothing is copied, unless several slices are seen at
     * once.
     */
    public RandomAccessibleInterval<FloatType> plane(int index) {
        if (seen > 1) {
            return read(index).view();
        }
        return new PlaneViews(pixels, width(), height()).of(stackIndices(index));
    }

    /**
     * A copy of one image.
     *
     * @throws ImageException if it has more values than a Java array holds
     */
    public FloatPlane read(int index) {
        return NeighbourSlices.of(this::readOne, index, slices(), seen);
    }

    private FloatPlane readOne(int index) {
        int channels = layout.channels();
        long size = (long) width() * height() * channels;
        if (size * seen > Integer.MAX_VALUE - 8) {
            throw new ImageException("A plane of \"" + layout.title() + "\" (" + mapping()
                    + ") is too large to be copied into memory; crop it or reduce its size.");
        }
        float[] values = new float[(int) size];
        int[] indices = stackIndices(index);
        if (pixels.bitDepth() == 24) {
            PixelArrays.rgbToFloat((int[]) pixels.get(indices[0]), values);
        } else {
            for (int c = 0; c < indices.length; c++) {
                PixelArrays.toFloat(pixels.get(indices[c]), values, c, channels);
            }
        }
        return new FloatPlane(width(), height(), channels, values);
    }

    /** Where the image lies in the stack, such as {@code z=2 t=1}; axes of length 1 are left out. */
    public String label(int index) {
        checkIndex(index);
        String z = layout.slices() > 1 ? "z=" + (index % layout.slices() + 1) : "";
        String t = layout.frames() > 1 ? "t=" + (index / layout.slices() + 1) : "";
        return (z + " " + t).trim();
    }

    /** The axes in words: {@code x=256 y=256 channels=3 slices=5 frames=1: 5 images of 3 channels}. */
    public String mapping() {
        return layout.text();
    }

    private static boolean isPalette(ImagePlus image) {
        return image.getWidth() > 0 && ImageLayout.isPalette(image);
    }

    /** ImageJ's stack order is always channel, slice, frame. */
    private int[] stackIndices(int index) {
        checkIndex(index);
        int[] indices = new int[pixels.bitDepth() == 24 ? 1 : layout.channels()];
        for (int c = 0; c < indices.length; c++) {
            indices[c] = index * pixels.channels() + c + 1;
        }
        return indices;
    }

    private void checkIndex(int index) {
        if (index < 0 || index >= count()) {
            throw new IndexOutOfBoundsException("Image " + index + " of " + count());
        }
    }
}
