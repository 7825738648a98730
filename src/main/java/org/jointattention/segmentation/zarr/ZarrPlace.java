package org.jointattention.segmentation.zarr;

import java.io.Serializable;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Objects;

/** Where the labels of an image of OME-Zarr go: into a folder of their own, or into the image. Immutable. */
public final class ZarrPlace implements Serializable {
    /** How the name of an image's labels among other results ends. */
    public static final String RESULT = "_labels.ome.zarr";

    private static final long serialVersionUID = 1L;

    /** The labels' own folder; null for labels in the image. */
    private final String folder;

    private final String name;

    private ZarrPlace(String folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** @param labels their own folder */
    public static ZarrPlace at(Path labels) {
        return new ZarrPlace(labels.toString(), null);
    }

    /** In the image itself, below its {@code labels}, where viewers look for them. @param name of the labels */
    public static ZarrPlace within(String name) {
        return new ZarrPlace(null, Objects.requireNonNull(name));
    }

    /** @param name of labels in the image; null for labels among other results, in that folder */
    public static ZarrPlace choose(Path image, Path results, String name) {
        return name == null ? at(labels(image, results)) : within(name);
    }

    /** The folder of an image's labels among other results: {@code NAME_labels.ome.zarr}. */
    public static Path labels(Path image, Path results) {
        return results.resolve(baseName(image) + RESULT);
    }

    /** The name of an image without its {@code .ome.zarr} or {@code .zarr}. */
    public static String baseName(Path image) {
        String name = image.toAbsolutePath().normalize().getFileName().toString();
        return name.replaceFirst("(?i)(\\.ome)?\\.zarr$", "");
    }

    boolean isWithin() {
        return folder == null;
    }

    /** Of labels in the image. */
    String name() {
        return name;
    }

    /** The folder of the labels of an image. */
    public Path of(Path image) {
        return isWithin() ? image.resolve("labels").resolve(name) : Paths.get(folder);
    }
}
