package org.jointattention.gui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jointattention.command.TinyModels;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Segment Folder in real ImageJ, cancelled and continued, and without a display. */
public class SegmentFolderGuiTest extends GuiTest {
    private static final String LABEL = "Segment Folder...";
    private static final String TABLE = "Segment Folder";
    private static final String QUICK = " precision=float32 device=cpu threads=1";

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private File source;
    private File model;

    @Before
    public void files() throws IOException {
        source = folder.newFolder("my images");
        model = TinyModels.write(folder.getRoot().toPath(), 1, 2, 1);
    }

    private void images(int count, int size) {
        for (int i = 0; i < count; i++) {
            ImagePlus image = IJ.createImage("image", "8-bit ramp", size, size, 1);
            image.getProcessor().rotate(10 * i);
            assertTrue(IJ.saveAsTiff(image, new File(source, "image-" + i + ".tif").getPath()));
        }
    }

    private String line(File destination, String options) {
        return "run(\"" + LABEL + "\", \"source=[" + source + "] destination=[" + destination + "] modelfile=[" + model
                + "]" + QUICK + options + "\");";
    }

    private static List<File> labels(File destination) {
        File[] files = destination.listFiles((parent, name) -> name.endsWith("_labels.tif"));
        return Arrays.stream(files == null ? new File[0] : files).sorted().collect(Collectors.toList());
    }

    private static void assertSameLabels(File expected, File actual) {
        List<File> wanted = labels(expected);
        List<File> got = labels(actual);
        assertEquals(wanted.size(), got.size());
        for (int i = 0; i < wanted.size(); i++) {
            assertEquals(wanted.get(i).getName(), got.get(i).getName());
            assertSame(
                    IJ.openImage(wanted.get(i).getPath()),
                    IJ.openImage(got.get(i).getPath()));
        }
    }

    @Test
    public void whatIsRecordedDoesTheSameAgainAndWithoutADisplay() {
        images(3, 50);
        File byHand = new File(folder.getRoot(), "by hand");
        String line = record(
                        LABEL,
                        dialog -> dialog.type("source", source.getPath())
                                .type("destination", byHand.getPath())
                                .type("modelfile", model.getPath())
                                .choose("device", "cpu")
                                .choose("precision", "float32")
                                .ok())
                .line();
        assertEquals(3, labels(byHand).size());
        assertEquals(3, ResultsTable.getResultsTable(TABLE).size());

        File byMacro = new File(folder.getRoot(), "by macro");
        replay(line.replace("by hand", "by macro"));
        assertSameLabels(byHand, byMacro);
        assertEquals("rows are added", 6, ResultsTable.getResultsTable(TABLE).size());

        File headless = new File(folder.getRoot(), "headless");
        HeadlessRun.of(line.replace("by hand", "headless")).assertSucceeded();
        assertSameLabels(byHand, headless);
        assertTrue(new File(headless, "summary.csv").isFile());
    }

    @Test
    public void escapeLeavesWholeFilesAndTheNextRunGoesOn() {
        images(40, 400);
        File destination = new File(folder.getRoot(), "results");
        MacroRun run = MacroRun.start(line(destination, ""));
        Waiting.until("a result", () -> !labels(destination).isEmpty());
        assertEquals("the event thread is free", "line", Windows.onEventThread(() -> {
            IJ.setTool("line");
            return IJ.getToolName();
        }));
        Windows.escape();
        run.awaitEnd();
        int done = labels(destination).size();
        assertTrue("" + done, done < 40);
        labels(destination)
                .forEach(file -> assertEquals(400, IJ.openImage(file.getPath()).getWidth()));
        String[] all = destination.list();
        assertEquals(Arrays.toString(all), done + 2, all.length); // and the summary and the manifest
        assertEquals(done, ResultsTable.getResultsTable(TABLE).size());

        for (int i = 12; i < 40; i++) {
            assertTrue(new File(source, "image-" + i + ".tif").delete());
        }
        replay(line(destination, " skipexisting=true"));
        assertEquals(Math.max(done, 12), labels(destination).size());
        assertFalse(IJ.escapePressed());
    }
}
