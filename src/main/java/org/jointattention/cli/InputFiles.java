package org.jointattention.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointattention.image.ImageException;
import org.jointattention.image.ImageFiles;
import org.jointattention.segmentation.Output;

/** The image files a command is given, by name or by folder. */
final class InputFiles {
    private InputFiles() {}

    /**
     * Replaces each folder by its images, without the results of former runs that lie beside their images, such as
     * {@code cell_labels.tif} beside {@code cell.png}. A file that is given twice counts once. A missing file stays in
     * the list: it fails alone, later.
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
        return withoutDoubles(files);
    }

    private static List<Path> withoutDoubles(List<Path> files) {
        Map<Path, Path> byPlace = new LinkedHashMap<>();
        files.forEach(file -> byPlace.putIfAbsent(file.toAbsolutePath().normalize(), file));
        return new ArrayList<>(byPlace.values());
    }

    private static List<Path> images(Path folder) {
        List<Path> images = new ArrayList<>(ImageFiles.list(folder));
        if (images.isEmpty()) {
            throw new ImageException("The folder " + folder + " has no images (PNG, TIFF, JPEG, BMP, GIF).");
        }
        Set<String> names = images.stream().map(ImageFiles::baseName).collect(Collectors.toSet());
        images.removeIf(image -> isResult(image, names));
        return images;
    }

    private static boolean isResult(Path file, Set<String> names) {
        String name = file.getFileName().toString();
        for (Output output : Output.values()) {
            String ending = "_" + output.fileName();
            if (name.endsWith(ending) && names.contains(name.substring(0, name.length() - ending.length()))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Refuses results that would replace each other or an input. Upper and lower case count as the
     * same, as on many file systems.
     *
     * @throws ImageException naming all such files
     */
    static void checkResults(List<Path> images, Path folder, Set<Output> outputs) {
        Set<String> inputs = new HashSet<>();
        images.forEach(image -> inputs.add(key(image)));
        Map<String, Path> makers = new HashMap<>();
        Set<String> problems = new LinkedHashSet<>();
        for (Path image : images) {
            for (Output output : outputs) {
                Path result = output.file(image, folder);
                if (inputs.contains(key(result))) {
                    problems.add("The result of " + image + " would replace the input " + result
                            + ": choose another folder with --out, or leave that image out.");
                }
                Path other = makers.putIfAbsent(key(result), image);
                if (other != null) {
                    problems.add("The results of " + other + " and " + image + " have the same name, " + result
                            + ": rename one, or segment them into different folders.");
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ImageException(String.join("\n", problems));
        }
    }

    private static String key(Path file) {
        return file.toAbsolutePath().normalize().toString().toLowerCase(Locale.ROOT);
    }
}
