package org.jointattention.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jointattention.image.ImageException;
import org.jointattention.image.ImageFiles;
import org.jointattention.image.LabelNames;

/**
 * Image files and the masks of the same name. A mask X wins over X_labels, X_mask and the like.
 * Where images and masks share a folder, the names with such an ending are the masks. Two single
 * files are a pair whatever their names.
 */
final class FilePairs {
    private static final int EXAMPLES = 3;

    private final List<FilePair> pairs = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Path images;
    private final Path masks;

    FilePairs(Path images, Path masks) {
        this.images = images;
        this.masks = masks;
        if (Files.isRegularFile(images) && Files.isRegularFile(masks)) {
            pairs.add(new FilePair(images, masks));
            return;
        }
        List<Path> imageFiles = list(images, "images");
        List<Path> maskFiles = list(masks, "masks");
        if (images.toAbsolutePath().normalize().equals(masks.toAbsolutePath().normalize())) {
            imageFiles.removeIf(file -> !plainName(file).equals(ImageFiles.matchingName(file)));
            maskFiles.removeIf(file -> plainName(file).equals(ImageFiles.matchingName(file)));
        }
        if (problems.isEmpty()) {
            match(imageFiles, maskFiles);
        }
    }

    List<FilePair> pairs() {
        return pairs;
    }

    List<String> problems() {
        return problems;
    }

    List<String> notes() {
        return notes;
    }

    private void match(List<Path> imageFiles, List<Path> maskFiles) {
        Map<String, List<Path>> exact = group(maskFiles, false);
        Map<String, List<Path>> ended = group(maskFiles, true);
        List<Path> unused = new ArrayList<>(maskFiles);
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, List<Path>> image : group(imageFiles, false).entrySet()) {
            List<Path> found = exact.getOrDefault(image.getKey(), ended.get(image.getKey()));
            if (found == null) {
                missing.add(fileNames(image.getValue()) + ": there is no mask named " + image.getKey() + " or "
                        + image.getKey() + "_mask in " + masks + ". Add it, or take the image away.");
                continue;
            }
            unused.removeAll(found);
            add(image.getValue(), found);
        }
        if (pairs.isEmpty() && problems.isEmpty()) {
            problems.add(noPair(imageFiles, maskFiles));
            return;
        }
        problems.addAll(missing);
        if (!unused.isEmpty()) {
            notes.add(count(unused.size(), "mask") + " without an image left out: " + examples(unused) + ".");
        }
    }

    private void add(List<Path> image, List<Path> mask) {
        if (image.size() > 1) {
            problems.add(fileNames(image) + ": several images of one name; keep one of them.");
        }
        if (mask.size() > 1) {
            problems.add(fileNames(mask) + ": several masks for " + image.get(0).getFileName() + "; keep one of them.");
        }
        pairs.add(new FilePair(image.get(0), mask.get(0)));
    }

    private String noPair(List<Path> imageFiles, List<Path> maskFiles) {
        return "No image has a mask. A mask has the name of its image, or that name with "
                + String.join(", ", LabelNames.endings()) + " at its end; the file types read are "
                + String.join(", ", ImageFiles.extensions())
                + ". Images in " + images + ": " + examples(imageFiles) + ". Masks in " + masks + ": "
                + examples(maskFiles) + ".";
    }

    private List<Path> list(Path folder, String what) {
        if (Files.isRegularFile(folder)) {
            return new ArrayList<>(Collections.singletonList(folder));
        }
        if (!Files.isDirectory(folder)) {
            problems.add(folder + ": there is no such folder of " + what + ".");
            return new ArrayList<>();
        }
        try {
            return new ArrayList<>(ImageFiles.list(folder));
        } catch (ImageException e) {
            problems.add(e.getMessage());
            return new ArrayList<>();
        }
    }

    private static Map<String, List<Path>> group(List<Path> files, boolean withoutEnding) {
        return files.stream()
                .collect(Collectors.groupingBy(
                        file -> withoutEnding ? plainName(file) : ImageFiles.matchingName(file),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    /** The name without an ending that marks a mask. */
    private static String plainName(Path file) {
        return LabelNames.stem(ImageFiles.matchingName(file));
    }

    private static String fileNames(List<Path> files) {
        return files.stream().map(file -> file.getFileName().toString()).collect(Collectors.joining(", "));
    }

    private static String examples(List<Path> files) {
        if (files.isEmpty()) {
            return "none";
        }
        String names = fileNames(files.subList(0, Math.min(EXAMPLES, files.size())));
        return files.size() > EXAMPLES ? names + " and " + (files.size() - EXAMPLES) + " more" : names;
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
