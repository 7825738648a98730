package org.jointattention.segmentation;

import ij.ImagePlus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jointattention.image.ClassArea;
import org.jointattention.image.ImageFiles;
import org.jointattention.image.LabelPlane;
import org.jointattention.image.LargeTiff;
import org.jointattention.model.LabelClass;

/** Segments image files and writes the results beside each other into a folder. */
public final class FileSegmenter {
    private final ImageSegmenter segmenter;
    private final Set<Output> outputs;
    private final boolean virtual;
    private final String info;

    /**
     * @param outputs what to write
     * @param virtual whether the planes of a stack are read from the file one by one
     * @param info how the results are made, lines of text that TIFF files keep as ImageJ's property {@code Info}
     */
    public FileSegmenter(ImageSegmenter segmenter, Set<Output> outputs, boolean virtual, String info) {
        this.segmenter = Objects.requireNonNull(segmenter);
        this.outputs = Collections.unmodifiableSet(EnumSet.copyOf(outputs));
        this.virtual = virtual;
        this.info = Objects.requireNonNull(info);
    }

    /** What is written for each image. */
    public Set<Output> outputs() {
        return outputs;
    }

    /** The model's classes; the background is the first. */
    public List<LabelClass> classes() {
        return segmenter.classes();
    }

    /** Whether the planes of a stack are read from the file one by one. */
    public boolean isVirtual() {
        return virtual;
    }

    /**
     * Segments one file. A large TIFF plane whose labels alone are wanted is read some rows at a time. Each result is written as soon as it is ready, and appears when it is complete; a former one
     * is replaced. Results that are written stay where a later one fails.
     *
     * @param folder an existing folder
     * @throws org.jointattention.image.ImageException if the image cannot be read or a result not written
     */
    public FileResult segment(Path image, Path folder, Progress progress, FileListener listener) {
        Optional<LargeTiff> large = outputs.equals(Set.of(Output.LABELS))
                ? LargeTiff.of(image).filter(tiff -> segmenter.takesPlanes(tiff.channels()))
                : Optional.empty();
        if (large.isPresent()) {
            return segment(large.get(), Output.LABELS.file(image, folder), progress, listener);
        }
        ImagePlus source = virtual ? ImageFiles.openVirtual(image) : ImageFiles.open(image);
        listener.opened(segmenter.mapping(source));
        List<Path> files = new ArrayList<>();
        List<LabelPlane> labels = segmenter.segment(source, outputs, progress, (output, result) -> {
            Path file = output.file(image, folder);
            save(result, output, file);
            files.add(file);
            listener.saved(file);
        });
        long planes = (long) source.getNSlices() * source.getNFrames();
        List<ClassArea> areas = ClassArea.of(labels, segmenter.classes());
        return new FileResult(files, planes * source.getWidth() * source.getHeight(), areas);
    }

    private FileResult segment(LargeTiff image, Path file, Progress progress, FileListener listener) {
        listener.opened(image.mapping());
        LabelPlane labels = segmenter.segment(image, progress, result -> {
            save(result, Output.LABELS, file);
            listener.saved(file);
        });
        List<ClassArea> areas = ClassArea.of(List.of(labels), segmenter.classes());
        return new FileResult(List.of(file), (long) image.width() * image.height(), areas);
    }

    private void save(ImagePlus result, Output output, Path file) {
        if (output == Output.OVERLAY) {
            ImageFiles.savePng(result, file);
        } else {
            result.setProperty("Info", info);
            ImageFiles.saveTiff(result, file);
        }
    }
}
