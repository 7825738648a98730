package org.jointattention.image;

import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.jointattention.files.FailureReason;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Decodes PNG, JPEG, BMP and GIF files with Java's decoders, and refuses files for which these only warn. */
final class RasterFile {
    private static final int PNG_SIGNATURE_BYTES = 8;
    private static final int PNG_CHUNK_FRAME_BYTES = 12;
    private static final int PNG_END = 'I' << 24 | 'E' << 16 | 'N' << 8 | 'D';

    private static final String GIF_METADATA = "javax_imageio_gif_image_1.0";
    private static final int LOWEST_INTERLACED = 5;

    private RasterFile() {}

    /** All frames of the file. */
    static List<BufferedImage> read(Path file, FileFormat format) {
        try {
            return decode(file, format);
        } catch (MemoryLimit.Exceeded e) {
            throw new ImageException("The " + format + " file " + file + " cannot be opened: " + e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            throw new ImageException(
                    "The " + format + " file " + file + " cannot be opened: " + reason(e)
                            + ". Copy it again from its source, or convert it to TIFF.",
                    e);
        }
    }

    private static List<BufferedImage> decode(Path file, FileFormat format) throws IOException {
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            if (format == FileFormat.PNG) {
                checkPngEnd(in);
            }
            return read(in, format);
        }
    }

    private static List<BufferedImage> read(ImageInputStream in, FileFormat format) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        try {
            reader.setInput(in, false, format != FileFormat.GIF);
            List<String> warnings = new ArrayList<>();
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            List<BufferedImage> frames = new ArrayList<>();
            int count = format == FileFormat.GIF ? reader.getNumImages(true) : 1;
            for (int i = 0; i < count; i++) {
                MemoryLimit.check(reader.getWidth(i), reader.getHeight(i), 1);
                if (format == FileFormat.GIF) {
                    checkGifRows(reader, i);
                }
                frames.add(reader.read(i));
            }
            checkComplete(warnings, frames);
            return frames;
        } finally {
            reader.dispose();
        }
    }

    /** Java's decoder loses a row of interlaced frames so low that they have no second pass. */
    private static void checkGifRows(ImageReader reader, int index) throws IOException {
        NodeList descriptors = ((Element) reader.getImageMetadata(index).getAsTree(GIF_METADATA))
                .getElementsByTagName("ImageDescriptor");
        String interlaced = ((Element) descriptors.item(0)).getAttribute("interlaceFlag");
        int height = reader.getHeight(index);
        if (height > 1 && height < LOWEST_INTERLACED && interlaced.equalsIgnoreCase("true")) {
            throw new IOException(
                    "it is interlaced and lower than " + LOWEST_INTERLACED + " rows, which Java misreads");
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

    /** The decoders tell what went wrong in the last cause, if at all. */
    private static String reason(Exception e) {
        String reason = "it is damaged";
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException) {
                return "it is cut short";
            }
            String message = cause.getMessage();
            if (message != null && !message.isBlank() && !message.contains("Caught exception")) {
                reason = cause instanceof IOException ? FailureReason.of(cause) : "it is damaged (" + message + ")";
            }
        }
        return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }
}
