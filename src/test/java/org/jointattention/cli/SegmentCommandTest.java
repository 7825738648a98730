package org.jointattention.cli;

import static org.junit.Assert.assertArrayEquals;
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
import org.jointattention.engine.EngineException;
import org.jointattention.engine.Precision;
import org.jointattention.image.ImageFiles;
import org.jointattention.model.ModelException;
import org.jointattention.segmentation.SampleTile;
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
        if (all.indexOf("--out") != all.lastIndexOf("--out")) {
            all.subList(2, 4).clear();
        }
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
    public void whatAKilledRunLeftOfTheSameResultsIsRemoved() throws IOException {
        Files.createDirectories(out);
        String end = ".01234567-89ab-cdef-0123-456789abcdef.tmp";
        Path left = Files.createFile(out.resolve(".a_labels.tif" + end));
        Path ofOthers = Files.createFile(out.resolve(".b_labels.tif" + end));
        assertEquals(0, run(square("a.png")).status());
        assertFalse(Files.exists(left));
        assertTrue(Files.exists(ofOthers));
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
    public void tilesMayBeFlippedAndTurned() {
        for (String augment : new String[] {"none", "flips", "full"}) {
            CommandRun run = run("--augment", augment, "--output", "both", square("a.tif"));
            assertEquals(run.err(), 0, run.status());
            ImagePlus probabilities = ImageFiles.open(out.resolve("a_probabilities.tif"));
            assertEquals(1, probabilities.getStack().getProcessor(2).getf(150, 15), 1e-5);
        }
        assertEquals(2, run("--augment", "sometimes", square("a.tif")).status());
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
    public void automaticPrecisionIsJudgedOnTheFirstImage() {
        Path image = square("a.png");
        assertEquals(
                0,
                run(image, CommandRun.square(in.resolve("b.png"), 300, 30, 100)).status());
        float[] expected = SampleTile.of(CommandRun.model("any").spec(), ImageFiles.open(image), 256, 256);
        assertArrayEquals(expected, engine.options().get(0).sample().get(), 0);
        run("--precision", "float32", image);
        assertFalse(engine.options().get(1).sample().isPresent());
    }

    @Test
    public void aFirstImageThatCannotBeReadGivesNoSample() throws IOException {
        Path broken = Files.write(in.resolve("a.png"), new byte[] {1, 2, 3});
        CommandRun run = run(broken, square("b.png"));
        assertEquals(1, run.status());
        assertTrue(run.err(), run.err().contains("1 of 2 images failed"));
        assertFalse(engine.options().get(0).sample().isPresent());
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
    public void axesAreSaidBeforeTheTime() {
        Path file = square("a.png");
        String err = run(file).err();
        int axes = err.indexOf(file + ": x=300 y=30 channels=1 slices=1 frames=1: 1 image of 1 channel");
        assertTrue(err, axes > 0 && err.indexOf("megapixels/s") > axes);
    }

    @Test
    public void resultsSayHowTheyWereMade() {
        assertEquals(0, run("--output", "both", square("a.png")).status());
        for (String result : new String[] {"a_labels.tif", "a_probabilities.tif"}) {
            String info = ImageFiles.open(out.resolve(result)).getInfoProperty();
            assertTrue(info, info.matches("(?s)Made by: joint-attention \\d.*"));
            assertTrue(info, info.contains("\nModel: any\n"));
            assertTrue(info, info.contains("\nDevice: CPU (it is a fake)\nPrecision: float32 (it is a fake)\n"));
            assertTrue(info, info.contains("\nTile: 256x256\nOverlap: 32\n"));
        }
    }

    @Test
    public void smallImagesTakeASmallTile() {
        CommandRun run = run(
                CommandRun.square(in.resolve("a.tif"), 71, 30, 200),
                CommandRun.square(in.resolve("b.png"), 20, 40, 200));
        assertEquals(run.err(), 0, run.status());
        assertEquals(72, engine.options().get(0).width());
        assertTrue(run.err(), run.err().contains("smaller than the model's tile of 256: the tile is 72"));
        assertTrue(run.err(), run.err().contains("overlap=32"));
    }

    @Test
    public void engineErrorsNameTheModel() {
        engine.failingWith(new EngineException("No room."));
        CommandRun run = run(square("a.png"));
        assertEquals(1, run.status());
        assertTrue(run.err(), run.err().contains("error: No room. (Model: any)"));
        engine.failingWith(new ModelException("It has no weight 'a'."));
        CommandRun other = run(in);
        assertEquals(1, other.status());
        assertTrue(other.err(), other.err().contains("error: The model any cannot be run: It has no weight 'a'."));
    }

    @Test
    public void mistakesOfTheProgramAreToldApartAndTraced() {
        engine.computing((tile, y, x, predictor) -> {
            throw new NullPointerException("a bug");
        });
        Path file = square("a.png");
        CommandRun run = run(file);
        assertEquals(1, run.status());
        assertTrue(run.err(), run.err().contains("error: " + file + ": java.lang.NullPointerException: a bug"));
        assertTrue(run.err(), run.err().contains("again with --verbose"));
        assertFalse(run.err(), run.err().contains("at org.jointattention"));
        CommandRun verbose = run("--verbose", file);
        assertTrue(verbose.err(), verbose.err().contains("at org.jointattention"));
    }

    @Test
    public void fullMemoryIsAdvisedUnlessLittleIsUsed() {
        engine.computing((tile, y, x, predictor) -> {
            throw new OutOfMemoryError("Java heap space");
        });
        CommandRun run = run(square("a.png"));
        assertTrue(run.err(), run.err().contains("--heap before the command"));
        assertTrue(run.err(), run.err().contains("--min-memory"));
        assertFalse(run("--min-memory", in).err().contains("--min-memory"));
    }

    @Test
    public void labelsStayWhereTheOverlayFails() throws IOException {
        Files.createDirectories(out.resolve("a_overlay.png"));
        CommandRun run = run("--overlay", square("a.png"));
        assertEquals(1, run.status());
        assertEquals(out.resolve("a_labels.tif").toString(), run.out().trim());
        assertTrue(Files.exists(out.resolve("a_labels.tif")));
    }

    @Test
    public void formerResultsInAFolderAreNotImages() {
        out = in;
        square("a.png");
        square("only_labels.tif");
        assertEquals(0, run("--overlay", "--output", "both", in).status());
        CommandRun again = run("--overlay", "--output", "both", in);
        assertEquals(again.err(), 0, again.status());
        assertFalse(Files.exists(in.resolve("a_labels_labels.tif")));
        assertTrue(Files.exists(in.resolve("only_labels_labels.tif")));
    }

    @Test
    public void filesGivenTwiceAreSegmentedOnce() {
        CommandRun run = run(square("a.png"), in, in.resolve("../in/a.png"));
        assertEquals(run.err(), 0, run.status());
        assertEquals(1, run.out().trim().split("\\R").length);
    }

    @Test
    public void allCollisionsAreNamed() {
        CommandRun run = run(square("a.png"), square("a.tif"), square("b.png"), square("b.tif"));
        assertEquals(1, run.status());
        assertTrue(run.err(), run.err().contains("a_labels.tif"));
        assertTrue(run.err(), run.err().contains("b_labels.tif"));
    }

    @Test
    public void emptyNamesAreWrongUsage() {
        assertEquals(2, run("").status());
        CommandRun run = run("--out", "", square("a.png"));
        assertEquals(2, run.status());
        assertTrue(run.err(), run.err().contains("--out"));
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
