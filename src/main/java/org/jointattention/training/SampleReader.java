package org.jointattention.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jointattention.image.FloatPlane;

/** Reads image and mask files; slices and frames become planes of their own, in that order. */
interface SampleReader {
    /**
     * The planes of an image with the values as stored; RGB has 3 channels.
     *
     * @throws IOException if the file is no image; the message says why, without the file's name
     */
    List<FloatPlane> readImage(Path file) throws IOException;

    /**
     * The planes of a mask: ids as stored, palette indices for a palette image.
     *
     * @throws IOException if the file is no image, or holds colours, several channels or fractions
     */
    List<LabelPlane> readMask(Path file) throws IOException;
}
