package org.jointattention.command;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import java.awt.HeadlessException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jointattention.image.RoiLabels;

/** Where the ROIs of an image are. They are read only. */
final class RoiOrigin {
    static final String MANAGER = "ROI Manager";
    static final String OVERLAY = "Overlay";

    private final boolean manager;

    /**
     * @param name {@link #MANAGER} or {@link #OVERLAY}
     * @throws CommandException if it is neither
     */
    RoiOrigin(String name) {
        this.manager = Choice.of("origin", name, MANAGER, OVERLAY).equals(MANAGER);
    }

    boolean isManager() {
        return manager;
    }

    /** The ROIs that mark pixels, in their order; empty where there are none. */
    List<Roi> rois(ImagePlus image) {
        return RoiLabels.marks(manager ? ofManager() : ofOverlay(image));
    }

    /** @throws CommandException if there are none */
    List<Roi> require(ImagePlus image) {
        List<Roi> rois = rois(image);
        if (!rois.isEmpty()) {
            return rois;
        }
        throw new CommandException(
                manager
                        ? "The ROI Manager has no ROIs. Draw some and add each with Ctrl-T, or choose Overlay."
                        : "\"" + image.getTitle() + "\" has no ROIs in its overlay. Draw some and add each with Ctrl-B,"
                                + " or choose ROI Manager.");
    }

    private static List<Roi> ofManager() {
        try {
            RoiManager open = RoiManager.getInstance2();
            return open == null ? Collections.emptyList() : Arrays.asList(open.getRoisAsArray());
        } catch (HeadlessException e) {
            throw new CommandException(
                    "The ROI Manager is a window, and there is no display: put the ROIs into the image's overlay, and"
                            + " choose origin=Overlay.",
                    e);
        }
    }

    private static List<Roi> ofOverlay(ImagePlus image) {
        return image.getOverlay() == null
                ? Collections.emptyList()
                : Arrays.asList(image.getOverlay().toArray());
    }
}
