package org.jointattention.image;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** TIFF files written by Java in several compressions, and changes to the entries of the first page of any. */
final class TiffSamples {
    static final String[] COMPRESSIONS = {"LZW", "Deflate", "ZLib", "PackBits"};

    private TiffSamples() {}

    /** @param compression one of Java's names, or null */
    static Path write(Path file, BufferedImage image, String compression, boolean tiled) throws IOException {
        Files.deleteIfExists(file);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (compression != null) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionType(compression);
            }
            if (tiled) {
                param.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
                param.setTiling(16, 16, 0, 0);
            }
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return file;
    }

    /** As ImageJ writes it. */
    static Path write(Path file, ImageProcessor pixels) {
        ImageFiles.saveTiff(new ImagePlus("t", pixels), file);
        return file;
    }

    /** Sets the value, or, where there are several, the first value of a tag; tag 0 as new tag removes the entry. */
    static Path change(Path file, int tag, int newTag, int value) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        bytes.order(bytes.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int entry = entry(bytes, tag);
        bytes.putShort(entry, (short) newTag);
        boolean isShort = bytes.getShort(entry + 2) == 3;
        int count = bytes.getInt(entry + 4);
        int at = count * (isShort ? 2 : 4) > 4 ? bytes.getInt(entry + 8) : entry + 8;
        if (isShort) {
            bytes.putShort(at, (short) value);
        } else {
            bytes.putInt(at, value);
        }
        return Files.write(file, bytes.array());
    }

    /** Where the first strip begins. */
    static int firstStrip(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        bytes.order(bytes.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int entry = entry(bytes, 273);
        int value = bytes.getInt(entry + 8);
        return bytes.getInt(entry + 4) == 1 ? value : bytes.getInt(value);
    }

    private static int entry(ByteBuffer bytes, int tag) {
        int directory = bytes.getInt(4);
        for (int i = 0; i < bytes.getShort(directory); i++) {
            int entry = directory + 2 + 12 * i;
            if ((bytes.getShort(entry) & 0xffff) == tag) {
                return entry;
            }
        }
        throw new AssertionError("no tag " + tag);
    }
}
