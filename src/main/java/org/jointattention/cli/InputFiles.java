package org.jointattention.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jointattention.batch.BatchFiles;
import org.jointattention.image.ImageException;
import org.jointattention.image.ImageFiles;
import org.jointattention.image.zarr.OmeZarrImage;

/** The image files a command is given, by name or by folder. */
final class InputFiles {
    private InputFiles() {}

    /**
     * Replaces each folder by its images, but for the folder of an OME-Zarr image, which is one; without the results of former runs that lie beside their images, such as
     * {@code cell_labels.tif} beside {@code cell.png}. A file that is given twice counts once. A missing file stays in
     * the list: it fails alone, later.
     *
     * @throws ImageException if a folder has no image
     */
    static List<Path> expand(List<Path> arguments) {
        List<Path> files = new ArrayList<>();
        for (Path argument : arguments) {
            if (Files.isDirectory(argument) && !OmeZarrImage.isIn(argument)) {
                files.addAll(images(argument));
            } else {
                files.add(argument);
            }
        }
        return withoutDoubles(files);
    }

    private static List<Path> withoutDoubles(List<Path> files) {
        Map<Path, Path> byPlace = new LinkedHashMap<>();
        files.forEach(file -> byPlace.putIfAbsent(file.toAbsolutePath().normalize(), file));
        return new ArrayList<>(byPlace.values());
    }

    private static List<Path> images(Path folder) {
        List<Path> images = ImageFiles.list(folder);
        if (images.isEmpty()) {
            throw new ImageException("The folder " + folder + " has no images (PNG, TIFF, JPEG, BMP, GIF).");
        }
        return BatchFiles.withoutResults(images);
    }
}
