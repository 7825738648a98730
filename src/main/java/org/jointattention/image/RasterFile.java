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
import org.jointattention.model.FailureReason;

/** Decodes PNG, JPEG, BMP and GIF files with Java's decoders, and refuses files for which these only warn. */
final class RasterFile {
    private static final int PNG_SIGNATURE_BYTES = 8;
    private static final int PNG_CHUNK_FRAME_BYTES = 12;
    private static final int PNG_END = 'I' << 24 | 'E' << 16 | 'N' << 8 | 'D';

    private RasterFile() {}

    /** All frames of the file. */
    static List<BufferedImage> read(Path file, FileFormat format) {
        try {
            return format == FileFormat.GIF ? readGif(new GifFile(file)) : readOther(file, format);
        } catch (IOException | RuntimeException e) {
            throw new ImageException(
                    "The " + format + " file " + file + " cannot be opened: " + reason(e)
                            + ". Copy it again from its source, or convert it to TIFF.",
                    e);
        }
    }

    private static List<BufferedImage> readGif(GifFile file) throws IOException {
        try (ImageInputStream in = file.open()) {
            List<BufferedImage> frames = read(in, FileFormat.GIF);
            for (int i = 0; i < frames.size(); i++) {
                file.order(i, frames.get(i));
            }
            return frames;
        }
    }

    private static List<BufferedImage> readOther(Path file, FileFormat format) throws IOException {
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            if (format == FileFormat.PNG) {
                checkPngEnd(in);
            }
            return read(in, format);
        }
    }

    private static List<BufferedImage> read(ImageInputStream in, FileFormat format) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
        ImageReader reader = readers.next();
        try {
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
        } finally {
            reader.dispose();
        }
    }

    /** Follows the chunks to the last one, whose absence Java does not mind; leaves the position at the start. */
    private static void checkPngEnd(ImageInputStream in) throws IOException {
        long position = PNG_SIGNATURE_BYTES;
        int type = 0;
        while (type != PNG_END) {
            in.seek(position);
            long length = in.readUnsignedInt();
            type = in.readInt();
            position += length + PNG_CHUNK_FRAME_BYTES;
        }
        if (position > in.length()) {
            throw new EOFException();
        }
        in.seek(0);
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
        return e instanceof IOException ? FailureReason.of(e) : "it is damaged (" + e.getMessage() + ")";
    }
}
