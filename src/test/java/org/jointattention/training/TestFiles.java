package org.jointattention.training;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Writes small images for tests. */
final class TestFiles {
    private TestFiles() {}

    /** An 8-bit image by its extension: tif by ImageJ, others by ImageIO. */
    static void write(Path file, int width, int height, int... pixels) {
        if (file.toString().toLowerCase().contains(".tif")) {
            ByteProcessor processor = new ByteProcessor(width, height);
            for (int i = 0; i < pixels.length; i++) {
                processor.set(i, pixels[i]);
            }
            tiff(file, processor);
            return;
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setPixels(0, 0, width, height, pixels);
        write(file, image);
    }

    static void write(Path file, BufferedImage image) {
        String name = file.getFileName().toString();
        String format = name.substring(name.lastIndexOf('.') + 1).toLowerCase();
        try {
            Files.createDirectories(file.getParent());
            if (!ImageIO.write(image, format, file.toFile())) {
                throw new AssertionError("no writer for " + format);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A TIFF with a page for each processor. */
    static void tiff(Path file, ImageProcessor... pages) {
        tiff(file, image(pages));
    }

    static void tiff(Path file, ImagePlus image) {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        FileSaver saver = new FileSaver(image);
        String path = file.toString();
        boolean saved = image.getStackSize() > 1 ? saver.saveAsTiffStack(path) : saver.saveAsTiff(path);
        if (!saved) {
            throw new AssertionError("not saved: " + file);
        }
    }

    static ImagePlus image(ImageProcessor... pages) {
        ImageStack stack = new ImageStack(pages[0].getWidth(), pages[0].getHeight());
        for (ImageProcessor page : pages) {
            stack.addSlice(page);
        }
        return new ImagePlus("test", stack);
    }

    /** A 2x2 page of these pixels. */
    static ByteProcessor page(int... pixels) {
        ByteProcessor page = new ByteProcessor(2, 2);
        for (int i = 0; i < pixels.length; i++) {
            page.set(i, pixels[i]);
        }
        return page;
    }
}
