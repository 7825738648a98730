package org.jointattention.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jointattention.image.ImageFiles;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.scijava.module.Module;

public class SegmentFolderTest {
    @ClassRule
    public static final TemporaryFolder MODELS = new TemporaryFolder();

    private static CommandHarness harness;
    private static File model;

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private Path in;
    private Path out;

    @BeforeClass
    public static void start() {
        harness = new CommandHarness();
        model = TinyModels.write(MODELS.getRoot().toPath(), 1, 3, 5);
    }

    @AfterClass
    public static void stop() {
        harness.close();
    }

    @Before
    public void images() throws IOException {
        in = temporary.newFolder("in").toPath();
        out = in.resolve("results");
        ImageFiles.savePng(new ImagePlus("a", TestPictures.plane(1, 8)), in.resolve("a.png"));
        ImageFiles.saveTiff(new ImagePlus("c", TestPictures.stack(2, 16)), in.resolve("c.tif"));
        Path sub = Files.createDirectories(in.resolve("sub/deeper"));
        ImageFiles.savePng(new ImagePlus("d", TestPictures.plane(2, 8)), sub.resolve("a.png"));
    }

    private Module run(Object... more) {
        Object[] inputs = {"source", in.toFile(), "destination", out.toFile(), "modelfile", model, "threads", 1};
        Object[] all = Arrays.copyOf(inputs, inputs.length + more.length);
        System.arraycopy(more, 0, all, inputs.length, more.length);
        return harness.run(SegmentFolder.class, all);
    }

    private String csv() throws IOException {
        return new String(Files.readAllBytes(out.resolve("summary.csv")), StandardCharsets.UTF_8);
    }

    @Test
    public void allImagesAreSegmentedIntoTheSameSubfolders() throws IOException {
        ResultsTable summary = (ResultsTable)
                run("recursive", true, "overlay", true, "output", "Both").getOutput("summary");
        assertEquals(3, summary.size());
        assertTrue(Files.exists(out.resolve("a_labels.tif")));
        assertTrue(Files.exists(out.resolve("a_overlay.png")));
        assertTrue(Files.exists(out.resolve("sub/deeper/a_probabilities.tif")));
        ImagePlus labels = ImageFiles.open(out.resolve("c_labels.tif"));
        assertEquals(2, labels.getNSlices());
        long things = 0;
        for (int i = 1; i <= 2; i++) {
            int[] histogram = labels.getStack().getProcessor(i).getHistogram();
            things += histogram[1];
        }
        assertEquals(things, (long) summary.getValue("thing1 pixels", 1));
        assertEquals("CPU", summary.getStringValue("device", 1).substring(0, 3));
        assertEquals(4, csv().split("\r\n").length);
    }

    @Test
    public void subfoldersAreLeftOutUnlessAskedFor() {
        assertEquals(2, ((ResultsTable) run().getOutput("summary")).size());
    }

    @Test
    public void aBrokenFileDoesNotStopTheRest() throws IOException {
        Files.write(in.resolve("b.png"), new byte[] {1, 2, 3});
        String message = assertThrows(CommandException.class, this::run).getMessage();
        assertTrue(message, message.contains("1 of 3 images failed"));
        assertTrue(message, message.contains("b.png"));
        assertTrue(Files.exists(out.resolve("a_labels.tif")));
        assertTrue(Files.exists(out.resolve("c_labels.tif")));
        assertFalse(Files.exists(out.resolve("b_labels.tif")));
        assertTrue(csv(), csv().contains("b.png,failed,"));
        assertTrue(csv(), csv().contains("c.tif,done,"));
    }

    @Test
    public void whatIsDoneIsSkipped() throws IOException {
        run();
        Files.delete(out.resolve("c_labels.tif"));
        byte[] marked = {7};
        Files.write(out.resolve("a_labels.tif"), marked);
        ResultsTable summary = (ResultsTable) run("skipexisting", true).getOutput("summary");
        assertEquals("skipped", summary.getStringValue("status", 0));
        assertEquals("done", summary.getStringValue("status", 1));
        String row =
                csv().lines().filter(line -> line.contains("a.")).findFirst().get();
        assertTrue(row, row.matches(".*,skipped,[0-9.]+,[0-9]+,[0-9]+.*"));
        assertEquals(1, Files.size(out.resolve("a_labels.tif")));
        run();
        assertTrue(Files.size(out.resolve("a_labels.tif")) > 1);
    }

    @Test
    public void mistakesAreSaidInWords() {
        assertTrue(refusal("source", new File("")).contains("set source"));
        assertTrue(refusal("destination", new File("")).contains("set destination"));
        assertTrue(refusal("source", new File("no/such")).contains("does not exist"));
        assertTrue(refusal("tile", 33).contains("use 32 or 36"));
        assertTrue(refusal("destination", in.resolve("a.png").toFile()).contains("is a file"));
        assertTrue(refusal("source", MODELS.getRoot()).contains("has no images"));
        assertFalse(Files.exists(out));
    }

    private String refusal(Object... inputs) {
        return assertThrows(CommandException.class, () -> run(inputs)).getMessage();
    }
}
