package org.jointattention.image;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jointattention.files.AtomicFile;
import org.jointattention.files.FailureReason;

/**
 * Reads and writes image files with ImageJ and Java's own decoders, without dialogs: whatever fails is an {@link
 * ImageException} that names the file. The content of a file counts, not its extension.
 */
public final class ImageFiles {
    private static final List<String> EXTENSIONS =
            Collections.unmodifiableList(Arrays.asList("png", "tif", "tiff", "jpg", "jpeg", "bmp", "gif"));

    private ImageFiles() {}

    /** Of the names of files that are read, lower case, without a dot. */
    public static List<String> extensions() {
        return EXTENSIONS;
    }

    /** Whether the name is that of an image: PNG, TIFF, JPEG, BMP or GIF, and not hidden. */
    public static boolean isImage(Path file) {
        Path name = file.getFileName();
        if (name == null || name.toString().startsWith(".")) {
            return false;
        }
        String text = name.toString().toLowerCase(Locale.ROOT);
        return EXTENSIONS.contains(text.substring(text.lastIndexOf('.') + 1)) && text.indexOf('.') >= 0;
    }

    /** A file's name without its extension. */
    public static String baseName(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /**
     * What files of one image have in common: the name without its extension, in composed Unicode, since macOS may
     * write the same name decomposed.
     */
    public static String matchingName(Path file) {
        return java.text.Normalizer.normalize(baseName(file), java.text.Normalizer.Form.NFC);
    }

    /**
     * The image files of a folder, not of its subfolders, sorted by name; empty if there is none.
     *
     * @throws ImageException if it is no folder, or cannot be read
     */
    public static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ImageException(folder + (Files.exists(folder) ? " is a file, not a folder." : " does not exist.")
                    + " Choose a folder with images.");
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (isImage(entry) && Files.isRegularFile(entry)) {
                    files.add(entry);
                }
            }
        } catch (IOException e) {
            throw new ImageException(
                    "The folder " + folder + " cannot be read: " + FailureReason.of(e) + ". Check its permissions.", e);
        }
        files.sort(Comparator.comparing(file -> file.getFileName().toString()));
        return files;
    }

    /**
     * Opens an image; its title is the file name. A TIFF stack that would take more than a quarter of Java's memory
     * is opened as by {@link #openVirtual}. Palette images keep their indices as values and the palette as LUT;
     * transparency is ignored.
     *
     * @throws ImageException if the file is missing, unreadable, cut short or of another format
     */
    public static ImagePlus open(Path file) {
        FileFormat format = FileFormat.of(file);
        if (format == FileFormat.TIFF) {
            return TiffFile.check(file).open();
        }
        return RasterImages.toImagePlus(file.getFileName().toString(), RasterFile.read(file, format), format);
    }

    /**
     * Opens a TIFF stack whose planes are read from the file when they are wanted; other files as {@link #open} does.
     */
    public static ImagePlus openVirtual(Path file) {
        return FileFormat.of(file) == FileFormat.TIFF ? TiffFile.check(file).openVirtual() : open(file);
    }

    /**
     * Opens label images: the ids are the pixel values, in palette images the palette's indices, in images of 1 bit 0
     * and 1. A TIFF stack or GIF gives a plane a page.
     *
     * @throws ImageException also if the image is RGB, has several channels, or values that are negative or not whole
     *     numbers; and for JPEG, which does not keep values
     */
    public static List<LabelPlane> openLabels(Path file) {
        return LabelPlane.of(openLabelImage(file), file.toString());
    }

    /**
     * Opens a file as {@link #openLabels} does, for those who want its calibration, too; {@link LabelPlane#of} gives its
     * labels.
     *
     * @throws ImageException if it is no image, or one that cannot hold labels: JPEG or RGB
     */
    public static ImagePlus openLabelImage(Path file) {
        if (FileFormat.of(file) == FileFormat.JPEG) {
            throw new ImageException(file + " is a JPEG file, which changes label values."
                    + " Save the labels as PNG or TIFF from the program that made them.");
        }
        ImagePlus image =
                FileFormat.of(file) == FileFormat.TIFF ? TiffFile.check(file).openBits() : open(file);
        if (image.getType() == ImagePlus.COLOR_RGB) {
            throw new ImageException(file + " is an RGB colour image; a label image holds one whole number per pixel."
                    + " Save it as 8-bit with the class numbers 0, 1, 2, ...");
        }
        return image;
    }

    /**
     * Writes an image or stack with its calibration, labels and LUTs as TIFF. The file appears when it is complete; a
     * former one is replaced.
     *
     * @throws ImageException if it cannot be written: no folder, no permission, disk full
     */
    public static void saveTiff(ImagePlus image, Path file) {
        write(file, out -> TiffFile.write(image, out));
    }

    /**
     * Writes a single 8-bit, 16-bit or RGB image as PNG with its pixel values unchanged; a coloured LUT becomes the
     * palette. The file appears when it is complete; a former one is replaced.
     *
     * @throws ImageException if PNG cannot hold the image (stack, 32 bits), or it cannot be written
     */
    public static void savePng(ImagePlus image, Path file) {
        write(file, out -> PngEncoder.write(image, out));
    }

    static void write(Path file, AtomicFile.Content content) {
        try {
            AtomicFile.write(file, content);
        } catch (IOException e) {
            throw new ImageException(e.getMessage(), e);
        }
    }
}
