package org.jointattention.image;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads and writes image files with ImageJ and Java's own decoders, without dialogs: whatever fails is an {@link
 * ImageException} that names the file. The content of a file counts, not its extension.
 */
public final class ImageFiles {
    private static final Set<String> EXTENSIONS =
            new HashSet<>(Arrays.asList("png", "tif", "tiff", "jpg", "jpeg", "bmp", "gif"));

    private ImageFiles() {}

    /** Whether the name is that of an image: PNG, TIFF, JPEG, BMP or GIF, and not hidden. */
    public static boolean isImage(Path file) {
        Path name = file.getFileName();
        if (name == null || name.toString().startsWith(".")) {
            return false;
        }
        String text = name.toString().toLowerCase(Locale.ROOT);
        return EXTENSIONS.contains(text.substring(text.lastIndexOf('.') + 1)) && text.indexOf('.') >= 0;
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
                    "The folder " + folder + " cannot be read: " + OutputFile.reason(e) + ". Check its permissions.",
                    e);
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
     * Opens label images: the ids are the pixel values, in palette images the palette's indices, in RGB images that are
     * grey the grey values. A TIFF stack or GIF gives a plane a page.
     *
     * @throws ImageException also if pixels are coloured, negative or not whole numbers, and for JPEG, which does not
     *     keep values
     */
    public static List<LabelPlane> openLabels(Path file) {
        FileFormat format = FileFormat.of(file);
        if (format == FileFormat.JPEG) {
            throw new ImageException(file + " is a JPEG file, which changes label values."
                    + " Save the labels as PNG or TIFF from the program that made them.");
        }
        return LabelPlane.of(open(file), file.toString());
    }

    /**
     * Writes an image or stack with its calibration, labels and LUTs as TIFF. The file appears when it is complete; a
     * former one is replaced.
     *
     * @throws ImageException if it cannot be written: no folder, no permission, disk full
     */
    public static void saveTiff(ImagePlus image, Path file) {
        OutputFile.write(file, out -> TiffFile.write(image, out));
    }

    /**
     * Writes a single 8-bit, 16-bit or RGB image as PNG with its pixel values unchanged; a coloured LUT becomes the
     * palette. The file appears when it is complete; a former one is replaced.
     *
     * @throws ImageException if PNG cannot hold the image (stack, 32 bits), or it cannot be written
     */
    public static void savePng(ImagePlus image, Path file) {
        OutputFile.write(file, out -> PngEncoder.write(image, out));
    }
}
