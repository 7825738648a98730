package org.jointattention.evaluation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jointattention.image.ImageException;
import org.jointattention.image.ImageFiles;

/** The image files directly in a folder, by their names without extension. Hidden and other files do not count. */
final class MaskFolder {
    private final Path folder;
    private final SortedMap<String, List<Path>> files;

    /**
     * @param role such as {@code truth}, for messages
     * @throws EvaluationException if the folder is missing, cannot be read or has no image files
     */
    MaskFolder(String role, Path folder) {
        this.folder = folder;
        if (!Files.isDirectory(folder)) {
            throw new EvaluationException("The " + role + " folder " + folder + " does not exist or is not a folder.");
        }
        this.files = byName(folder);
        if (files.isEmpty()) {
            throw new EvaluationException(
                    "The " + role + " folder " + folder + " has no image files (png, tif, jpg, bmp, gif).");
        }
    }

    private static SortedMap<String, List<Path>> byName(Path folder) {
        try {
            return ImageFiles.list(folder).stream()
                    .collect(Collectors.groupingBy(ImageFiles::matchingName, TreeMap::new, Collectors.toList()));
        } catch (ImageException e) {
            throw new EvaluationException(e.getMessage(), e);
        }
    }

    Path folder() {
        return folder;
    }

    Set<String> names() {
        return Collections.unmodifiableSet(files.keySet());
    }

    boolean has(String name) {
        return files.containsKey(name);
    }

    /** The first file of this name. */
    Path file(String name) {
        return files.get(name).get(0);
    }

    void reportAmbiguous(Problems problems) {
        names().forEach(name -> reportAmbiguous(name, problems));
    }

    void reportAmbiguous(String name, Problems problems) {
        if (files.get(name).size() > 1) {
            problems.add(folder + " has several files named \"" + name + "\": "
                    + files.get(name).stream()
                            .map(file -> file.getFileName().toString())
                            .collect(Collectors.joining(", "))
                    + "; keep one of them.");
        }
    }
}
