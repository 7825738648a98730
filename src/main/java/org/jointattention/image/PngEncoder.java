package org.jointattention.image;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import ij.process.LUT;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes single images as PNG with the pixel values they have; ImageJ's own writer may write display values. */
final class PngEncoder {
    private PngEncoder() {}

    static void write(ImagePlus image, OutputStream out) throws IOException {
        if (image.getStackSize() != 1 || image.getBitDepth() == 32) {
            throw new ImageException("\"" + image.getTitle() + "\" has " + image.getStackSize() + " planes of "
                    + image.getBitDepth() + " bits; PNG holds one plane of 8 or 16 bits or RGB. Save it as TIFF.");
        }
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("png");
        ImageWriter writer = writers.next();
        // in memory: streams cached in files are closed by a hook of ImageIO's when the program is told to end
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(raster(image.getProcessor()));
        } catch (IIOException e) {
            throw e.getCause() instanceof IOException ? (IOException) e.getCause() : e; // which says why
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage raster(ImageProcessor pixels) {
        int width = pixels.getWidth();
        int height = pixels.getHeight();
        BufferedImage image;
        switch (pixels.getBitDepth()) {
            case 24:
                image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
                break;
            case 16:
                image = new BufferedImage(width, height, BufferedImage.TYPE_USHORT_GRAY);
                break;
            default:
                image = pixels.isColorLut()
                        ? new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, palette(pixels.getLut()))
                        : new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        }
        image.getRaster().setDataElements(0, 0, width, height, pixels.getPixels());
        return image;
    }

    private static IndexColorModel palette(LUT lut) {
        byte[] rgb = lut.getBytes();
        byte[][] parts = new byte[3][256];
        for (int i = 0; i < parts.length; i++) {
            System.arraycopy(rgb, i * 256, parts[i], 0, 256);
        }
        return new IndexColorModel(8, 256, parts[0], parts[1], parts[2]);
    }
}
