package org.jointattention.image;

import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.gui.Roi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Labels drawn as ROIs. A ROI without a position is on every slice and frame, one with a slice or a frame alone is on
 * all of that; its channel does not count. Where ROIs overlap, the later one wins.
 *
 * <pre>{@code
 * RoiClasses classes = RoiClasses.of(rois, RoiKey.NAME, "");
 * List<LabelPlane> planes = RoiLabels.of(image, rois, classes, 0).planes();
 * }</pre>
 */
public final class RoiLabels {
    private final ImagePlus image;
    private final List<byte[]> planes = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private RoiLabels(ImagePlus image, int unlabelled) {
        this.image = image;
        for (int i = 0; i < image.getNSlices() * image.getNFrames(); i++) {
            byte[] plane = new byte[image.getWidth() * image.getHeight()];
            Arrays.fill(plane, (byte) unlabelled);
            planes.add(plane);
        }
    }

    /**
     * @param image it is not changed, nor are the ROIs
     * @param unlabelled the label where no ROI is: 0, or 255 for unknown
     * @throws ImageException if there are no ROIs, or none marks a pixel of the image
     */
    public static RoiLabels of(ImagePlus image, Collection<Roi> rois, RoiClasses classes, int unlabelled) {
        RoiLabels labels = new RoiLabels(image, unlabelled);
        int drawn = 0;
        int outside = 0;
        for (Roi roi : rois) {
            if (labels.draw((Roi) roi.clone(), (byte) classes.number(roi))) {
                drawn++;
            } else {
                outside++;
            }
        }
        if (drawn == 0) {
            throw new ImageException("No ROI marks a pixel of \"" + image.getTitle() + "\". Draw areas, lines or points"
                    + " on it, one after the other, and give each its class.");
        }
        if (outside > 0) {
            labels.notes.add(outside + (outside == 1 ? " ROI lies" : " ROIs lie") + " outside of \"" + image.getTitle()
                    + "\" and left out.");
        }
        return labels;
    }

    /** Those of a list that mark pixels: no texts, pictures or angles, such as scale bars in an overlay. */
    public static List<Roi> marks(Collection<Roi> rois) {
        List<Roi> marks = new ArrayList<>(rois);
        marks.removeIf(roi -> !new RoiPixels(roi).isMark());
        return marks;
    }

    /** One plane for each slice of each frame, slices first, as in {@link ImagePlanes}. */
    public List<LabelPlane> planes() {
        List<LabelPlane> result = new ArrayList<>();
        planes.forEach(plane -> result.add(new LabelPlane(image.getWidth(), image.getHeight(), plane)));
        return result;
    }

    /** What the user should know of ROIs that were left out; sentences. */
    public List<String> notes() {
        return Collections.unmodifiableList(notes);
    }

    private boolean draw(Roi roi, byte value) {
        boolean any = false;
        for (int plane = 0; plane < planes.size(); plane++) {
            int index = plane;
            if (isOn(roi, plane)) {
                any |= new RoiPixels(roi)
                        .fill(
                                planes.get(plane),
                                image.getWidth(),
                                image.getHeight(),
                                value,
                                point -> isPointOn(roi, point, index));
            }
        }
        return any;
    }

    private boolean isOn(Roi roi, int plane) {
        if (image.getStackSize() == 1) {
            return true; // as ImageJ shows them
        }
        if (roi.hasHyperStackPosition()) {
            return fits(roi.getZPosition(), plane % image.getNSlices())
                    && fits(roi.getTPosition(), plane / image.getNSlices());
        }
        int position = roi.getPosition();
        return position <= 0 || plane == (position - 1) / image.getNChannels();
    }

    /** @param position from 1, 0 for all */
    private static boolean fits(int position, int index) {
        return position == 0 || position == index + 1;
    }

    private boolean isPointOn(Roi roi, int point, int plane) {
        int position = ((PointRoi) roi).getPointPosition(point);
        return image.getStackSize() == 1 || position <= 0 || plane == (position - 1) / image.getNChannels();
    }
}
