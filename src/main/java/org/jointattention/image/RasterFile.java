package org.jointattention.image;

import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** Decodes PNG, JPEG, BMP and GIF files with Java's decoders, and refuses files for which these only warn. */
final class RasterFile {
    private RasterFile() {}

    /** All frames of the file. */
    static List<BufferedImage> read(Path file, FileFormat format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
        ImageReader reader = readers.next();
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, false, true);
            List<String> warnings = new ArrayList<>();
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            List<BufferedImage> frames = new ArrayList<>();
            int count = format == FileFormat.GIF ? reader.getNumImages(true) : 1;
            for (int i = 0; i < count; i++) {
                frames.add(reader.read(i));
            }
            checkComplete(warnings, frames);
            return frames;
        } catch (IOException | RuntimeException e) {
            throw new ImageException("The " + format + " file " + file + " cannot be opened: " + reason(e)
                    + ". Copy it again from its source, or convert it to TIFF.", e);
        } finally {
            reader.dispose();
        }
    }

    private static void checkComplete(List<String> warnings, List<BufferedImage> frames) throws IOException {
        for (String warning : warnings) {
            String text = warning.toLowerCase(Locale.ROOT);
            if (text.contains("truncated") || text.contains("premature") || text.contains("corrupt")) {
                throw new IOException("it is damaged or cut short (" + warning + ")");
            }
        }
        if (frames.isEmpty()) {
            throw new IOException("it holds no image");
        }
    }

    private static String reason(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException) {
                return "it is cut short";
            }
        }
        return e instanceof IOException ? OutputFile.reason((IOException) e) : "it is damaged (" + e.getMessage() + ")";
    }
}
