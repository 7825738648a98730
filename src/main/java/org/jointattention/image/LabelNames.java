package org.jointattention.image;

import ij.ImagePlus;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How label images are called: X_labels belongs to the image X. X_label, X_mask, X_masks and X_seg are understood, too,
 * each also with a hyphen and in any case. Names have no extension of a file here.
 */
public final class LabelNames {
    /** What the plugin's own label images end in. */
    public static final String ENDING = "_labels";

    private static final Pattern MARK = Pattern.compile("(?i)(?<=.)[_-](labels?|masks?|seg)$");
    private static final Pattern EXTENSION = Pattern.compile("(?i)\\.(png|tiff?|jpe?g|bmp|gif)$");

    private LabelNames() {}

    /** All endings that are understood, with an underscore. */
    public static List<String> endings() {
        return List.of(ENDING, "_label", "_mask", "_masks", "_seg");
    }

    /** Whether a name has such an ending, and something before it. */
    public static boolean isLabels(String name) {
        return MARK.matcher(name).find();
    }

    /** The name of the image that labels belong to: the name without such an ending; the name itself if it has none. */
    public static String stem(String name) {
        return MARK.matcher(name).replaceFirst("");
    }

    /** The name of the labels of an image. */
    public static String of(String image) {
        return image + ENDING;
    }

    /** The title of a result of an image: its own, without the extension of an image file, and an ending. */
    public static String title(ImagePlus source, String ending) {
        return withoutExtension(source.getTitle()) + ending;
    }

    /** The title of an image without the extension of an image file. */
    public static String withoutExtension(String title) {
        return EXTENSION.matcher(title).replaceFirst("");
    }
}
