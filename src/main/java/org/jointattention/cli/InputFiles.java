package org.jointattention.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jointattention.image.ImageException;
import org.jointattention.image.ImageFiles;
import org.jointattention.segmentation.Output;

/** The image files a command is given, by name or by folder. */
final class InputFiles {
    private InputFiles() {}

    /**
     * Replaces each folder by its images. A missing file stays in the list: it fails alone, later.
     *
     * @throws ImageException if a folder has no image
     */
    static List<Path> expand(List<Path> arguments) {
        List<Path> files = new ArrayList<>();
        for (Path argument : arguments) {
            if (Files.isDirectory(argument)) {
                files.addAll(images(argument));
            } else {
                files.add(argument);
            }
        }
        return files;
    }

    private static List<Path> images(Path folder) {
        List<Path> images = ImageFiles.list(folder);
        if (images.isEmpty()) {
            throw new ImageException("The folder " + folder + " has no images (PNG, TIFF, JPEG, BMP, GIF).");
        }
        return images;
    }

    /**
     * Refuses results that would replace each other or an input. Upper and lower case count as the
     * same, as on many file systems.
     *
     * @throws ImageException naming the files
     */
    static void checkResults(List<Path> images, Path folder, Set<Output> outputs) {
        Set<String> inputs = new HashSet<>();
        images.forEach(image -> inputs.add(key(image)));
        Map<String, Path> makers = new HashMap<>();
        for (Path image : images) {
            for (Output output : outputs) {
                checkResult(image, output.file(image, folder), inputs, makers);
            }
        }
    }

    private static void checkResult(Path image, Path result, Set<String> inputs, Map<String, Path> makers) {
        if (inputs.contains(key(result))) {
            throw new ImageException("The result of " + image + " would replace the input " + result
                    + ": choose another folder with --out, or leave that image out.");
        }
        Path other = makers.put(key(result), image);
        if (other != null) {
            throw new ImageException("The results of " + other + " and " + image + " have the same name, " + result
                    + ": rename one, or segment them into different folders.");
        }
    }

    private static String key(Path file) {
        return file.toAbsolutePath().normalize().toString().toLowerCase(Locale.ROOT);
    }
}
