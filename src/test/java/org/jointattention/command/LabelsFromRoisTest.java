package org.jointattention.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import org.jointattention.image.LabelLut;
import org.junit.Rule;
import org.junit.Test;

/** The command that makes labels of ROIs. */
public class LabelsFromRoisTest {
    @Rule
    public final CommandHost commands = new CommandHost();

    private static ImagePlus image() {
        ImagePlus image = IJ.createHyperStack("cells.tif", 30, 20, 2, 3, 1, 16);
        image.getCalibration().pixelWidth = 0.25;
        image.getCalibration().setUnit("um");
        Roi nucleus = new Roi(2, 2, 5, 5);
        nucleus.setName("nucleus-1");
        nucleus.setPosition(0, 2, 0);
        Roi border = new OvalRoi(15, 5, 8, 8);
        border.setName("border");
        image.setOverlay(new Overlay(nucleus));
        image.getOverlay().add(border);
        return image;
    }

    private ImagePlus labels(ImagePlus image, Object... more) {
        Object[] inputs = new Object[more.length + 4];
        System.arraycopy(new Object[] {"image", image, "origin", "Overlay"}, 0, inputs, 0, 4);
        System.arraycopy(more, 0, inputs, 4, more.length);
        return (ImagePlus) commands.run(LabelsFromRois.class, inputs).getOutput("labels");
    }

    @Test
    public void labelsHaveTitleAxesCalibrationColoursAndNames() {
        ImagePlus image = image();
        ImagePlus labels = labels(image);
        assertEquals("cells_labels", labels.getTitle());
        assertEquals("1,3,1", labels.getNChannels() + "," + labels.getNSlices() + "," + labels.getNFrames());
        assertEquals(0.25, labels.getCalibration().pixelWidth, 0);
        assertEquals(LabelLut.colour(2), labels.getProcessor().getColorModel().getRGB(2) & 0xffffff);
        String info = (String) labels.getProperty("Info");
        assertTrue(info, info.contains("Classes: 0 background, 1 border, 2 nucleus"));
        assertEquals(2, labels.getStack().getProcessor(2).get(4, 4));
        assertEquals(0, labels.getStack().getProcessor(1).get(4, 4));
        assertEquals(1, labels.getStack().getProcessor(3).get(19, 9));
        assertEquals(2, image.getOverlay().size());
        assertEquals(0, image.getProcessor().getStats().max, 0);
    }

    @Test
    public void unlabelledPixelsAndListedClasses() {
        ImagePlus labels = labels(image(), "unlabelled", true, "classes", "background, nucleus, border");
        assertEquals(255, labels.getStack().getProcessor(1).get(0, 0));
        assertEquals(1, labels.getStack().getProcessor(2).get(4, 4));
        assertTrue(labels.getProperty("Info").toString().contains("Unlabelled: 255"));
    }

    @Test
    public void failuresSayWhatToDo() {
        ImagePlus bare = IJ.createImage("bare", 10, 10, 1, 8);
        String message = commands.refusal(LabelsFromRois.class, "image", bare, "origin", "Overlay");
        assertTrue(message, message.contains("\"bare\" has no ROIs in its overlay") && message.contains("Ctrl-B"));
        message = commands.refusal(LabelsFromRois.class, "image", bare, "origin", "ROI Manager");
        assertTrue(message, message.contains("The ROI Manager has no ROIs"));
        message = commands.refusal(LabelsFromRois.class, "image", image(), "origin", "Overlay", "assign", "Group");
        assertTrue(message, message.contains("2 of 2 ROIs have no group"));
        message = commands.refusal(LabelsFromRois.class, "image", image(), "origin", "Overlay", "classes", "a,b");
        assertTrue(message, message.contains("classes that are not listed"));
    }
}
