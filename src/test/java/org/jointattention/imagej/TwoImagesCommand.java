package org.jointattention.imagej;

import ij.ImagePlus;
import org.jointattention.command.JointAttentionCommand;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** A command with two images among its inputs. */
@Plugin(
        type = Command.class,
        menuPath = "Plugins > Segmentation > Joint Attention > Joint Attention Compare...",
        description = "For tests.")
public final class TwoImagesCommand extends JointAttentionCommand {
    @Parameter(description = "One image.")
    private ImagePlus truth;

    @Parameter(description = "Another image.")
    private ImagePlus predicted;

    @Parameter(type = ItemIO.OUTPUT, label = "Titles", description = "The titles.")
    private String titles;

    @Override
    protected void compute() {
        titles = truth.getTitle() + " and " + predicted.getTitle();
    }
}
