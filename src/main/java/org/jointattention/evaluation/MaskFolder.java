package org.jointattention.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The image files directly in a folder, by their names without extension. Hidden and other files do not count. */
final class MaskFolder {
    private static final Set<String> EXTENSIONS = Collections.unmodifiableSet(
            new HashSet<>(Arrays.asList("png", "tif", "tiff", "jpg", "jpeg", "bmp", "gif")));

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
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(MaskFolder::isImage)
                    .sorted()
                    .collect(Collectors.groupingBy(MaskFolder::name, TreeMap::new, Collectors.toList()));
        } catch (IOException e) {
            throw new EvaluationException("The folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean isImage(Path file) {
        String name = file.getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.lastIndexOf('.') > 0
                && !name.startsWith(".")
                && EXTENSIONS.contains(extension)
                && Files.isRegularFile(file);
    }

    /** Composed Unicode, since macOS may write the same name decomposed. */
    private static String name(Path file) {
        String name = file.getFileName().toString();
        return Normalizer.normalize(name.substring(0, name.lastIndexOf('.')), Normalizer.Form.NFC);
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
        for (Map.Entry<String, List<Path>> entry : files.entrySet()) {
            if (entry.getValue().size() > 1) {
                problems.add(folder + " has several files named \"" + entry.getKey() + "\": "
                        + entry.getValue().stream()
                                .map(file -> file.getFileName().toString())
                                .collect(Collectors.joining(", "))
                        + "; keep one of them.");
            }
        }
    }
}
