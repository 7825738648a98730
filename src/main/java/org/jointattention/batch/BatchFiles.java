package org.jointattention.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointattention.files.AtomicFile;
import org.jointattention.image.ImageException;
import org.jointattention.image.ImageFiles;
import org.jointattention.image.zarr.OmeZarrImage;
import org.jointattention.segmentation.Output;
import org.jointattention.segmentation.zarr.ZarrPlace;

/** Finds the files of a batch, and what stands against it. */
public final class BatchFiles {
    /** What images can be, for messages. */
    static final String KINDS = "PNG, TIFF, JPEG, BMP, GIF, or folders of OME-Zarr";

    private static final Set<Output> LABELS_ALONE = Set.of(Output.LABELS);

    private BatchFiles() {}

    /**
     * The images of a folder, without results of former runs. Results go to the destination, in the same subfolders as
     * their images.
     *
     * @param source a folder of images, or an image of OME-Zarr
     * @param destination if it lies in the source, it is not searched
     * @param recursive whether subfolders count; links to folders are not followed, and hidden folders are left out
     * @throws ImageException if there is no such folder, or it has no images
     */
    public static List<BatchFile> below(Path source, Path destination, boolean recursive) {
        if (OmeZarrImage.isIn(source)) {
            return List.of(new BatchFile(source, destination));
        }
        if (!Files.isDirectory(source)) {
            ImageFiles.list(source); // says what is wrong
        }
        List<BatchFile> files = new ArrayList<>();
        byFolder(ImageTree.find(source, recursive ? Integer.MAX_VALUE : 1), source)
                .forEach((folder, images) -> {
                    if (folder.equals(source) || !isBelow(folder, destination)) {
                        Path results = destination.resolve(source.relativize(folder));
                        withoutResults(images).forEach(image -> files.add(new BatchFile(image, results)));
                    }
                });
        if (files.isEmpty()) {
            throw new ImageException("The folder " + source + " has no images (" + KINDS + ")"
                    + (recursive ? "." : "; its subfolders were not searched."));
        }
        return files;
    }

    /** In the order of the folders' names. */
    private static SortedMap<Path, List<Path>> byFolder(List<Path> images, Path source) {
        return images.stream()
                .collect(Collectors.groupingBy(
                        image -> image.getParent() == null ? source : image.getParent(),
                        TreeMap::new,
                        Collectors.toList()));
    }

    /**
     * Removes what a killed run left of files it was writing, half written under hidden names.
     *
     * @throws ImageException if they cannot be removed
     */
    public static void removeLeftovers(Collection<Path> folders, Set<Path> results) {
        try {
            for (Path folder : folders) {
                AtomicFile.removeLeftovers(folder, results::contains);
            }
        } catch (IOException e) {
            throw new ImageException(e.getMessage(), e);
        }
    }

    static boolean isBelow(Path path, Path folder) {
        return path.toAbsolutePath()
                .normalize()
                .startsWith(folder.toAbsolutePath().normalize());
    }

    /**
     * Leaves out results that lie beside their images, such as {@code cell_labels.tif} beside {@code cell.png}, or
     * {@code cell_labels.ome.zarr} beside {@code cell.zarr}.
     */
    public static List<Path> withoutResults(Collection<Path> images) {
        Set<String> names = new HashSet<>();
        images.forEach(image -> names.addAll(List.of(ImageFiles.baseName(image), ZarrPlace.baseName(image))));
        return images.stream().filter(image -> !isResult(image, names)).collect(Collectors.toList());
    }

    private static boolean isResult(Path file, Set<String> names) {
        String name = file.getFileName().toString();
        return endings()
                .anyMatch(ending ->
                        name.endsWith(ending) && names.contains(name.substring(0, name.length() - ending.length())));
    }

    private static Stream<String> endings() {
        return Stream.concat(
                Arrays.stream(Output.values()).map(output -> "_" + output.fileName()), Stream.of(ZarrPlace.RESULT));
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
            if (file.isZarr() && !outputs.equals(LABELS_ALONE)) {
                problems.add("Only labels are written of images of OME-Zarr, such as " + file.image()
                        + ": ask for labels alone, without overlays, or leave these images out.");
            }
            for (Path result : file.results(outputs)) {
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
