package org.jointattention.segmentation;

import ij.ImagePlus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jointattention.image.ClassArea;
import org.jointattention.image.ImageFiles;
import org.jointattention.image.LabelPlane;
import org.jointattention.model.LabelClass;

/** Segments image files and writes the results beside each other into a folder. */
public final class FileSegmenter {
    private static final Set<Output> LABELS_ALONE = Set.of(Output.LABELS);

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
     * Segments one file. Each result appears when it is complete; a former one is replaced. Results that are written stay
     * where a later one fails.
     *
     * <p>Labels go to their file row by row, and a large TIFF plane is read some rows at a time where no picture of it is
     * wanted, so neither has to fit into Java's memory. Probabilities, and a plane whose picture is wanted, have to.
     *
     * @param folder an existing folder
     * @throws org.jointattention.image.ImageException if the image cannot be read or a result not written
     * @throws SegmentationException if results do not fit into Java's memory
     */
    public FileResult segment(Path image, Path folder, Progress progress, FileListener listener) {
        FilePlanes planes = open(image);
        listener.opened(planes.mapping());
        HeapNeed.ofFile(planes.source(), classes().size(), outputs).checkWhereLarge();
        Results results = new Results(image, folder, listener);
        List<ClassArea> areas = outputs.contains(Output.PROBABILITIES)
                ? keepAll(planes, results, progress)
                : keepFirst(planes, results, progress);
        return new FileResult(results.files, planes.pixels(), areas);
    }

    private FilePlanes open(Path image) {
        Segmenter planeSegmenter = segmenter.segmenter();
        return outputs.equals(LABELS_ALONE)
                ? FilePlanes.inParts(image, planeSegmenter.spec(), virtual, planeSegmenter.rowsOfTile())
                : FilePlanes.whole(image, planeSegmenter.spec(), virtual);
    }

    private List<ClassArea> keepAll(FilePlanes planes, Results results, Progress progress) {
        List<LabelPlane> labels = segmenter.segment(planes.source(), outputs, progress, results::save);
        return ClassArea.of(labels, classes());
    }

    private List<ClassArea> keepFirst(FilePlanes planes, Results results, Progress progress) {
        FileRun run = new FileRun(segmenter.segmenter(), planes, progress);
        if (outputs.contains(Output.OVERLAY)) {
            run.keepFirst();
        }
        if (outputs.contains(Output.LABELS)) {
            results.add(Output.LABELS, file -> run.write(file, info));
        } else {
            run.count();
        }
        run.first().ifPresent(labels -> results.save(Output.OVERLAY, segmenter.overlay(planes.source(), labels)));
        return run.areas();
    }

    /** The files of one image. */
    private final class Results {
        private final Path image;
        private final Path folder;
        private final FileListener listener;
        private final List<Path> files = new ArrayList<>();

        Results(Path image, Path folder, FileListener listener) {
            this.image = image;
            this.folder = folder;
            this.listener = listener;
        }

        void add(Output output, Consumer<Path> writer) {
            Path file = output.file(image, folder);
            writer.accept(file);
            files.add(file);
            listener.saved(file);
        }

        void save(Output output, ImagePlus result) {
            add(output, file -> FileSegmenter.this.save(result, output, file));
        }
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
