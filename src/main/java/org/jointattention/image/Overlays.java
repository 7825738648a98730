package org.jointattention.image;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import java.util.List;
import org.jointattention.model.LabelClass;
import org.jointattention.model.ModelSpec;

/** Pictures of an image with its classes in colour on it, for looking at. */
public final class Overlays {
    private Overlays() {}

    /** The overlay of the first plane; see {@link #overlay(ImagePlus, int, LabelPlane, List, double)}. */
    public static ImagePlus overlay(ImagePlus source, LabelPlane labels, List<LabelClass> classes, double opacity) {
        return overlay(source, 0, labels, classes, opacity);
    }

    /**
     * An RGB picture of one plane, with every class but the background (0) and unlabelled pixels (255) blended in and
     * outlined in its colour. Images of 16 and 32 bits, and grey ones with the full display range, are stretched in
     * contrast; others are shown as ImageJ shows them.
     *
     * @param plane which slice and frame, counted as in {@link ImagePlanes}
     * @param opacity of the colours, 0 (the outline alone) to 1 (the image is hidden)
     * @throws IllegalArgumentException if labels and image differ in size
     */
    public static ImagePlus overlay(
            ImagePlus source, int plane, LabelPlane labels, List<LabelClass> classes, double opacity) {
        ResultImages.checkSize(source, labels.width(), labels.height());
        if (!(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException("The opacity is " + opacity + "; it must be 0 to 1.");
        }
        int[] pixels = PlanePicture.rgb(source, plane);
        for (int y = 0; y < labels.height(); y++) {
            for (int x = 0; x < labels.width(); x++) {
                int label = labels.get(x, y);
                if (isForeground(label, classes)) {
                    int i = y * labels.width() + x;
                    double weight = isOutline(labels, x, y) ? 1 : opacity;
                    pixels[i] = blend(pixels[i], LabelLut.colour(label, classes), weight);
                }
            }
        }
        return new ImagePlus(
                LabelNames.title(source, "-overlay"), new ColorProcessor(labels.width(), labels.height(), pixels));
    }

    private static boolean isForeground(int label, List<LabelClass> classes) {
        return label != 0 && (label != ModelSpec.IGNORE || label < classes.size());
    }

    private static boolean isOutline(LabelPlane labels, int x, int y) {
        int label = labels.get(x, y);
        return x > 0 && labels.get(x - 1, y) != label
                || y > 0 && labels.get(x, y - 1) != label
                || x < labels.width() - 1 && labels.get(x + 1, y) != label
                || y < labels.height() - 1 && labels.get(x, y + 1) != label;
    }

    private static int blend(int below, int above, double weight) {
        int result = 0xff;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double value = (below >> shift & 0xff) * (1 - weight) + (above >> shift & 0xff) * weight;
            result = result << 8 | (int) (value + 0.5); // a value of a colour is not negative
        }
        return result;
    }
}
