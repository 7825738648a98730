package org.jointattention.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import ij.process.LUT;
import java.awt.Color;
import java.util.Arrays;
import org.jointattention.model.NormalizationSpec;

/** One plane of an image as RGB pixels, without changing what the image shows. */
final class PlanePicture {
    private static final NormalizationSpec STRETCH = NormalizationSpec.percentile(0.2, 99.8);
    private static final Color[] CHANNEL_COLOURS = {
        Color.red, Color.green, Color.blue, Color.white, Color.cyan, Color.magenta, Color.yellow
    };

    private PlanePicture() {}

    /** The channels added up, each in its own LUT; pixels 0xffRRGGBB. */
    static int[] rgb(ImagePlus image, int plane) {
        int channels = image.getNChannels();
        int[] result = new int[image.getWidth() * image.getHeight()];
        Arrays.fill(result, 0xff000000);
        for (int c = 0; c < channels; c++) {
            ImageProcessor pixels = image.getStack().getProcessor(plane * channels + c + 1);
            if (pixels.getBitDepth() == 24) {
                return ((int[]) pixels.getPixels()).clone();
            }
            add(result, pixels, lut(image, c), channels == 1);
        }
        return result;
    }

    private static LUT lut(ImagePlus image, int channel) {
        if (image instanceof CompositeImage) {
            return ((CompositeImage) image).getChannelLut(channel + 1);
        }
        if (image.getNChannels() > 1) {
            return LUT.createLutFromColor(CHANNEL_COLOURS[channel % CHANNEL_COLOURS.length]);
        }
        return image.getProcessor().getLut();
    }

    private static void add(int[] rgb, ImageProcessor pixels, LUT lut, boolean alone) {
        byte[] table = lut.getBytes();
        float[] values = new float[rgb.length];
        PixelArrays.toFloat(pixels.getPixels(), values, 0, 1);
        boolean stretch = pixels.getBitDepth() > 8 || alone && isUntouchedGrey(pixels, lut);
        Normalizer normalizer = stretch
                ? Normalizer.fit(STRETCH, new FloatPlane(pixels.getWidth(), pixels.getHeight(), 1, values))
                : null;
        double range = Math.max(1, lut.max - lut.min);
        for (int i = 0; i < rgb.length; i++) {
            double shown = stretch ? normalizer.apply(0, values[i]) : (values[i] - lut.min) / range;
            int index = (int) (255 * Math.min(1, Math.max(0, shown)) + 0.5);
            rgb[i] = sum(rgb[i], table[index] & 0xff, table[256 + index] & 0xff, table[512 + index] & 0xff);
        }
    }

    /** Whether nobody chose how an 8-bit image is shown; dark ones are hard to see then. */
    private static boolean isUntouchedGrey(ImageProcessor pixels, LUT lut) {
        return !pixels.isColorLut() && !pixels.isInvertedLut() && lut.min == 0 && lut.max == 255;
    }

    private static int sum(int rgb, int red, int green, int blue) {
        int r = Math.min(255, (rgb >> 16 & 0xff) + red);
        int g = Math.min(255, (rgb >> 8 & 0xff) + green);
        int b = Math.min(255, (rgb & 0xff) + blue);
        return 0xff000000 | r << 16 | g << 8 | b;
    }
}
