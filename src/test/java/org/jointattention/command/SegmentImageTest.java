package org.jointattention.command;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.measure.ResultsTable;
import java.awt.event.KeyEvent;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Future;
import org.jointattention.files.CsvFile;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.scijava.module.Module;

public class SegmentImageTest {
    @ClassRule
    public static final TemporaryFolder TEMPORARY = new TemporaryFolder();

    private static CommandHarness harness;
    private static File grey;
    private static File colour;

    @BeforeClass
    public static void start() {
        harness = new CommandHarness();
        grey = TinyModels.write(TEMPORARY.getRoot().toPath(), 1, 3, 5);
        colour = TinyModels.write(TEMPORARY.getRoot().toPath(), 3, 2, 7);
    }

    @AfterClass
    public static void stop() {
        harness.close();
    }

    private static Module run(ImagePlus image, File model, Object... more) {
        return harness.run(SegmentImage.class, inputs(image, model, more));
    }

    private static Object[] inputs(ImagePlus image, File model, Object... more) {
        Object[] inputs = {"image", image, "modelfile", model, "precision", "float32", "threads", 1};
        Object[] all = Arrays.copyOf(inputs, inputs.length + more.length);
        System.arraycopy(more, 0, all, inputs.length, more.length);
        return all;
    }

    private static ImagePlus labels(Module module) {
        return (ImagePlus) module.getOutput("labels");
    }

    private static ImagePlus single(ImageStack stack, int index) {
        return new ImagePlus("single", stack.getProcessor(index).duplicate());
    }

    /** Every plane of the labels is what that plane gives alone. */
    private static void assertPlanes(ImagePlus image, ImagePlus labels) {
        assertEquals(1, labels.getNChannels());
        assertEquals(image.getNSlices(), labels.getNSlices());
        assertEquals(image.getNFrames(), labels.getNFrames());
        for (int i = 1; i <= labels.getStackSize(); i++) {
            byte[] alone = pixels(labels(run(single(image.getStack(), i), grey)), 1);
            assertArrayEquals("plane " + i, alone, pixels(labels, i));
        }
    }

    private static byte[] pixels(ImagePlus labels, int index) {
        return (byte[]) labels.getStack().getPixels(index);
    }

    private static boolean isMixed(byte[] labels) {
        for (byte label : labels) {
            if (label != labels[0]) {
                return true;
            }
        }
        return false;
    }

    @Test
    public void allTypesAreSegmented() {
        byte[] bytes = pixels(labels(run(new ImagePlus("8", TestPictures.plane(1, 8)), grey)), 1);
        assertTrue(isMixed(bytes));
        for (int bits : new int[] {16, 32}) {
            assertArrayEquals(bytes, pixels(labels(run(new ImagePlus("x", TestPictures.plane(1, bits)), grey)), 1));
        }
        ImagePlus greyRgb = new ImagePlus("rgb", TestPictures.plane(1, 8).convertToRGB());
        assertArrayEquals(bytes, pixels(labels(run(greyRgb, grey)), 1));
    }

    @Test
    public void slicesAndFramesAreImagesOfTheirOwn() {
        ImagePlus slices = new ImagePlus("z", TestPictures.stack(3, 8));
        assertPlanes(slices, labels(run(slices, grey)));
        ImagePlus hyperstack = TestPictures.hyperstack(1, 2, 2, 16);
        assertPlanes(hyperstack, labels(run(hyperstack, grey)));
        ImagePlus frames = TestPictures.hyperstack(1, 1, 3, 32);
        assertPlanes(frames, labels(run(frames, grey)));
        ImagePlus virtual = TestPictures.virtual(3, n -> {});
        assertPlanes(virtual, labels(run(virtual, grey)));
    }

