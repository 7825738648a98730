package org.jointattention.training;

import java.util.List;
import org.jointattention.image.ImagePlanes;
import org.jointattention.image.LabelPlane;

/** An image of one or more pages, and the labels of each. */
interface ImagePair {
    /** For messages. */
    String imageName();

    /** For messages. */
    String maskName();

    /**
     * The image.
     *
     * @throws org.jointattention.image.ImageException if it cannot be read
     */
    ImagePlanes image();

    /**
     * The labels of the pages in order.
     *
     * @throws org.jointattention.image.ImageException if they cannot be read
     */
    List<LabelPlane> labels();
}
