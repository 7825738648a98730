package org.jointattention.training;

import ij.ImagePlus;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jointattention.image.FloatPlane;
import org.jointattention.image.ImagePlanes;
import org.jointattention.image.LabelPlane;

/** An image of one or more pages, and the labels of each. */
interface ImagePair {
    /** For messages. */
    String imageName();

    /** For messages. */
    String maskName();

    /**
     * The pages in order, raw grey values.
     *
     * @throws org.jointattention.image.ImageException if they cannot be read
     */
    List<FloatPlane> images();

    /**
     * The labels of the pages in order.
     *
     * @throws org.jointattention.image.ImageException if they cannot be read
     */
    List<LabelPlane> labels();

    /** All pages of an image: slices of frames. */
    static List<FloatPlane> planes(ImagePlus image) {
        ImagePlanes planes = ImagePlanes.of(image);
        return IntStream.range(0, planes.count()).mapToObj(planes::read).collect(Collectors.toList());
    }
}