    @Test
    public void channelsAreTheNetworksWhateverTheirStorage() {
        ImagePlus rgb = new ImagePlus("rgb", TestPictures.plane(4, 24));
        byte[] expected = pixels(labels(run(rgb, colour)), 1);
        assertTrue(isMixed(expected));
        ij.process.ColorProcessor pixels = (ij.process.ColorProcessor) rgb.getProcessor();
        ImageStack stack = new ImageStack(TestPictures.WIDTH, TestPictures.HEIGHT);
        for (int frame = 0; frame < 2; frame++) {
            for (int c = 1; c <= 3; c++) {
                stack.addSlice(pixels.getChannel(c, null).convertToShort(false));
            }
        }
        ImagePlus channels = new ImagePlus("channels", stack);
        channels.setDimensions(3, 1, 2);
        ImagePlus labels = labels(run(channels, colour));
        assertEquals(2, labels.getNFrames());
        assertArrayEquals(expected, pixels(labels, 1));
        assertArrayEquals(expected, pixels(labels, 2));
    }

    @Test
    public void resultsCarryCalibrationColoursAndInfo() {
        ImagePlus image = TestPictures.hyperstack(1, 2, 1, 8);
        image.getCalibration().pixelWidth = 0.5;
        image.getCalibration().setUnit("micron");
        Module module = run(image, grey, "output", "Both");
        ImagePlus labels = labels(module);
        assertEquals("image_labels", labels.getTitle());
        assertEquals(0.5, labels.getCalibration().pixelWidth, 0);
        assertEquals("micron", labels.getCalibration().getUnit());
        assertEquals(0x205080, labels.getLuts()[0].getRGB(1) & 0xffffff);
        ImagePlus probabilities = (ImagePlus) module.getOutput("probabilities");
        assertEquals(3, probabilities.getNChannels());
        assertEquals(2, probabilities.getNSlices());
        for (ImagePlus result : new ImagePlus[] {labels, probabilities}) {
            assertTrue(result.getInfoProperty(), result.getInfoProperty().contains("Model: tiny-1-3-5"));
            assertTrue(result.getInfoProperty(), result.getInfoProperty().contains("Device: "));
        }
        assertEquals(labels.getInfoProperty(), module.getOutput("info"));
    }

    @Test
    public void onlyWhatIsAskedForIsMade() {
        Module module = run(new ImagePlus("x", TestPictures.plane(1, 8)), grey, "output", "Probabilities");
        assertNull(module.getOutput("labels"));
        assertNotNull(module.getOutput("probabilities"));
        assertNull(module.getOutput("objects"));
    }

    @Test
    public void theImageIsNotChanged() {
        ImagePlus image = TestPictures.hyperstack(1, 2, 2, 16);
        image.setRoi(5, 6, 20, 18);
        image.setPosition(1, 2, 1);
        image.setProperty("Info", "mine");
        ImageStack before = image.getStack().duplicate();
        run(image, grey, "output", "Both", "crop", true, "overlay", true, "table", true);
        for (int i = 1; i <= before.size(); i++) {
            assertArrayEquals(
                    (short[]) before.getPixels(i), (short[]) image.getStack().getPixels(i));
        }
        assertEquals(new java.awt.Rectangle(5, 6, 20, 18), image.getRoi().getBounds());
        assertEquals(2, image.getZ());
        assertEquals("mine", image.getInfoProperty());
        assertFalse(image.changes);
    }

    @Test
    public void aSelectionsBoxIsSegmentedWhereItLies() {
        ImagePlus image = new ImagePlus("z", TestPictures.stack(2, 8));
        Calibration calibration = image.getCalibration();
        calibration.pixelWidth = 2;
        calibration.xOrigin = 3;
        image.setRoi(new ij.gui.OvalRoi(7, 9, 25, 21));
        ImagePlus labels = labels(run(image, grey, "crop", true));
        assertEquals(25, labels.getWidth());
        assertEquals(21, labels.getHeight());
        assertEquals(2, labels.getNSlices());
        assertEquals(calibration.getX(7), labels.getCalibration().getX(0), 0);
        assertEquals(calibration.getY(9), labels.getCalibration().getY(0), 0);
        ImagePlus cut = new ImagePlus("cut", image.getStack().crop(7, 9, 0, 25, 21, 2));
        assertArrayEquals(pixels(labels(run(cut, grey)), 2), pixels(labels, 2));
    }

    @Test
    public void withoutSelectionAllIsSegmented() {
        ImagePlus image = new ImagePlus("x", TestPictures.plane(1, 8));
        assertEquals(TestPictures.WIDTH, labels(run(image, grey, "crop", true)).getWidth());
        image.setRoi(5, 5, 10, 10);
        assertEquals(TestPictures.WIDTH, labels(run(image, grey)).getWidth());
    }

