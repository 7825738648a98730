package org.jointattention.image;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.util.List;
import org.jointattention.model.LabelClass;

/** Makes ImageJ images out of labels, with the slices, frames, calibration and slice labels of the image segmented. */
public final class LabelImages {
    private static final int LARGEST_BYTE = 0xff;
    private static final int LARGEST_SHORT = 0xffff;
    private static final int LARGEST_EXACT_FLOAT = 1 << 24;

    private LabelImages() {}

    /**
     * A label image of 8 bits, of 16 where labels are over 255, and of 32 where they are over 65535. Planes of bytes
     * are not copied where the image has 8 bits: they become its pixels.
     *
     * @param planes one for each slice of each frame, slices first, as in {@link ImagePlanes}
     * @param classes the classes whose colours are shown, or none
     * @throws ImageException if a label is too large for any image type
     * @throws IllegalArgumentException if the planes do not fit the source
     */
    public static ImagePlus of(String title, ImagePlus source, List<LabelPlane> planes, List<LabelClass> classes) {
        ResultImages.checkCount(source, planes.size());
        int max = planes.stream().mapToInt(LabelPlane::max).max().orElse(0);
        if (max > LARGEST_EXACT_FLOAT) {
            throw new ImageException("\"" + title + "\" has " + max + " labels; an image holds " + LARGEST_EXACT_FLOAT
                    + ". Segment a part of the image at a time.");
        }
        ImageStack stack = new ImageStack(source.getWidth(), source.getHeight());
        for (int i = 0; i < planes.size(); i++) {
            ResultImages.checkSize(source, planes.get(i).width(), planes.get(i).height());
            stack.addSlice(ResultImages.sliceLabel(source, i), processor(planes.get(i), max));
        }
        return finished(new ImagePlus(title, stack), source, classes, max);
    }

    /** The label image of 8 bits, but for its pixels: each plane has one instead, the same for all. */
    static ImagePlus frame(String title, ImagePlus source, List<LabelClass> classes) {
        byte[] pixel = new byte[1];
        ImageStack stack = new ImageStack(1, 1);
        for (int i = 0; i < source.getNSlices() * source.getNFrames(); i++) {
            stack.addSlice(ResultImages.sliceLabel(source, i), pixel);
        }
        return finished(new ImagePlus(title, stack), source, classes, 0);
    }

    private static ImagePlus finished(ImagePlus image, ImagePlus source, List<LabelClass> classes, int max) {
        ResultImages.finish(image, source, 1);
        image.setLut(LabelLut.of(classes));
        image.setDisplayRange(0, Math.max(LARGEST_BYTE, max)); // up to 255, the LUT entry is the label
        return image;
    }

    private static ImageProcessor processor(LabelPlane plane, int max) {
        if (max <= LARGEST_BYTE) {
            return new ByteProcessor(plane.width(), plane.height(), plane.toBytes());
        }
        ImageProcessor processor = max <= LARGEST_SHORT
                ? new ShortProcessor(plane.width(), plane.height())
                : new FloatProcessor(plane.width(), plane.height());
        for (int i = 0; i < plane.size(); i++) {
            processor.setf(i, plane.get(i));
        }
        return processor;
    }
}
