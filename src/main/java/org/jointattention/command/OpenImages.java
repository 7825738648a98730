package org.jointattention.command;

import ij.ImagePlus;
import ij.WindowManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jointattention.image.LabelNames;

/** The images that are open, those of macros in batch mode included, and which is the label image of which. */
public final class OpenImages {
    /** Stands for all open images in a list of choices. */
    static final String ALL = "All open images";

    /** Stands for the label image by its title in a list of choices. */
    static final String BY_TITLE = "By title";

    /** All, in the order they were opened. */
    public List<ImagePlus> all() {
        List<ImagePlus> images = new ArrayList<>();
        int[] ids = WindowManager.getIDList();
        for (int i = 0; ids != null && i < ids.length; i++) {
            Optional.ofNullable(WindowManager.getImage(ids[i])).ifPresent(images::add);
        }
        return images;
    }

    public List<String> titles() {
        return all().stream().map(ImagePlus::getTitle).distinct().collect(Collectors.toList());
    }

    /**
     * @param title or ID
     * @throws CommandException if there is none of that title, or several
     */
    public ImagePlus get(String title) {
        List<ImagePlus> found = all().stream()
                .filter(image -> image.getTitle().equals(title)
                        || Integer.toString(image.getID()).equals(title))
                .collect(Collectors.toList());
        if (found.isEmpty()) {
            throw new CommandException("There is no open image \"" + title + "\". Open: " + described() + ".");
        }
        if (found.size() > 1) {
            throw new CommandException(
                    found.size() + " open images are called \"" + title + "\". Rename them (Image > Rename...).");
        }
        return found.get(0);
    }

    /**
     * The image that is given, or else the active one.
     *
     * @param given may be null
     * @throws CommandException if there is none
     */
    static ImagePlus orActive(ImagePlus given) {
        ImagePlus image = given == null ? WindowManager.getCurrentImage() : given;
        if (image == null) {
            throw new CommandException("There is no image: open one first.");
        }
        return image;
    }

    /** @throws CommandException if no image is open */
    void requireAny() {
        if (all().isEmpty()) {
            throw new CommandException("No image is open. Open one with its labels, or choose Folders.");
        }
    }

    private String described() {
        return all().isEmpty() ? "none" : String.join(", ", titles());
    }

    /**
     * Each image X with the label image X_labels, as {@link LabelNames} understands it, without extensions.
     *
     * @throws CommandException if no image has one
     */
    Map<ImagePlus, ImagePlus> pairs() {
        requireAny();
        Map<ImagePlus, ImagePlus> pairs = new LinkedHashMap<>();
        for (ImagePlus image : all()) {
            if (!isLabels(image)) {
                labelsOf(image).ifPresent(labels -> pairs.put(image, labels));
            }
        }
        if (pairs.isEmpty()) {
            throw new CommandException(
                    "No open image has a label image: the labels of X are called X_labels. Open: " + described() + ".");
        }
        return pairs;
    }

    /** @throws CommandException if there is none, or several */
    ImagePlus requireLabelsOf(ImagePlus image) {
        return labelsOf(image)
                .orElseThrow(() -> new CommandException("No open image is called " + LabelNames.of(stem(image))
                        + ": choose the label image of \"" + image.getTitle() + "\" by its title."));
    }

    private Optional<ImagePlus> labelsOf(ImagePlus image) {
        List<ImagePlus> found = all().stream()
                .filter(other -> other != image && isLabels(other))
                .filter(other -> LabelNames.stem(stem(other)).equals(stem(image)))
                .collect(Collectors.toList());
        if (found.size() > 1) {
            throw new CommandException("\"" + image.getTitle() + "\" has several label images: "
                    + found.stream().map(ImagePlus::getTitle).collect(Collectors.joining(", "))
                    + ". Close or rename all but one.");
        }
        return found.stream().findFirst();
    }

    private static boolean isLabels(ImagePlus image) {
        return LabelNames.isLabels(stem(image));
    }

    /** The title without the extension of a file. */
    private static String stem(ImagePlus image) {
        return LabelNames.withoutExtension(image.getTitle());
    }
}