    @Test
    public void selectionsOutsideAreRefused() {
        ImagePlus image = new ImagePlus("x", TestPictures.plane(1, 8));
        image.setRoi(new Roi(500, 500, 10, 10));
        String message = refusal(image, grey, "crop", true);
        assertTrue(message, message.contains("outside"));
    }

    @Test
    public void coloursAreAddedToTheOverlayWhereTheyBelong() {
        ImagePlus image = TestPictures.hyperstack(1, 2, 2, 8);
        Roi mine = new Roi(1, 2, 3, 4);
        image.setOverlay(new Overlay(mine));
        image.setRoi(10, 8, 30, 25);
        ImagePlus labels = labels(run(image, grey, "crop", true, "overlay", true));
        Overlay overlay = image.getOverlay();
        assertEquals(mine, overlay.get(0));
        assertEquals(5, overlay.size());
        ImageRoi last = (ImageRoi) overlay.get(4);
        assertEquals(10, last.getXBase(), 0);
        assertEquals(8, last.getYBase(), 0);
        assertEquals(2, last.getZPosition());
        assertEquals(2, last.getTPosition());
        assertEquals(0, last.getCPosition());
        for (int i = 0; i < 30 * 25; i++) {
            int label = pixels(labels, 4)[i];
            assertEquals(label == 0, (last.getProcessor().get(i) & 0xffffff) == 0);
        }
        run(image, grey, "overlay", true);
        assertEquals(9, image.getOverlay().size());
    }

    /** What a macro without windows can keep of the table. */
    @Test
    public void objectsAreSavedAsAFile() {
        ImagePlus image = new ImagePlus("z", TestPictures.stack(2, 8));
        image.getCalibration().setUnit("micron");
        File file = new File(TEMPORARY.getRoot(), "new/objects.csv");
        Module module = run(image, grey, "tablefile", file);
        assertNull(module.getOutput("objects"));
        List<List<String>> records = new CsvFile(file.toPath()).read();
        assertEquals(List.of("Image", "Slice", "Frame", "Class"), records.get(0).subList(0, 4));
        assertTrue(records.size() > 1);
        assertEquals("z", records.get(1).get(0));
        assertEquals("micron", records.get(1).get(9));
        ResultsTable table = (ResultsTable) run(image, grey, "table", true).getOutput("objects");
        assertEquals(table.size(), records.size() - 1);
        assertEquals(table.getValue("X", 0), Double.parseDouble(records.get(1).get(7)), 1e-9);
    }

    @Test
    public void tablesListObjectsInTheImagesUnits() {
        ImagePlus image = new ImagePlus("z", TestPictures.stack(2, 8));
        image.getCalibration().pixelWidth = 0.5;
        image.getCalibration().pixelHeight = 0.25;
        image.getCalibration().setUnit("micron");
        Module module = run(image, grey, "table", true);
        ResultsTable table = (ResultsTable) module.getOutput("objects");
        long pixels = 0;
        for (int row = 0; row < table.size(); row++) {
            assertEquals("z", table.getStringValue("Image", row));
            assertEquals("micron", table.getStringValue("Unit", row));
            assertEquals(table.getValue("Pixels", row) * 0.125, table.getValue("Area", row), 1e-9);
            assertTrue(table.getStringValue("Class", row).startsWith("thing"));
            pixels += (long) table.getValue("Pixels", row);
        }
        long expected = 0;
        for (int i = 1; i <= 2; i++) {
            for (byte label : pixels(labels(module), i)) {
                expected += label == 0 ? 0 : 1;
            }
        }
        assertEquals(expected, pixels);
        assertEquals(2, table.getValue("Slice", table.size() - 1), 0);
    }

    @Test
    public void roisNeedADisplay() {
        String message = refusal(new ImagePlus("x", TestPictures.plane(1, 8)), grey, "rois", true);
        assertTrue(message, message.contains("ROI Manager"));
    }

    private static String refusal(ImagePlus image, File model, Object... more) {
        return assertThrows(CommandException.class, () -> run(image, model, more))
                .getMessage();
    }

