package org.jointattention.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointattention.files.FailureReason;
import org.jointattention.image.ImageException;
import org.jointattention.image.ImageFiles;
import org.jointattention.image.zarr.OmeZarrImage;
import org.jointattention.segmentation.Output;

/** Finds the files of a batch, and what stands against it. */
public final class BatchFiles {
    private BatchFiles() {}

    /**
     * The images of a folder, without results of former runs. Results go to the destination, in the same subfolders as
     * their images.
     *
     * @param destination if it lies in the source, it is not searched
     * @param recursive whether subfolders count; links to folders are not followed, and hidden folders are left out
     * @throws ImageException if there is no such folder, or it has no images
     */
    public static List<BatchFile> below(Path source, Path destination, boolean recursive) {
        List<BatchFile> files = new ArrayList<>();
        for (Path folder : recursive ? folders(source) : List.of(source)) {
            if (folder.equals(source) || !isBelow(folder, destination)) {
                Path results = destination.resolve(source.relativize(folder));
                withoutResults(ImageFiles.list(folder)).forEach(image -> files.add(new BatchFile(image, results)));
            }
        }
        if (files.isEmpty() && OmeZarrImage.isIn(source)) {
            throw new ImageException(source + " is an image of OME-Zarr: 'joint-attention segment' takes those.");
        } else if (files.isEmpty()) {
            throw new ImageException("The folder " + source + " has no images (PNG, TIFF, JPEG, BMP, GIF)"
                    + (recursive ? "." : "; its subfolders were not searched."));
        }
        return files;
    }

    static boolean isBelow(Path path, Path folder) {
        return path.toAbsolutePath()
                .normalize()
                .startsWith(folder.toAbsolutePath().normalize());
    }

    private static List<Path> folders(Path source) {
        if (!Files.isDirectory(source)) {
            return List.of(source); // whoever lists it says what is wrong
        }
        try (Stream<Path> tree = Files.walk(source)) {
            return tree.filter(Files::isDirectory)
                    .filter(folder -> !isHidden(source, folder))
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new ImageException(
                    "The folder " + source + " cannot be searched: " + FailureReason.of(e) + ". Check its permissions.",
                    e);
        }
    }

    /** Whether a folder, or one that it lies in on the way from the source, is hidden. */
    static boolean isHidden(Path source, Path folder) {
        for (Path name : source.relativize(folder)) {
            if (name.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    /** Leaves out results that lie beside their images, such as {@code cell_labels.tif} beside {@code cell.png}. */
    public static List<Path> withoutResults(Collection<Path> images) {
        Set<String> names = images.stream().map(ImageFiles::baseName).collect(Collectors.toSet());
        return images.stream().filter(image -> !isResult(image, names)).collect(Collectors.toList());
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
     * Refuses results that would replace each other or an input. Upper and lower case count as the same, as on many
     * file systems.
     *
     * @throws ImageException naming all such files
     */
    public static void check(List<BatchFile> files, Set<Output> outputs) {
        Set<String> inputs =
                files.stream().map(file -> key(file.image())).collect(Collectors.toCollection(HashSet::new));
        Map<String, Path> makers = new HashMap<>();
        Set<String> problems = new LinkedHashSet<>();
        for (BatchFile file : files) {
            for (Output output : outputs) {
                Path result = output.file(file.image(), file.folder());
                if (inputs.contains(key(result))) {
                    problems.add("The result of " + file.image() + " would replace the input " + result
                            + ": choose another folder for the results, or leave that image out.");
                }
                Path other = makers.putIfAbsent(key(result), file.image());
                if (other != null) {
                    problems.add("The results of " + other + " and " + file.image() + " have the same name, " + result
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
