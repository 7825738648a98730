package org.jointattention.image;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.Opener;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.List;

/** Makes ImageJ images out of decoded frames with the samples of the file: palette indices, grey values or RGB. */
final class RasterImages {
    private static final String[] CHANNEL_NAMES = {"Red", "Green", "Blue"};

    private RasterImages() {}

    /** Colour of 16 bits becomes three channels; several frames become slices. */
    static ImagePlus toImagePlus(String title, List<BufferedImage> frames, FileFormat format) {
        BufferedImage first = frames.get(0);
        if (colours(first) >= 3 && isDeep(first)) {
            return deepColour(title, first);
        }
        ImagePlus image = frames.size() == 1
                ? new ImagePlus(title, processor(first, false))
                : new ImagePlus(title, stack(title, frames));
        image.setTypeToColor256(); // where the LUT is no scale, the values are numbers of colours
        if (format == FileFormat.JPEG) {
            Opener.convertGrayJpegTo8Bits(image); // as File > Open does
        }
        return image;
    }

    private static ImageStack stack(String title, List<BufferedImage> frames) {
        BufferedImage first = frames.get(0);
        boolean samePalette = frames.stream().allMatch(f -> f.getColorModel().equals(first.getColorModel()));
        ImageStack stack = new ImageStack(first.getWidth(), first.getHeight());
        for (BufferedImage frame : frames) {
            if (frame.getWidth() != first.getWidth() || frame.getHeight() != first.getHeight()) {
                throw new ImageException(title + " is an animation whose frames differ in size."
                        + " Open it in ImageJ and save it as a TIFF stack.");
            }
            stack.addSlice(null, processor(frame, !samePalette));
        }
        if (samePalette) {
            stack.setColorModel(processor(first, false).getColorModel());
        }
        return stack;
    }

    private static ImageProcessor processor(BufferedImage frame, boolean paletteAsRgb) {
        boolean palette = frame.getColorModel() instanceof IndexColorModel;
        if (palette ? paletteAsRgb : colours(frame) >= 3) {
            return colour(frame);
        }
        if (isDeep(frame)) {
            return deepBand(frame, 0);
        }
        ImageProcessor processor = band(frame);
        if (palette) {
            processor.setLut(lut((IndexColorModel) frame.getColorModel()));
        }
        return processor;
    }

    private static int colours(BufferedImage frame) {
        return frame.getColorModel() instanceof IndexColorModel
                ? 1
                : frame.getColorModel().getNumColorComponents();
    }

    private static boolean isDeep(BufferedImage frame) {
        return frame.getSampleModel().getSampleSize(0) == Short.SIZE;
    }

    private static ImageProcessor band(BufferedImage frame) {
        int width = frame.getWidth();
        byte[] pixels = new byte[width * frame.getHeight()];
        int[] row = new int[width];
        for (int y = 0; y < frame.getHeight(); y++) {
            frame.getRaster().getSamples(0, y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = (byte) row[x];
            }
        }
        return new ByteProcessor(width, frame.getHeight(), pixels);
    }

    private static ImageProcessor deepBand(BufferedImage frame, int band) {
        int width = frame.getWidth();
        short[] pixels = new short[width * frame.getHeight()];
        int[] row = new int[width];
        for (int y = 0; y < frame.getHeight(); y++) {
            frame.getRaster().getSamples(0, y, width, 1, band, row);
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = (short) row[x];
            }
        }
        return new ShortProcessor(width, frame.getHeight(), pixels, null);
    }

    private static ImagePlus deepColour(String title, BufferedImage frame) {
        ImageStack stack = new ImageStack(frame.getWidth(), frame.getHeight());
        for (int c = 0; c < CHANNEL_NAMES.length; c++) {
            stack.addSlice(CHANNEL_NAMES[c], deepBand(frame, c));
        }
        ImagePlus image = new ImagePlus(title, stack);
        image.setDimensions(CHANNEL_NAMES.length, 1, 1);
        return new CompositeImage(image, IJ.COMPOSITE);
    }

    private static ImageProcessor colour(BufferedImage frame) {
        int width = frame.getWidth();
        int[] pixels = frame.getRGB(0, 0, width, frame.getHeight(), null, 0, width);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] |= 0xff000000;
        }
        return new ColorProcessor(width, frame.getHeight(), pixels);
    }

    private static LUT lut(IndexColorModel palette) {
        byte[][] rgb = new byte[3][256];
        palette.getReds(rgb[0]);
        palette.getGreens(rgb[1]);
        palette.getBlues(rgb[2]);
        return new LUT(rgb[0], rgb[1], rgb[2]);
    }
}
