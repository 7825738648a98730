package org.jointattention.segmentation;

import ij.ImagePlus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jointattention.image.ImageFiles;

/** Segments image files and writes the results beside each other into a folder. */
public final class FileSegmenter {
    private final ImageSegmenter segmenter;
    private final Set<Output> outputs;
    private final boolean virtual;

    /**
     * @param outputs what to write
     * @param virtual whether the planes of a stack are read from the file one by one
     */
    public FileSegmenter(ImageSegmenter segmenter, Set<Output> outputs, boolean virtual) {
        this.segmenter = Objects.requireNonNull(segmenter);
        this.outputs = Collections.unmodifiableSet(EnumSet.copyOf(outputs));
        this.virtual = virtual;
    }

    /**
     * Segments one file. Each result appears when it is complete; a former one is replaced.
     *
     * @param folder an existing folder
     * @throws org.jointattention.image.ImageException if the image cannot be read or a result not written
     */
    public FileResult segment(Path image, Path folder, Progress progress) {
        ImagePlus source = virtual ? ImageFiles.openVirtual(image) : ImageFiles.open(image);
        Map<Output, ImagePlus> results = segmenter.segment(source, outputs, progress);
        List<Path> files = new ArrayList<>();
        results.forEach((output, result) -> files.add(save(result, output, output.file(image, folder))));
        long planes = (long) source.getNSlices() * source.getNFrames();
        return new FileResult(files, planes * source.getWidth() * source.getHeight());
    }

    private static Path save(ImagePlus result, Output output, Path file) {
        if (output == Output.OVERLAY) {
            ImageFiles.savePng(result, file);
        } else {
            ImageFiles.saveTiff(result, file);
        }
        return file;
    }
}
