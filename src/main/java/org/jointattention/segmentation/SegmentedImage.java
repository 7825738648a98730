package org.jointattention.segmentation;

import ij.ImagePlus;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jointattention.image.LabelPlane;

/** What became of an image: the images asked for, and the labels that they show. */
public final class SegmentedImage {
    private final Map<Output, ImagePlus> images;
    private final List<LabelPlane> labels;
    private final boolean complete;

    SegmentedImage(Map<Output, ImagePlus> images, List<LabelPlane> labels, boolean complete) {
        this.images = images;
        this.labels = Collections.unmodifiableList(labels);
        this.complete = complete;
    }

    public Optional<ImagePlus> image(Output output) {
        return Optional.ofNullable(images.get(output));
    }

    /**
     * The most probable class of each pixel, a plane for each slice of each frame, slices first. They are the pixels of
     * the label image, not a copy.
     */
    public List<LabelPlane> labels() {
        return labels;
    }

    /** Whether all of the image was segmented; if not, the user cancelled, and the rest is 0. */
    public boolean isComplete() {
        return complete;
    }
}
