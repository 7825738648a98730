package org.jointattention.image;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.jointattention.model.LabelClass;

/**
 * Labels as what ImageJ shows over an image: colours, or outlines of objects. Each lies where the image's plane is, so
 * that the other slices and frames do not show it.
 */
public final class LabelRois {
    private static final double OPACITY = 0.35;

    private final ImagePlus image;
    private final int left;
    private final int top;
    private final List<LabelClass> classes;

    /**
     * @param image which they are for; it is not changed
     * @param left column of the image where the labels begin
     * @param top row of the image where the labels begin
     */
    public LabelRois(ImagePlus image, int left, int top, List<LabelClass> classes) {
        this.image = image;
        this.left = left;
        this.top = top;
        this.classes = new ArrayList<>(classes);
    }

    /**
     * The colours of the classes but the background, half transparent, as one picture over the plane.
     *
     * @param plane which slice and frame, counted as in {@link ImagePlanes}
     */
    public Roi colours(LabelPlane labels, int plane) {
        int[] pixels = new int[labels.size()];
        for (int i = 0; i < pixels.length; i++) {
            int label = labels.get(i);
            // black is transparent, and a class may be black
            pixels[i] = label == 0 ? 0 : 0xff000000 | Math.max(1, LabelLut.colour(label, classes));
        }
        ImageRoi roi = new ImageRoi(left, top, new ColorProcessor(labels.width(), labels.height(), pixels));
        roi.setZeroTransparent(true);
        roi.setOpacity(OPACITY);
        roi.setName("Joint Attention labels");
        place(roi, plane);
        return roi;
    }

    /**
     * The outline of one object, in its class's colour; the group is its class.
     *
     * @param plane which slice and frame, counted as in {@link ImagePlanes}
     */
    public Roi outline(LabelObject object, String name, int plane) {
        Roi roi = object.outline();
        roi.setLocation(roi.getXBase() + left, roi.getYBase() + top);
        roi.setGroup(object.label());
        roi.setStrokeColor(new Color(LabelLut.colour(object.label(), classes)));
        roi.setName(name);
        place(roi, plane);
        return roi;
    }

    private void place(Roi roi, int plane) {
        int slice = plane % image.getNSlices() + 1;
        int frame = plane / image.getNSlices() + 1;
        if (image.isHyperStack()) {
            roi.setPosition(0, slice, frame); // on all channels
        } else if (image.getNSlices() * image.getNFrames() > 1) {
            roi.setPosition(plane + 1);
        }
    }
}
