package org.jointattention.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jointattention.files.FailureReason;

/** The image formats that are read, recognised by the first bytes of a file. */
enum FileFormat {
    TIFF,
    PNG,
    JPEG,
    GIF,
    BMP;

    /** @throws ImageException if the file is missing, unreadable, empty or of another format */
    static FileFormat of(Path file) {
        String start = new String(firstBytes(file), StandardCharsets.ISO_8859_1);
        if (start.startsWith("II*\0") || start.startsWith("MM\0*")) {
            return TIFF;
        } else if (start.startsWith("\u0089PNG\r\n")) {
            return PNG;
        } else if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        } else if (start.startsWith("GIF8")) {
            return GIF;
        } else if (start.startsWith("BM")) {
            return BMP;
        } else if (start.startsWith("II+\0") || start.startsWith("MM\0+")) {
            throw unreadable(
                    file,
                    "it is a BigTIFF file, which ImageJ does not know",
                    "Convert it to TIFF, or open it with Bio-Formats.");
        }
        throw unreadable(
                file,
                start.isEmpty() ? "it is empty" : "it is not a PNG, TIFF, JPEG, BMP or GIF file",
                "Check the file, or convert it to TIFF.");
    }

    private static byte[] firstBytes(Path file) {
        if (Files.isDirectory(file)) {
            throw unreadable(file, "it is a folder", "Choose a file.");
        }
        if (!Files.exists(file)) {
            throw unreadable(file, "it does not exist", "Check its name and folder.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(8);
        } catch (IOException e) {
            throw new ImageException(message(file, FailureReason.of(e), "Check its permissions."), e);
        }
    }

    private static ImageException unreadable(Path file, String reason, String advice) {
        return new ImageException(message(file, reason, advice));
    }

    private static String message(Path file, String reason, String advice) {
        return file + " cannot be read as an image: " + reason + ". " + advice;
    }
}
