package org.jointattention.gui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.io.File;
import org.jointattention.training.Discs;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Labels From ROIs in real ImageJ and without a display. */
public class LabelsGuiTest extends GuiTest {
    private static final String LABEL = "Labels From ROIs...";

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private File imageWithRois() {
        Overlay overlay = new Overlay();
        String[] names = {"background", "disc-1", "disc-2"};
        for (int i = 0; i < names.length; i++) {
            Roi roi = new OvalRoi(3 + 11 * i, 5, 8, 8 + i);
            roi.setName(names[i]);
            overlay.add(roi);
        }
        ImagePlus image = Discs.image("discs", 2, 1);
        image.getCalibration().pixelWidth = 0.5;
        image.setOverlay(overlay);
        File file = new File(folder.getRoot(), "discs.tif");
        assertTrue(IJ.saveAsTiff(image, file.getPath()));
        return file;
    }

    @Test
    public void whatIsRecordedDoesTheSameAgainAndWithoutADisplay() {
        File file = imageWithRois();
        ImagePlus image = show(IJ.openImage(file.getPath()));
        String line = record(
                        LABEL,
                        dialog -> dialog.choose("assign", "Name")
                                .choose("origin", "Overlay")
                                .tick("unlabelled", true)
                                .ok())
                .line();
        assertEquals("run(\"Labels From ROIs...\", \"assign=Name origin=Overlay unlabelled=true classes=\");", line);
        ImagePlus byHand = newImage().duplicate();
        assertEquals(255, byHand.getProcessor().get(0, 0));
        assertEquals(1, byHand.getProcessor().get(18, 9));
        assertEquals("the ROIs stay", 3, image.getOverlay().size());

        show(IJ.openImage(file.getPath()));
        replay(line);
        assertSame(byHand, newImage());

        File result = new File(folder.getRoot(), "labels.tif");
        HeadlessRun.of("open(\"" + file + "\");\n" + line + "\nsaveAs(\"Tiff\", \"" + result + "\");")
                .assertSucceeded();
        assertSame(byHand, IJ.openImage(result.getPath()));
    }
}
