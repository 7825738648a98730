package org.jointattention.gui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import org.jointattention.training.Discs;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Evaluate Segmentation in real ImageJ and without a display. */
public class EvaluateGuiTest extends GuiTest {
    private static final String LABEL = "Evaluate Segmentation...";
    private static final String TABLE = "Joint Attention evaluation";

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private File truth;
    private File predicted;

    @Before
    public void labels() {
        truth = save(Discs.labels("truth", 2, 1));
        ImagePlus moved = Discs.labels("predicted", 2, 1);
        for (int i = 1; i <= 2; i++) {
            moved.getStack().getProcessor(i).translate(2, 1);
        }
        predicted = save(moved);
    }

    private File save(ImagePlus image) {
        File file = new File(folder.getRoot(), image.getTitle() + ".tif");
        assertTrue(IJ.saveAsTiff(image, file.getPath()));
        return file;
    }

    private void open() {
        show(IJ.openImage(truth.getPath()));
        show(IJ.openImage(predicted.getPath()));
    }

    @Test
    public void whatIsRecordedDoesTheSameAgainAndWithoutADisplay() {
        open();
        String line = record(LABEL, dialog -> {
                    assertEquals(
                            "the active image is the likelier prediction", "predicted.tif", dialog.value("predicted"));
                    dialog.choose("source", "Images")
                            .choose("truth", "truth.tif")
                            .tick("errors", true)
                            .ok();
                })
                .line();
        assertTrue(line, line.contains("truth=truth.tif predicted=predicted.tif"));
        ImagePlus byHand = newImage().duplicate();
        ResultsTable table = ResultsTable.getResultsTable(TABLE);
        int rows = table.size();
        double dice = table.getValue("dice", 0);
        assertTrue("" + dice, dice > 0.3 && dice < 1);

        replay(line);
        assertSame(byHand, newImage());
        table = ResultsTable.getResultsTable(TABLE);
        assertEquals("rows are added", 2 * rows, table.size());
        assertEquals(dice, table.getValue("dice", rows), 0);

        File result = new File(folder.getRoot(), "errors.tif");
        HeadlessRun run = HeadlessRun.of("open(\"" + truth + "\"); open(\"" + predicted + "\");\n" + line
                        + "\nsaveAs(\"Tiff\", \"" + result + "\");")
                .assertSucceeded();
        assertSame(byHand, IJ.openImage(result.getPath()));
        assertTrue(run.out(), run.out().contains(IJ.d2s(dice, 4)));
    }
}
