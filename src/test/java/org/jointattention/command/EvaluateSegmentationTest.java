package org.jointattention.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jointattention.evaluation.MaskFiles;
import org.jointattention.files.CsvFile;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.scijava.module.Module;

public class EvaluateSegmentationTest {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    @Rule
    public CommandHost host = new CommandHost();

    private Module run(Object... inputs) throws Exception {
        return host.run(EvaluateSegmentation.class, inputs);
    }

    private String refusal(Object... inputs) {
        return host.refusal(EvaluateSegmentation.class, inputs);
    }

    private static double value(ResultsTable table, String column, String scope, String classId) {
        for (int row = 0; row < table.size(); row++) {
            if (table.getStringValue("scope", row).equals(scope)
                    && table.getStringValue("class", row).equals(classId)) {
                return table.getValue(column, row);
            }
        }
        throw new AssertionError("No row " + scope + " " + classId);
    }

    @Test
    public void comparesTwoOpenImages() throws Exception {
        ImagePlus truth = CommandHost.open("truth", "11..?", "11...");
        truth.getCalibration().pixelWidth = 0.5;
        truth.getCalibration().pixelHeight = 0.5;
        truth.getCalibration().setUnit("mm");
        CommandHost.open("guess", ".11.1", ".11..");
        ResultsTable table =
                (ResultsTable) run("truth", "truth", "predicted", "guess").getOutput("scores");
        assertEquals(0.5, value(table, "dice", "image", "1"), 0);
        assertEquals(2, value(table, "fp", "image", "1"), 0);
        assertEquals(1, value(table, "hd95_px", "image", "1"), 0);
        assertEquals(0.5, value(table, "hd95", "image", "1"), 0);
        assertEquals(0.5, value(table, "dice", "pooled", "foreground"), 0);
        assertEquals(0.5, value(table, "dice", "mean", "foreground"), 0);
        assertEquals("guess", table.getStringValue("image", 0));
        assertEquals("mm", table.getStringValue("unit", 0));
    }

    /** What a macro without windows can keep of the table. */
    @Test
    public void scoresAreSavedAsAFile() throws Exception {
        CommandHost.open("truth", "11..", "11..");
        CommandHost.open("guess", ".11.", ".11.");
        File file = new File(folder.getRoot(), "scores.csv");
        run("truth", "truth", "predicted", "guess", "tablefile", file);
        List<List<String>> records = new CsvFile(file.toPath()).read();
        assertEquals("scope", records.get(0).get(0));
        assertEquals("0.5", records.get(1).get(records.get(0).indexOf("dice")));
        String message = refusal("truth", "truth", "predicted", "guess", "tablefile", folder.getRoot());
        assertTrue(message, message.contains("is a folder"));
    }

    @Test
    public void stacksAreComparedPlaneByPlane() throws Exception {
        ImagePlus truth = CommandHost.open("truth", "11..", "22..");
        ImagePlus guess = CommandHost.open("guess", "11..", "22..");
        truth.getStack().addSlice(CommandHost.open("t", "11..", "....").getProcessor());
        guess.getStack().addSlice(CommandHost.open("g", "....", "....").getProcessor());
        truth.setStack(truth.getStack());
        guess.setStack(guess.getStack());
        ResultsTable table =
                (ResultsTable) run("truth", "truth", "predicted", "guess").getOutput("scores");
        assertEquals("2 planes of 2 classes, and 3 rows each for pooled and mean", 10, table.size());
        assertEquals("2", table.getStringValue("slice", 2));
        assertEquals(0, table.getValue("recall", 2), 0);
        assertEquals("prediction_empty", table.getStringValue("flag", 2));
    }

