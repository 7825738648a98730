package org.jointattention.imagej;

import ij.ImagePlus;
import java.io.File;
import java.util.List;
import org.jointattention.command.JointAttentionCommand;
import org.jointattention.files.CancelledException;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** A command with every kind of input, which says what it got, and fails in every way. */
@Plugin(
        type = Command.class,
        menuPath = "Plugins > Segmentation > Joint Attention > Joint Attention Probe...",
        description = "For tests.")
public final class ProbeCommand extends JointAttentionCommand {
    @Parameter(description = "An image.")
    private ImagePlus image;

    @Parameter(visibility = ItemVisibility.MESSAGE)
    private String note = "This is a test.";

    @Parameter(label = "Number", description = "A number.", min = "0", max = "100")
    private int number = 7;

    @Parameter(label = "Real number", description = "A real number.", min = "0")
    private double real = 0.5;

    @Parameter(
            label = "Words",
            description = "No <bad> words.",
            required = false,
            validater = "checkWords",
            callback = "countWords")
    private String words = "some words";

    @Parameter(label = "Choice", description = "One of several.", initializer = "listChoices")
    private String choice = "first";

    @Parameter(label = "Tick me", description = "Yes or no.")
    private boolean flag;

    @Parameter(label = "Folder", description = "A folder.", style = "directory", required = false, persist = false)
    private File folder = new File("");

    @Parameter(
            label = "End",
            description = "How it ends.",
            choices = {"well", "failure", "mistake", "cancelled"},
            persist = false)
    private String end = "well";

    @Parameter(type = ItemIO.OUTPUT, label = "Inverted", description = "The image inverted.")
    private ImagePlus inverted;

    @Parameter(type = ItemIO.OUTPUT, label = "Probe", description = "All inputs.")
    private String said;

    private void listChoices() {
        offerChoices("choice", List.of("first", "second choice"));
    }

    private void checkWords() {
        if (words.contains("bad")) {
            refuse("'bad' is a bad word");
        }
    }

    private void countWords() {
        number = words.trim().split("\\s+").length;
    }

    @Override
    protected void compute() {
        if (end.equals("failure")) {
            throw new IllegalArgumentException("The probe cannot read it: choose another end.");
        }
        if (end.equals("mistake")) {
            throw new NullPointerException("oops");
        }
        if (end.equals("cancelled")) {
            throw new CancelledException("Cancelled.");
        }
        inverted = image.duplicate();
        inverted.getProcessor().invert();
        inverted.setTitle("inverted");
        said = String.join(
                "|",
                "" + number,
                "" + real,
                words,
                choice,
                "" + flag,
                folder.getPath().replace('\\', '/'));
    }
}
