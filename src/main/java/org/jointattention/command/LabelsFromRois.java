package org.jointattention.command;

import ij.ImagePlus;
import ij.gui.Roi;
import java.util.List;
import org.jointattention.image.LabelImages;
import org.jointattention.image.LabelLut;
import org.jointattention.image.LabelNames;
import org.jointattention.image.RoiClasses;
import org.jointattention.image.RoiKey;
import org.jointattention.image.RoiLabels;
import org.jointattention.model.LabelClass;
import org.jointattention.model.ModelSpec;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** ROIs with classes become a label image, to train on or to compare with. */
@Plugin(
        type = Command.class,
        menuPath = JointAttentionCommand.MENU + "Labels From ROIs...",
        description = "Make a label image of ROIs that have a class by name, group or colour.")
public final class LabelsFromRois extends JointAttentionCommand {
    static final String ASSIGN = "What tells the class of a ROI: its name (a number at the end does not count:"
            + " nucleus-1, nucleus-2), its group, or its colour.";
    static final String ORIGIN = "Where the ROIs are. They stay as they are; where they overlap, the later one counts.";
    static final String CLASSES =
            "Names in the order of their numbers, such as: background, nucleus, border. A class may be"
                    + " written NAME=KEY, such as: nucleus=yellow. Empty: all that the ROIs show, sorted; background is 0.";

    private static final int UNLABELLED = 0x808080; // grey, which no class has

    @Parameter(label = "Image", description = "The image that the ROIs are drawn on; it is not changed.")
    private ImagePlus image;

    @Parameter(
            label = "Class by",
            choices = {Choice.NAME, Choice.GROUP, Choice.COLOUR},
            description = ASSIGN)
    private String assign = Choice.NAME;

    @Parameter(
            label = "ROIs of",
            choices = {RoiOrigin.MANAGER, RoiOrigin.OVERLAY},
            description = ORIGIN)
    private String origin = RoiOrigin.MANAGER;

    @Parameter(
            label = "Rest is unlabelled (255)",
            description = "Pixels without a ROI get 255, which trainings ignore; else 0, the background.")
    private boolean unlabelled = false;

    @Parameter(label = "Classes", required = false, description = CLASSES)
    private String classes = "";

    @Parameter(type = ItemIO.OUTPUT, label = "Labels", description = "The label image.")
    private ImagePlus labels;

    @Override
    protected void compute() {
        assign = Choice.of("assign", assign, Choice.NAME, Choice.GROUP, Choice.COLOUR);
        origin = Choice.of("origin", origin, RoiOrigin.MANAGER, RoiOrigin.OVERLAY);
        List<Roi> rois = new RoiOrigin(origin).require(image);
        RoiClasses found = RoiClasses.of(rois, RoiKey.parse(assign), classes);
        RoiLabels drawn = RoiLabels.of(image, rois, found, unlabelled ? ModelSpec.IGNORE : 0);
        drawn.notes().forEach(this::say);
        String title = LabelNames.title(image, LabelNames.ENDING);
        labels = LabelImages.of(title, image, drawn.planes(), found.classes());
        if (unlabelled) {
            labels.setLut(LabelLut.of(found.classes(), UNLABELLED));
        }
        labels.setProperty("Info", info(found.classes()));
        open(labels);
    }

    private String info(List<LabelClass> found) {
        StringBuilder text = new StringBuilder("Classes:");
        for (int number = 0; number < found.size(); number++) {
            text.append(number == 0 ? " " : ", ").append(number).append(' ').append(found.get(number));
        }
        if (unlabelled) {
            text.append("\nUnlabelled: ").append(ModelSpec.IGNORE);
        }
        return text.append("\nClasses by: ")
                .append(assign)
                .append(" of ROIs, ")
                .append(origin)
                .append('\n')
                .toString();
    }
}
