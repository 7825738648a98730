package org.jointattention.image;

/**
 * Changes the size of images. Pixels are little squares, so the outer edges of the image stay where they are: averages
 * of the area when shrinking, bilinear interpolation between pixel centres when enlarging, per axis.
 */
public final class Resampler {
    private Resampler() {}

    /** A new image of the given size, also where the size is the same. */
    public static FloatPlane resize(FloatPlane image, int newWidth, int newHeight) {
        checkSize(newWidth, newHeight, image.channels());
        return vertically(horizontally(image, newWidth), newHeight);
    }

    /** Takes the nearest label, so that no new class ids arise; labels row-major. */
    public static byte[] resizeLabels(byte[] labels, int width, int height, int newWidth, int newHeight) {
        checkSize(newWidth, newHeight, 1);
        if ((long) width * height != labels.length) {
            throw new IllegalArgumentException(
                    width + "x" + height + " pixels do not fit " + labels.length + " labels.");
        }
        byte[] result = new byte[newWidth * newHeight];
        for (int y = 0; y < newHeight; y++) {
            int row = nearest(y, height, newHeight) * width;
            for (int x = 0; x < newWidth; x++) {
                result[y * newWidth + x] = labels[row + nearest(x, width, newWidth)];
            }
        }
        return result;
    }

    /** The number of pixels after scaling: rounded, at least 1. */
    public static int scaled(int extent, double scale) {
        if (!(scale > 0) || extent * scale > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("Cannot scale " + extent + " pixels by " + scale + ".");
        }
        return (int) Math.max(1, Math.round(extent * scale));
    }

    private static void checkSize(int width, int height, int channels) {
        if (width < 1 || height < 1 || (long) width * height * channels > Integer.MAX_VALUE - 8) {
            throw new ImageException("An image cannot be resized to " + width + "x" + height + " pixels with "
                    + channels + " channel(s); choose a scale that gives at least one pixel and fits into memory.");
        }
    }

    /** The pixel under the centre of a new pixel, in whole numbers so that nothing is rounded. */
    private static int nearest(int index, int extent, int newExtent) {
        return (int) ((2L * index + 1) * extent / (2L * newExtent));
    }

    private static FloatPlane horizontally(FloatPlane image, int newWidth) {
        int channels = image.channels();
        AxisKernel kernel = new AxisKernel(image.width(), newWidth);
        checkSize(newWidth, image.height(), channels);
        float[] result = new float[newWidth * image.height() * channels];
        for (int y = 0, to = 0; y < image.height(); y++) {
            for (int x = 0; x < newWidth; x++) {
                int from = (y * image.width() + kernel.first(x)) * channels;
                for (int c = 0; c < channels; c++) {
                    result[to++] = kernel.sum(x, image.values(), from + c, channels);
                }
            }
        }
        return new FloatPlane(newWidth, image.height(), channels, result);
    }

    private static FloatPlane vertically(FloatPlane image, int newHeight) {
        int stride = image.width() * image.channels();
        AxisKernel kernel = new AxisKernel(image.height(), newHeight);
        float[] result = new float[stride * newHeight];
        for (int y = 0, to = 0; y < newHeight; y++) {
            int from = kernel.first(y) * stride;
            for (int i = 0; i < stride; i++) {
                result[to++] = kernel.sum(y, image.values(), from + i, stride);
            }
        }
        return new FloatPlane(image.width(), newHeight, image.channels(), result);
    }
}
