package org.jointattention.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.LUT;
import java.awt.Color;
import java.util.List;
import org.jointattention.model.LabelClass;

/** Makes 32-bit ImageJ images out of class probabilities, a channel a class. */
public final class ProbabilityImages {
    private ProbabilityImages() {}

    /**
     * A hyperstack with a channel for each class, displayed in greys from 0 to 1, and the slices, frames and calibration
     * of the source. Slices are labelled with the class, and the source's slice label where there is one.
     *
     * @param planes a plane with a channel a class for each slice of each frame, slices first; each is asked for
     *     once, in order, so a list that makes them on demand saves memory
     * @throws IllegalArgumentException if the planes do not fit the source or the classes
     */
    public static ImagePlus of(String title, ImagePlus source, List<FloatPlane> planes, List<LabelClass> classes) {
        ResultImages.checkCount(source, planes.size());
        ImageStack stack = new ImageStack(source.getWidth(), source.getHeight());
        for (int i = 0; i < planes.size(); i++) {
            FloatPlane plane = planes.get(i);
            ResultImages.checkSize(source, plane.width(), plane.height());
            if (plane.channels() != classes.size()) {
                throw new IllegalArgumentException(
                        plane.channels() + " channels do not fit " + classes.size() + " classes.");
            }
            addChannels(stack, plane, classes, ResultImages.sliceLabel(source, i));
        }
        ImagePlus image = new ImagePlus(title, stack);
        ResultImages.finish(image, source, classes.size());
        if (classes.size() == 1) {
            image.setDisplayRange(0, 1);
            return image;
        }
        return composite(image, classes);
    }

    private static void addChannels(ImageStack stack, FloatPlane plane, List<LabelClass> classes, String sourceLabel) {
        for (int c = 0; c < classes.size(); c++) {
            float[] values = new float[plane.width() * plane.height()];
            for (int i = 0, k = c; i < values.length; i++, k += plane.channels()) {
                values[i] = plane.values()[k];
            }
            String name = classes.get(c).name();
            stack.addSlice(sourceLabel == null ? name : name + " " + sourceLabel, values);
        }
    }

    private static ImagePlus composite(ImagePlus image, List<LabelClass> classes) {
        CompositeImage composite = new CompositeImage(image, CompositeImage.GRAYSCALE);
        LUT[] luts = new LUT[classes.size()];
        for (int c = 0; c < luts.length; c++) {
            luts[c] = LUT.createLutFromColor(new Color(visible(classes.get(c).rgb())));
            luts[c].min = 0;
            luts[c].max = 1;
        }
        composite.setLuts(luts);
        composite.setOpenAsHyperStack(true);
        return composite;
    }

    /** Black, the usual colour of background, would hide the channel. */
    private static int visible(int rgb) {
        return rgb == 0 ? 0xffffff : rgb;
    }
}