    @Test
    public void mistakesAreSaidInWords() throws IOException {
        ImagePlus image = new ImagePlus("x.tif", TestPictures.plane(1, 8));
        assertTrue(refusal(image, colour).contains("3 channels"));
        assertTrue(refusal(image, grey, "tile", 33).contains("use 32 or 36"));
        assertTrue(refusal(image, grey, "tile", 32, "overlap", 20).contains("use 0 to 16"));
        assertTrue(refusal(image, grey, "threads", -2).contains("threads=-2"));
        assertTrue(refusal(image, grey, "device", "tpu").contains("device=tpu is unknown: use auto, cpu, gpu"));
        assertTrue(refusal(image, grey, "augment", "some").contains("augment=some"));
        assertTrue(refusal(image, grey, "output", "Masks").contains("output=Masks is unknown: use Labels"));
        assertTrue(refusal(image, new File("no-such.zip")).contains("no-such.zip"));
        assertTrue(refusal(image, TEMPORARY.newFile("empty.zip")).contains("empty.zip"));
        assertTrue(refusal(image, new File(""), "model", "nuclear").contains("nuclei"));
        assertTrue(refusal(TestPictures.hyperstack(2, 2, 1, 8), grey).contains("channels=2"));
        ImagePlus colours = TestPictures.hyperstack(2, 1, 1, 24);
        assertTrue(refusal(colours, colour).contains("ambiguous"));
    }

    @Test
    public void theBundledModelIsTheFirstChoice() {
        Module module =
                harness.run(SegmentImage.class, "image", new ImagePlus("x", TestPictures.plane(1, 8)), "tile", 0);
        assertTrue((String) module.getOutput("info"), ((String) module.getOutput("info")).contains("Model: nuclei"));
    }

    @Test
    public void escapeKeepsWhatIsDone() {
        ImagePlus image = TestPictures.virtual(5, n -> {
            if (n == 3) {
                IJ.setKeyDown(KeyEvent.VK_ESCAPE);
            }
        });
        Module module = run(image, grey, "output", "Both");
        ImagePlus labels = labels(module);
        assertEquals("virtual_labels (cancelled)", labels.getTitle());
        assertTrue(labels.getInfoProperty().contains("Cancelled: yes"));
        assertFalse(((org.scijava.Cancelable) module).isCanceled());
        ImagePlus whole = labels(run(new ImagePlus("whole", TestPictures.stack(5, 8)), grey));
        assertEquals("whole_labels", whole.getTitle()); // the escape is forgotten
        for (int i = 1; i <= 5; i++) {
            byte[] expected = i < 3 ? pixels(whole, i) : new byte[pixels(whole, i).length];
            assertArrayEquals("plane " + i, expected, pixels(labels, i));
        }
        ImagePlus probabilities = (ImagePlus) module.getOutput("probabilities");
        assertEquals(5, probabilities.getNSlices());
        assertEquals(0, probabilities.getStack().getProcessor(15).getStatistics().max, 0);
    }

    @Test
    public void escapeBeforeAnythingIsDoneGivesNothing() {
        ImagePlus image = TestPictures.virtual(2, n -> IJ.setKeyDown(KeyEvent.VK_ESCAPE));
        Module module = run(image, grey, "overlay", true);
        assertNull(module.getOutput("labels"));
        assertTrue(((org.scijava.Cancelable) module).isCanceled());
        assertNull(image.getOverlay());
        IJ.resetEscape();
    }

    @Test
    public void twoAtOnceDoNotDisturbEachOther() {
        ImagePlus stack = new ImagePlus("stack", TestPictures.stack(12, 8));
        ImagePlus rgb = new ImagePlus("rgb", TestPictures.stack(12, 24));
        ImagePlus[] alone = {labels(run(stack, grey)), labels(run(rgb, colour))};
        Future<? extends Module> first = harness.start(SegmentImage.class, inputs(stack, grey));
        Future<? extends Module> second = harness.start(SegmentImage.class, inputs(rgb, colour));
        ImagePlus[] together = {labels(CommandHarness.await(first)), labels(CommandHarness.await(second))};
        for (int i = 1; i <= 12; i++) {
            assertArrayEquals(pixels(alone[0], i), pixels(together[0], i));
            assertArrayEquals(pixels(alone[1], i), pixels(together[1], i));
        }
    }
}
