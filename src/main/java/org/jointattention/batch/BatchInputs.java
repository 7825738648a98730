package org.jointattention.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jointattention.files.FailureReason;
import org.jointattention.image.ImageException;

/**
 * The images of a batch, as users name them: a folder, a file or a folder of OME-Zarr, a pattern of names, or a list of files, which is a text file whose
 * name ends in {@code .txt}. What exists is taken by its name, be there a {@code *} in it.
 */
public final class BatchInputs {
    private static final String LIST = ".txt";
    private static final String COMMENT = "#";

    private final Path destination;
    private final boolean recursive;

    /**
     * @param destination of the results: what lies below it is no input
     * @param recursive whether subfolders of folders count
     */
    public BatchInputs(Path destination, boolean recursive) {
        this.destination = destination;
        this.recursive = recursive;
    }

    /**
     * All files, in the order of the inputs; one that is named twice counts once. Results of images in subfolders of a folder, or
     * of a pattern's first folder, go to the same subfolders of the destination; those of files named alone or in a list to the
     * destination itself. A file of a list that is missing stays: it fails alone, later.
     *
     * @throws ImageException if an input does not exist, cannot be read or has no images; it says which
     */
    public List<BatchFile> find(List<String> inputs) {
        Map<Path, BatchFile> byPlace = new LinkedHashMap<>();
        for (String input : inputs) {
            for (BatchFile file : find(input)) {
                byPlace.putIfAbsent(file.image().toAbsolutePath().normalize(), file);
            }
        }
        return new ArrayList<>(byPlace.values());
    }

    private List<BatchFile> find(String input) {
        if (exists(input)) {
            return ofPath(Paths.get(input));
        }
        if (!InputGlob.isOne(input)) {
            throw new ImageException(input + " does not exist. Name a folder, an image, a list of images (" + LIST
                    + "), or a pattern in quotes such as 'folder/*.tif'.");
        }
        return matching(InputGlob.of(input));
    }

    private static boolean exists(String input) {
        try {
            return Files.exists(Paths.get(input));
        } catch (InvalidPathException e) {
            return false; // a pattern may be no file name on Windows
        }
    }

    private List<BatchFile> ofPath(Path path) {
        if (Files.isDirectory(path)) {
            return BatchFiles.below(path, destination, recursive);
        }
        return isList(path) ? listed(path) : List.of(new BatchFile(path, destination));
    }

    private static boolean isList(Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(LIST);
    }

    private List<BatchFile> listed(Path list) {
        List<BatchFile> files = new ArrayList<>();
        for (String line : lines(list)) {
            String name = line.trim();
            if (!name.isEmpty() && !name.startsWith(COMMENT)) {
                files.add(new BatchFile(path(name, list), destination));
            }
        }
        if (files.isEmpty()) {
            throw new ImageException("The list " + list + " names no images: write a path a line.");
        }
        return files;
    }

    private static List<String> lines(Path list) {
        try {
            return Files.readAllLines(list);
        } catch (IOException e) {
            throw new ImageException(
                    "The list " + list + " cannot be read: " + FailureReason.of(e)
                            + ". It must be text in UTF-8, a path a line.",
                    e);
        }
    }

    private static Path path(String name, Path list) {
        try {
            return Paths.get(name);
        } catch (InvalidPathException e) {
            throw new ImageException("The list " + list + " has a line that is no file name here: " + name, e);
        }
    }

    private List<BatchFile> matching(InputGlob glob) {
        boolean apart = !BatchFiles.isBelow(glob.base(), destination);
        Map<Path, List<Path>> byFolder = glob.find().stream()
                .filter(image -> !(apart && BatchFiles.isBelow(image, destination)))
                .collect(Collectors.groupingBy(
                        image -> image.toAbsolutePath().getParent(), LinkedHashMap::new, Collectors.toList()));
        List<BatchFile> files = new ArrayList<>();
        byFolder.values()
                .forEach(images -> BatchFiles.withoutResults(images)
                        .forEach(image -> files.add(new BatchFile(image, resultsOf(image, glob.base())))));
        if (files.isEmpty()) {
            throw new ImageException("No image (" + BatchFiles.KINDS + ") matches " + glob + ".");
        }
        return files;
    }

    private Path resultsOf(Path image, Path base) {
        Path below = base.relativize(image).getParent();
        return below == null ? destination : destination.resolve(below);
    }
}
