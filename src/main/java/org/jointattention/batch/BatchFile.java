package org.jointattention.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointattention.image.ImageException;
import org.jointattention.image.ImageFiles;
import org.jointattention.image.zarr.OmeZarrImage;
import org.jointattention.segmentation.Output;
import org.jointattention.segmentation.zarr.ZarrPlace;

/** An image, and the folder that its results go to: a file, or a folder of OME-Zarr. */
public final class BatchFile {
    private final Path image;
    private final Path folder;
    private final boolean zarr;

    public BatchFile(Path image, Path folder) {
        this.image = image;
        this.folder = folder;
        this.zarr = Files.isDirectory(image) && OmeZarrImage.isIn(image);
    }

    public Path image() {
        return image;
    }

    /** The folder of its results; it may not exist yet. */
    public Path folder() {
        return folder;
    }

    /** Whether it is a folder of OME-Zarr; it was when this was made. */
    public boolean isZarr() {
        return zarr;
    }

    /** What its results have in common, and those of no other image in the same folder. */
    String name() {
        return zarr ? image.toAbsolutePath().normalize().getFileName().toString() : ImageFiles.baseName(image);
    }

    /** Its results: the labels alone, a folder, of an image of OME-Zarr. */
    List<Path> results(Set<Output> outputs) {
        return zarr
                ? List.of(ZarrPlace.labels(image, folder))
                : outputs.stream().map(output -> output.file(image, folder)).collect(Collectors.toList());
    }

    /** Whether all its results are there. */
    public boolean isDone(Set<Output> outputs) {
        return results(outputs).stream().allMatch(zarr ? BatchFile::isComplete : Files::isRegularFile);
    }

    private static boolean isComplete(Path labels) {
        try {
            return OmeZarrImage.isComplete(labels);
        } catch (ImageException e) {
            return false; // damaged: it is said when they are to be written
        }
    }
}
