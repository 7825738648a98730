package org.jointattention.command;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import java.awt.HeadlessException;
import java.awt.Point;
import java.util.ArrayList;
import java.util.List;
import org.jointattention.image.LabelPlane;
import org.jointattention.image.LabelRois;
import org.jointattention.image.NumberedObject;
import org.jointattention.model.LabelClass;

/** Shows labels over the image they were made of: what is there stays, and pixels are not touched. */
final class SourceMarks {
    private final ImagePlus image;
    private final List<LabelClass> classes;
    private final LabelRois rois;

    /** @param corner where the labels begin in the image */
    SourceMarks(ImagePlus image, Point corner, List<LabelClass> classes) {
        this.image = image;
        this.classes = classes;
        this.rois = new LabelRois(image, corner.x, corner.y, classes);
    }

    /**
     * The user's ROI Manager, opened where it is not open.
     *
     * @throws CommandException if there can be none, since there is no display
     */
    static RoiManager manager() {
        try {
            return RoiManager.getRoiManager();
        } catch (HeadlessException e) {
            throw new CommandException(
                    "The ROI Manager is a window, and there is no display: leave rois out, and use overlay or table.",
                    e);
        }
    }

    /** Adds the colours of the classes to the image's overlay, each plane's where it belongs. */
    void addColours(List<LabelPlane> labels) {
        Overlay overlay = image.getOverlay() == null ? new Overlay() : image.getOverlay();
        for (int plane = 0; plane < labels.size(); plane++) {
            if (labels.get(plane).max() > 0) {
                overlay.add(rois.colours(labels.get(plane), plane));
            }
        }
        image.setOverlay(overlay);
    }

    /** Adds the outlines of objects to the ROI Manager, named by class and number. */
    void addOutlines(RoiManager manager, List<NumberedObject> objects) {
        for (Roi roi : outlines(objects)) {
            manager.addRoi(roi);
        }
    }

    List<Roi> outlines(List<NumberedObject> objects) {
        List<Roi> outlines = new ArrayList<>();
        for (NumberedObject object : objects) {
            String name = classes.get(object.label()).name() + " " + object.number();
            outlines.add(rois.outline(object.object(), name, object.plane()));
        }
        return outlines;
    }
}
