package org.jointattention.training;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jointattention.image.ImagePlanes;
import org.jointattention.image.LabelPlane;

/**
 * Images in memory with their labels, to train on; read as {@link TrainingFolders} reads files. Slices and frames of one
 * image count as pages of one file. Immutable.
 *
 * <pre>{@code
 * Split split = new LabelledImages().with(image, labels).load(DataSetOptions.standard(), request);
 * }</pre>
 */
public final class LabelledImages {
    private final List<OpenPair> pairs;

    public LabelledImages() {
        this(Collections.emptyList());
    }

    private LabelledImages(List<OpenPair> pairs) {
        this.pairs = pairs;
    }

    /** @param labels a label image with a plane for each slice and frame of the image */
    public LabelledImages with(ImagePlus image, ImagePlus labels) {
        return with(image, LabelPlane.of(labels), labels.getTitle());
    }

    /**
     * @param labels a plane for each slice of each frame, slices first
     * @param labelsName what to call them in messages
     */
    public LabelledImages with(ImagePlus image, List<LabelPlane> labels, String labelsName) {
        List<OpenPair> more = new ArrayList<>(pairs);
        more.add(new OpenPair(image, labels, labelsName));
        return new LabelledImages(more);
    }

    /**
     * Copies the pixels and holds out a share of the images.
     *
     * @throws DataSetException that lists all there is to mend
     * @throws TrainingException if Java's memory is too small
     */
    public Split load(DataSetOptions options, PlanRequest request) {
        request.check();
        HeapNeed need = new HeapNeed(request.seenSlices());
        double held = request.validationFraction().orElse(Planner.VALIDATION);
        pairs.forEach(pair -> need.addImage(pair.image, 1 - held));
        need.check(Runtime.getRuntime().maxMemory());
        return Split.of(new DataSetLoader().load(pairs, options.withSlices(request.seenSlices())), request);
    }

    private static final class OpenPair implements ImagePair {
        private final ImagePlus image;
        private final List<LabelPlane> labels;
        private final String labelsName;

        OpenPair(ImagePlus image, List<LabelPlane> labels, String labelsName) {
            this.image = image;
            this.labels = labels;
            this.labelsName = labelsName;
        }

        @Override
        public String imageName() {
            return image.getTitle();
        }

        @Override
        public String maskName() {
            return labelsName;
        }

        @Override
        public ImagePlanes image() {
            return ImagePlanes.of(image);
        }

        @Override
        public List<LabelPlane> labels() {
            return labels;
        }
    }
}
