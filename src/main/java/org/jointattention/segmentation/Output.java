package org.jointattention.segmentation;

import java.nio.file.Path;
import org.jointattention.image.ImageFiles;

/** What a segmentation gives, and the names of its files. */
public enum Output {
    /** The class index of each pixel. */
    LABELS("labels", ".tif"),
    /** A channel a class, 32 bits. */
    PROBABILITIES("probabilities", ".tif"),
    /** The first plane as a picture, with the classes' colours on it. */
    OVERLAY("overlay", ".png");

    private final String label;
    private final String extension;

    Output(String label, String extension) {
        this.label = label;
        this.extension = extension;
    }

    /** For people: {@code labels}. */
    public String label() {
        return label;
    }

    /** Without the name of an image: {@code labels.tif}. */
    public String fileName() {
        return label + extension;
    }

    /** The file of an image's result: {@code NAME_labels.tif} in the folder. */
    public Path file(Path image, Path folder) {
        return folder.resolve(ImageFiles.baseName(image) + "_" + fileName());
    }
}
