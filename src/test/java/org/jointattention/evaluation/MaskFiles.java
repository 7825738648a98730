package org.jointattention.evaluation;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Writes masks into files for tests. */
public final class MaskFiles {
    private MaskFiles() {}

    /** An 8-bit grey image; the format by the extension (png, bmp). */
    public static void grey(Path file, String... rows) throws IOException {
        Mask mask = Masks.draw(rows);
        BufferedImage image = new BufferedImage(mask.width(), mask.height(), BufferedImage.TYPE_BYTE_GRAY);
        write(image, mask, file);
    }

    /** An image with a palette; the class ids are its indices, the colours tell nothing about them. */
    public static void palette(Path file, String... rows) throws IOException {
        Mask mask = Masks.draw(rows);
        byte[] shuffled = new byte[256];
        for (int i = 0; i < 256; i++) {
            shuffled[i] = (byte) (i * 77 + 9);
        }
        IndexColorModel colours = new IndexColorModel(8, 256, shuffled, new byte[256], shuffled);
        write(new BufferedImage(mask.width(), mask.height(), BufferedImage.TYPE_BYTE_INDEXED, colours), mask, file);
    }

    private static void write(BufferedImage image, Mask mask, Path file) throws IOException {
        for (int pixel = 0; pixel < mask.pixels(); pixel++) {
            image.getRaster().setSample(pixel % mask.width(), pixel / mask.width(), 0, mask.label(pixel));
        }
        String name = file.getFileName().toString();
        if (!ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile())) {
            throw new IOException("No writer for " + name);
        }
    }

    /** A TIFF with a page a mask, all of the same size; the pixel size of the first. */
    static void tiff(Path file, Mask... masks) throws IOException {
        ImageStack stack = new ImageStack(masks[0].width(), masks[0].height());
        for (Mask mask : masks) {
            ImageProcessor pixels = new ByteProcessor(mask.width(), mask.height());
            for (int pixel = 0; pixel < mask.pixels(); pixel++) {
                pixels.set(pixel, mask.label(pixel));
            }
            stack.addSlice(pixels);
        }
        ImagePlus image = new ImagePlus("masks", stack);
        masks[0].pixelSize().ifPresent(size -> image.setCalibration(calibration(size)));
        save(image, file);
    }

    /** Saves any image as TIFF. */
    static void save(ImagePlus image, Path file) throws IOException {
        FileSaver saver = new FileSaver(image);
        boolean saved =
                image.getStackSize() > 1 ? saver.saveAsTiffStack(file.toString()) : saver.saveAsTiff(file.toString());
        if (!saved) {
            throw new IOException("Not saved: " + file);
        }
    }

    private static Calibration calibration(PixelSize size) {
        Calibration calibration = new Calibration();
        calibration.pixelWidth = size.width();
        calibration.pixelHeight = size.height();
        calibration.setUnit(size.unit());
        return calibration;
    }
}
