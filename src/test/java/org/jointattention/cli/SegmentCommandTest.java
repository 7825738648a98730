package org.jointattention.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.engine.Precision;
import org.jointattention.image.ImageFiles;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SegmentCommandTest {
    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private final FakeEngine engine = new FakeEngine();
    private Path in;
    private Path out;

    @Before
    public void folders() throws IOException {
        in = temporary.newFolder("in").toPath();
        out = temporary.getRoot().toPath().resolve("new/out");
    }

    private CommandRun run(Object... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList("--model", "any", "--out", out.toString()));
        Arrays.stream(arguments).map(Object::toString).forEach(all::add);
        return new CommandRun(new SegmentCommand(() -> engine, CommandRun::model), all.toArray(new String[0]));
    }

    private Path square(String name) {
        return CommandRun.square(in.resolve(name), 300, 30, 200);
    }

    @Test
    public void labelsAreWritten() {
        CommandRun run = run(square("a.png"));
        assertEquals(run.err(), 0, run.status());
        assertEquals(out.resolve("a_labels.tif").toString(), run.out().trim());
        ImagePlus labels = ImageFiles.open(out.resolve("a_labels.tif"));
        assertEquals(300, labels.getWidth());
        assertEquals(1, labels.getProcessor().get(150, 15));
        assertEquals(0, labels.getProcessor().get(299, 29));
        assertFalse(Files.exists(out.resolve("a_probabilities.tif")));
    }

    @Test
    public void allResultsAreWritten() {
        CommandRun run = run("--output", "both", "--overlay", square("a.tif"));
        assertEquals(run.err(), 0, run.status());
        assertEquals(3, run.out().trim().split("\\R").length);
        ImagePlus probabilities = ImageFiles.open(out.resolve("a_probabilities.tif"));
        assertEquals(2, probabilities.getNChannels());
        assertEquals(1, probabilities.getStack().getProcessor(2).getf(150, 15), 1e-5);
        assertEquals(0, probabilities.getStack().getProcessor(1).getf(150, 15), 1e-5);
        assertEquals(24, ImageFiles.open(out.resolve("a_overlay.png")).getBitDepth());
        assertTrue(Files.exists(out.resolve("a_labels.tif")));
    }

    @Test
    public void stacksAreSegmentedPlaneByPlane() {
        Path file = in.resolve("stack.tif");
        ImagePlus image = ij.IJ.createImage("stack", "8-bit black", 20, 10, 1, 3, 2);
        image.getStack().getProcessor(4).set(7, 7, 255);
        ImageFiles.saveTiff(image, file);
        for (String memory : new String[] {"--threads=1", "--min-memory"}) {
            CommandRun run = run(memory, "--output", "both", file);
            assertEquals(run.err(), 0, run.status());
            ImagePlus labels = ImageFiles.open(out.resolve("stack_labels.tif"));
            assertEquals(3, labels.getNSlices());
            assertEquals(2, labels.getNFrames());
            for (int i = 1; i <= 6; i++) {
                assertEquals(i == 4 ? 1 : 0, labels.getStack().getProcessor(i).get(7, 7));
            }
        }
    }

    @Test
    public void foldersAreExpanded() {
        square("a.png");
        square("b.tif");
        CommandRun run = run(in);
        assertEquals(run.err(), 0, run.status());
        assertTrue(Files.exists(out.resolve("a_labels.tif")));
        assertTrue(Files.exists(out.resolve("b_labels.tif")));
    }

    @Test
    public void oneBadFileDoesNotStopTheRest() throws IOException {
        Path bad = in.resolve("bad.png");
        Files.write(bad, new byte[] {1, 2, 3});
        CommandRun run = run(bad, in.resolve("missing.png"), square("good.png"));
        assertEquals(1, run.status());
        assertTrue(run.err(), run.err().contains("error: " + bad));
        assertTrue(run.err(), run.err().contains("2 of 3 images failed"));
        assertTrue(Files.exists(out.resolve("good_labels.tif")));
        assertTrue(engine.predictors().get(0).isClosed());
    }

    @Test
    public void collidingNamesAreRefusedBeforeAnythingRuns() {
        CommandRun run = run(square("a.png"), square("A.tif"));
        assertEquals(1, run.status());
        assertTrue(run.err(), run.err().contains("same name"));
        assertTrue(engine.options().isEmpty());
        assertFalse(Files.exists(out));
    }

    @Test
    public void inputsAreNeverReplaced() {
        out = in;
        CommandRun run = run(square("a.png"), square("a_labels.tif"));
        assertEquals(1, run.status());
        assertTrue(run.err(), run.err().contains("would replace the input"));
    }

    @Test
    public void wrongTilesNameTheNextValidOnes() {
        CommandRun run = run("--tile", 65, square("a.png"));
        assertEquals(2, run.status());
        assertTrue(run.err(), run.err().contains("use 64 or 66"));
        assertEquals(2, run("--tile", 4, in).status());
    }

    @Test
    public void wrongOptionsAreUsageErrors() {
        Path image = square("a.png");
        assertEquals(2, run("--no-such-option", image).status());
        assertEquals(2, run("--device", "tpu", image).status());
        assertEquals(2, run("--threads", -1, image).status());
        assertEquals(2, run("--tile", 64, "--overlap", 33, image).status());
        assertEquals(2, run().status());
    }

    @Test
    public void optionsReachTheEngine() {
        CommandRun run = run(
                "--tile",
                64,
                "--overlap",
                8,
                "--threads",
                3,
                "--device",
                "cpu",
                "--precision",
                "bfloat16",
                square("a.png"));
        assertEquals(run.err(), 0, run.status());
        assertEquals(64, engine.options().get(0).height());
        assertEquals(64, engine.options().get(0).width());
        assertEquals(3, engine.options().get(0).threads());
        assertEquals(DeviceChoice.CPU, engine.options().get(0).device());
        assertEquals(Precision.BFLOAT16, engine.options().get(0).precision());
        assertTrue(run.err(), run.err().contains("overlap=8"));
    }

    @Test
    public void littleMemoryMeansSmallTiles() {
        CommandRun run = run("--min-memory", square("a.png"));
        assertEquals(run.err(), 0, run.status());
        assertEquals(128, engine.options().get(0).height());
        assertTrue(run.err(), run.err().contains("Little memory"));
    }

    @Test
    public void deviceAndSpeedAreSaid() {
        CommandRun run = run(square("a.png"));
        assertTrue(run.err(), run.err().contains("device=CPU reason=it is a fake"));
        assertTrue(run.err(), run.err().contains("precision=float32 reason=it is a fake"));
        assertTrue(run.err(), run.err().contains("megapixels/s"));
    }

    @Test
    public void unwritableFoldersAreErrors() throws IOException {
        out = Files.write(temporary.getRoot().toPath().resolve("file"), new byte[1]);
        CommandRun run = run(square("a.png"));
        assertEquals(1, run.status());
        assertTrue(run.err(), run.err().contains("is a file"));
        assertTrue(engine.options().isEmpty());
    }

    @Test
    public void foldersWithoutImagesAreErrors() {
        assertEquals(1, run(in).status());
    }

    @Test
    public void wrongChannelsFailAlone() {
        Path file = in.resolve("rgb.png");
        ij.process.ColorProcessor colour = new ij.process.ColorProcessor(20, 10);
        colour.set(5, 5, 0xff0000);
        ImageFiles.savePng(new ij.ImagePlus("rgb", colour), file);
        CommandRun run = run(file, square("a.png"));
        assertEquals(1, run.status());
        assertTrue(run.err(), run.err().contains("error: " + file));
        assertTrue(Files.exists(out.resolve("a_labels.tif")));
    }
}
