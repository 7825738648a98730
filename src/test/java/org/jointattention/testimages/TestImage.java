package org.jointattention.testimages;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** An image, its truth mask of the same size, and the files that hold them. */
final class TestImage {
    final ImagePlus image;
    final ImagePlus mask;

    private final String folder;
    private final String file;

    /**
     * @param folder below {@code test-images}
     * @param file the name of the image's file and of the mask's; ends with .png or .tif
     */
    TestImage(String folder, String file, ImagePlus image, ImagePlus mask) {
        this.folder = folder;
        this.file = file;
        this.image = image;
        this.mask = mask;
    }

    Path imageFile(Path root) {
        return root.resolve(folder).resolve("images").resolve(file);
    }

    Path maskFile(Path root) {
        return root.resolve(folder).resolve("masks").resolve(file);
    }

    void write(Path root) throws IOException {
        write(image, imageFile(root));
        write(mask, maskFile(root));
    }

    private static void write(ImagePlus image, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        if (target.toString().endsWith(".png")) {
            ImageIO.write(buffered(image.getProcessor()), "png", target.toFile());
            return;
        }
        FileSaver saver = new FileSaver(image);
        boolean saved = image.getStackSize() > 1
                ? saver.saveAsTiffStack(target.toString())
                : saver.saveAsTiff(target.toString());
        if (!saved) {
            throw new IOException(target + ": could not be written.");
        }
    }

    private static BufferedImage buffered(ImageProcessor pixels) {
        int width = pixels.getWidth();
        int height = pixels.getHeight();
        if (pixels instanceof ColorProcessor) {
            BufferedImage rgb = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            rgb.setRGB(0, 0, width, height, (int[]) pixels.getPixels(), 0, width);
            return rgb;
        }
        BufferedImage grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setDataElements(0, 0, width, height, pixels.getPixels());
        return grey;
    }
}
