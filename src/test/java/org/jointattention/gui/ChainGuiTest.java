package org.jointattention.gui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import org.junit.Test;

/** A macro that uses one command after the other in real ImageJ asks nothing on its way. */
public class ChainGuiTest extends GuiTest {
    private static final String SEGMENT =
            "run(\"Segment Image...\", \"image=cells model=nuclei output=Both overlay=true rois=true table=true\");\n";
    private static final String LABELS = "run(\"Labels From ROIs...\", \"image=cells origin=[ROI Manager]\");\n";
    private static final String EVALUATE =
            "run(\"Evaluate Segmentation...\", \"source=Images truth=cells_labels predicted=predicted errors=true\");\n";

    private void open() {
        ImagePlus cells = Nuclei.part();
        cells.setTitle("cells");
        show(cells);
    }

    @Test
    public void labelsDrawnFromTheRoisOfASegmentationAreThatSegmentation() {
        open();
        replay(SEGMENT + "selectImage(\"cells_labels\"); rename(\"predicted\");\n" + LABELS + EVALUATE
                + "print(\"all done\");");
        assertTrue(log(), log().contains("all done"));
        double dice = ResultsTable.getResultsTable("Joint Attention evaluation").getValue("dice", 0);
        assertEquals(1, dice, 0.01);
    }

    @Test
    public void twoImagesOfTheSameTitleAreAnErrorAndNoQuestion() {
        open();
        String error =
                replayFailing(SEGMENT + LABELS + EVALUATE.replace("predicted=predicted", "predicted=cells_labels"));
        assertTrue(error, error.contains("2 open images are called \"cells_labels\". Rename them"));
    }
}
