package org.jointattention.gui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.plugin.frame.RoiManager;
import org.junit.Test;

/** Segment Image in real ImageJ: what is recorded does the same again, with windows and without. */
public class SegmentGuiTest extends GuiTest {
    private static final String LABEL = "Segment Image...";
    private static final String TABLE = "Joint Attention objects";

    @Test
    public void whatIsRecordedDoesTheSameAgainAndWithoutADisplay() {
        show(Nuclei.part());
        String line = record(LABEL, dialog -> {
                    assertTrue(dialog.choices("model").contains("nuclei"));
                    dialog.choose("model", "nuclei")
                            .choose("precision", "float32")
                            .ok();
                })
                .line();
        assertTrue(line, line.contains("model=nuclei") && line.contains("precision=float32"));
        ImagePlus byHand = newImage().duplicate();
        assertTrue(IJ.d2s(byHand.getStatistics().max), byHand.getStatistics().max == 1);
        Windows.closeAll();
        show(Nuclei.part());
        replay(line);
        assertSame(byHand, newImage());
        String sum = IJ.d2s(byHand.getStatistics().mean, 6);
        HeadlessRun run = HeadlessRun.of(Nuclei.MACRO + line + "\nprint(d2s(getValue(\"Mean\"), 6));")
                .assertSucceeded();
        assertTrue(run.out() + " wants " + sum, run.out().contains(sum));
    }

    @Test
    public void whatTheUserHasIsAppendedToAndKept() {
        ImagePlus image = show(Nuclei.part());
        RoiManager manager = new RoiManager();
        manager.addRoi(new ij.gui.Roi(1, 2, 3, 4));
        byte[] before = ((byte[]) image.getProcessor().getPixels()).clone();
        String inputs = "model=nuclei output=Labels overlay=true rois=true table=true";
        replay("run(\"" + LABEL + "\", \"" + inputs + "\");");
        int objects = manager.getCount() - 1;
        assertTrue("objects", objects > 3);
        assertEquals(new ij.gui.Roi(1, 2, 3, 4).getBounds(), manager.getRoi(0).getBounds());
        assertEquals(objects, ResultsTable.getResultsTable(TABLE).size());
        assertFalse(image.getOverlay() == null);
        for (java.awt.Window window : ij.WindowManager.getAllNonImageWindows()) {
            String title = window instanceof java.awt.Frame ? ((java.awt.Frame) window).getTitle() : "";
            assertFalse("what the Info of the result says has no window", title.equals("Info"));
        }
        replay("selectImage(\"nuclei\"); run(\"" + LABEL + "\", \"" + inputs + "\");");
        assertEquals(2 * objects, ResultsTable.getResultsTable(TABLE).size());
        assertEquals(1 + 2 * objects, manager.getCount());
        org.junit.Assert.assertArrayEquals(before, (byte[]) image.getProcessor().getPixels());
    }

    @Test
    public void mistakesAreSaidAtTheFieldOrInOneMessage() {
        show(Nuclei.part());
        record(LABEL, dialog -> {
            dialog.choose("model", "nuclei").type("tile", "100").ok();
            assertTrue(dialog.complaint("tile"), dialog.complaint("tile").contains("multiple of 8"));
            dialog.type("tile", "0").ok();
        });
        String missing = replayFailing("run(\"" + LABEL + "\", \"model=nobody\");");
        assertTrue(missing, missing.contains("nobody"));
        assertEquals(
                1,
                HeadlessRun.of("newImage(\"x\", \"8-bit black\", 20, 20, 1); run(\"" + LABEL + "\", \"model=nobody\");")
                        .status());
    }
}