    @Test
    public void errorsAreShownInColours() throws Exception {
        CommandHost.open("truth", "12?.", "11..");
        CommandHost.open("guess", "1113", ".1..");
        Module module = run("truth", "truth", "predicted", "guess", "errors", true);
        ImagePlus errors = (ImagePlus) module.getOutput("overlay");
        int[][] expected = {{1, 4, 255, 2}, {3, 1, 0, 0}};
        for (int y = 0; y < 2; y++) {
            for (int x = 0; x < 4; x++) {
                assertEquals(x + "," + y, expected[y][x], errors.getProcessor().get(x, y));
            }
        }
        assertEquals(0xffe69f00, errors.getProcessor().getLut().getRGB(2));
        assertEquals(0xff56b4e9, errors.getProcessor().getLut().getRGB(3));
        assertTrue(errors.getInfoProperty(), errors.getInfoProperty().contains("3 false negative: sky blue"));
        assertTrue(errors.getInfoProperty().startsWith("Truth: truth\nPrediction: guess\n"));
        assertEquals("the rest of a macro finds it", errors, WindowManager.getImage("guess-errors"));
        assertNull(run("truth", "truth", "predicted", "guess").getOutput("overlay"));
    }

    @Test
    public void whiteOnBlackIsForegroundInScoresAndErrors() throws Exception {
        CommandHost.open("truth", "??..");
        CommandHost.open("guess", ".??.");
        Module module = run("truth", "truth", "predicted", "guess", "errors", true);
        assertEquals(0.5, ((ResultsTable) module.getOutput("scores")).getValue("dice", 0), 0);
        ImagePlus errors = (ImagePlus) module.getOutput("overlay");
        assertEquals(3, errors.getProcessor().get(0, 0));
        assertEquals(2, errors.getProcessor().get(2, 0));
        assertTrue(errors.getInfoProperty().contains("255 is taken as class 1"));
    }

    @Test
    public void comparesFoldersOfImagesOfDifferentSizes() throws Exception {
        Path truth = folder.newFolder("truth").toPath();
        Path guess = folder.newFolder("guess").toPath();
        MaskFiles.grey(truth.resolve("a.png"), "11..");
        MaskFiles.grey(guess.resolve("a_labels.png"), ".1..");
        MaskFiles.grey(truth.resolve("b.png"), "1.", ".1");
        MaskFiles.grey(guess.resolve("b.png"), "11", ".1");
        Module module = run(
                "source", "Folders", "truthfolder", truth.toFile(), "predictedfolder", guess.toFile(), "errors", true);
        ResultsTable table = (ResultsTable) module.getOutput("scores");
        assertEquals("a", table.getStringValue("image", 0));
        assertEquals(6.0 / 8, value(table, "dice", "pooled", "1"), 1e-12);
        ImagePlus errors = (ImagePlus) module.getOutput("overlay");
        assertEquals("4x2x2", errors.getWidth() + "x" + errors.getHeight() + "x" + errors.getStackSize());
        assertEquals("b", errors.getStack().getSliceLabel(2));
        assertEquals(3, errors.getStack().getProcessor(1).get(0, 0));
        assertEquals(2, errors.getStack().getProcessor(2).get(1, 0));
        assertEquals("beyond the image", 255, errors.getStack().getProcessor(2).get(2, 0));
    }

    @Test
    public void tellsWhatIsWrong() throws IOException {
        assertTrue(refusal("truth", "x", "predicted", "y").contains("There is no open image \"x\". Open: none."));
        assertTrue(refusal().contains("Choose the truth image"));
        CommandHost.open("truth", "1.");
        CommandHost.open("large", "1..");
        assertTrue(refusal("truth", "truth", "predicted", "y").contains("Open: truth, large."));
        assertTrue(refusal("truth", "truth", "predicted", "large")
                .contains("\"large\" is 3x1 pixels, but \"truth\" is 2x1"));
        CommandHost.open("large", "1.");
        assertTrue(refusal("truth", "truth", "predicted", "large").contains("2 open images are called \"large\""));
        assertTrue(refusal("source", "Folders").contains("Choose the truth folder"));
        File none = new File(folder.getRoot(), "none");
        assertTrue(refusal("source", "Folders", "truthfolder", none, "predictedfolder", folder.getRoot())
                .contains("does not exist"));
    }
}
