package org.jointattention.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DataSetProblemsTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path images;
    private Path masks;

    @Before
    public void makeFolders() throws IOException {
        images = folder.newFolder("images").toPath();
        masks = folder.newFolder("masks").toPath();
    }

    /** A pair without fault, so that the fault beside it is found by itself. */
    private void addGoodPair() {
        TestFiles.write(images.resolve("good.png"), 2, 2, 1, 2, 3, 4);
        TestFiles.write(masks.resolve("good.png"), 2, 2, 0, 1, 1, 0);
    }

    private DataSetException problems(int classes) {
        DataSetOptions options = DataSetOptions.standard().withClasses(classes);
        return assertThrows(DataSetException.class, () -> DataSet.load(images, masks, options));
    }

    private void assertOneProblem(String... parts) {
        assertOneProblem(0, parts);
    }

    private void assertOneProblem(int classes, String... parts) {
        DataSetException e = problems(classes);
        assertEquals(e.getMessage(), 1, e.problems().size());
        for (String part : parts) {
            assertTrue(e.getMessage() + " lacks " + part, e.getMessage().contains(part));
        }
    }

    @Test
    public void missingMask() {
        addGoodPair();
        TestFiles.write(images.resolve("b.png"), 1, 1, 1);
        assertOneProblem("b.png: there is no mask named b or b_mask in " + masks);
    }

    @Test
    public void maskOfAnotherSize() {
        addGoodPair();
        TestFiles.write(images.resolve("b.png"), 2, 1, 1, 1);
        TestFiles.write(masks.resolve("b_seg.tif"), 1, 2, 0, 1);
        assertOneProblem("b_seg.tif: this mask has 1x2 pixels, but its image b.png has 2x1.");
    }

    @Test
    public void otherNumberOfPages() {
        addGoodPair();
        TestFiles.tiff(images.resolve("b.tif"), TestFiles.page(1), TestFiles.page(2));
        TestFiles.tiff(masks.resolve("b.tif"), TestFiles.page(0, 1));
        assertOneProblem("b.tif: it has 1 page, but b.tif has 2 pages.");
    }

    @Test
    public void otherNumberOfChannels() {
        addGoodPair();
        TestFiles.write(images.resolve("c.png"), 1, 1, 1);
        TestFiles.write(masks.resolve("c.png"), 1, 1, 1);
        BufferedImage red = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        red.setRGB(0, 0, 0xff0000);
        TestFiles.write(images.resolve("b.png"), red);
        TestFiles.write(masks.resolve("b.png"), 1, 1, 1);
        assertOneProblem("b.png: it has 3 channels, but most images have 1.");
    }

    @Test
    public void classOutOfRange() {
        addGoodPair();
        TestFiles.write(images.resolve("b.png"), 4, 1, 1, 1, 1, 1);
        TestFiles.write(masks.resolve("b.png"), 4, 1, 0, 2, 7, 255);
        assertOneProblem(2, "b.png: it holds 2, 7, but the 2 classes are 0 to 1");
    }

    @Test
    public void numbersThatNoModelHasClassesFor() {
        addGoodPair();
        TestFiles.write(images.resolve("b.png"), 2, 1, 1, 1);
        TestFiles.tiff(masks.resolve("b.tif"), new ShortProcessor(2, 1, new short[] {0, 312}, null));
        assertOneProblem("b.tif: it holds 312", "classes are 0 to 253", "count objects");
        TestFiles.write(images.resolve("b.png"), 2, 1, 1, 1);
        TestFiles.write(masks.resolve("b.tif"), 2, 1, 0, 254);
        assertOneProblem("b.tif: it holds 254");
    }

    @Test
    public void negativeNumbers() {
        addGoodPair();
        TestFiles.write(images.resolve("b.png"), 2, 1, 1, 1);
        TestFiles.tiff(masks.resolve("b.tif"), new FloatProcessor(2, 1, new float[] {0, -1}));
        assertOneProblem("b.tif has the negative label -1");
    }

    @Test
    public void colourMask() {
        addGoodPair();
        TestFiles.write(images.resolve("b.png"), 1, 1, 1);
        TestFiles.write(masks.resolve("b_label.png"), new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
        assertOneProblem("b_label.png is an RGB colour image", "Save it as 8-bit");
    }

    @Test
    public void jpegMask() {
        addGoodPair();
        TestFiles.write(images.resolve("b.jpg"), 1, 1, 1);
        TestFiles.write(masks.resolve("b.jpg"), 1, 1, 1);
        assertOneProblem(masks.resolve("b.jpg") + " is a JPEG file", "changes label values");
    }

    @Test
    public void maskOfSeveralChannels() {
        addGoodPair();
        ImagePlus stack = TestFiles.image(TestFiles.page(0), TestFiles.page(1));
        stack.setDimensions(2, 1, 1);
        TestFiles.tiff(images.resolve("b.tif"), TestFiles.page(0));
        TestFiles.tiff(masks.resolve("b.tif"), new CompositeImage(stack));
        assertOneProblem("b.tif has 2 channels; labels need one.");
    }

    @Test
    public void fractionsInAMask() {
        addGoodPair();
        for (float value : new float[] {0.5f, Float.NaN, 1e20f}) {
            TestFiles.write(images.resolve("b.png"), 2, 1, 1, 1);
            TestFiles.tiff(masks.resolve("b.tif"), new FloatProcessor(2, 1, new float[] {0, value}));
            assertOneProblem("b.tif has the value " + value);
        }
    }

    @Test
    public void valuesThatAreNoNumbers() {
        addGoodPair();
        TestFiles.tiff(images.resolve("b.tif"), new FloatProcessor(2, 1, new float[] {Float.NaN, 1}));
        TestFiles.write(masks.resolve("b.png"), 2, 1, 0, 1);
        assertOneProblem("b.tif: 1 values are NaN or infinite");
    }

    @Test
    public void unreadableFiles() throws IOException {
        addGoodPair();
        for (String name : new String[] {"b.png", "c.tif", "d.gif", "e.jpg", "f.bmp"}) {
            Files.write(images.resolve(name), "this is no image at all".getBytes());
            TestFiles.write(masks.resolve(name.charAt(0) + ".png"), 1, 1, 1);
        }
        Files.write(images.resolve("g.tif"), new byte[0]);
        TestFiles.write(masks.resolve("g.png"), 1, 1, 1);
        DataSetException e = problems(0);
        assertEquals(e.getMessage(), 6, e.problems().size());
        assertTrue(e.problems().get(0).startsWith(images.resolve("b.png") + " cannot be read as an image"));
        assertTrue(
                e.problems().get(5).startsWith(images.resolve("g.tif") + " cannot be read as an image: it is empty"));
    }

    @Test
    public void filesThatWereCutShort() throws IOException {
        addGoodPair();
        Path one = images.resolve("b.tif");
        TestFiles.tiff(one, new FloatProcessor(40, 40));
        Files.write(one, Arrays.copyOf(Files.readAllBytes(one), 3000));
        TestFiles.tiff(masks.resolve("b.tif"), new FloatProcessor(40, 40));
        assertOneProblem("b.tif cannot be opened: it is cut short");
        TestFiles.tiff(one, new FloatProcessor(40, 40), new FloatProcessor(40, 40), new FloatProcessor(40, 40));
        Files.write(one, Arrays.copyOf(Files.readAllBytes(one), 15000));
        assertOneProblem("b.tif cannot be opened: it is cut short");
    }

    @Test
    public void noPairAtAll() {
        TestFiles.write(images.resolve("cell1.png"), 1, 1, 1);
        for (int i = 0; i < 5; i++) {
            TestFiles.write(masks.resolve("truth" + i + ".png"), 1, 1, 1);
        }
        assertOneProblem(
                "No image has a mask",
                "_seg",
                "tiff",
                images + ": cell1.png.",
                masks + ": truth0.png, truth1.png, truth2.png and 2 more.");
    }

    @Test
    public void emptyFolders() {
        assertOneProblem("No image has a mask", images + ": none", masks + ": none");
    }

    @Test
    public void missingFolder() {
        addGoodPair();
        masks = masks.resolve("elsewhere");
        assertOneProblem(masks + ": there is no such folder of masks.");
    }

    @Test
    public void severalFilesOfOneName() {
        addGoodPair();
        TestFiles.write(images.resolve("good.tif"), 2, 2, 1, 1, 1, 1);
        assertOneProblem("good.png, good.tif: several images of one name");
    }

    @Test
    public void maskWithoutAnyLabel() {
        addGoodPair();
        TestFiles.write(images.resolve("b.png"), 2, 1, 1, 1);
        TestFiles.write(masks.resolve("b.png"), 2, 1, 255, 255);
        assertOneProblem("b.png: every pixel is 255, which means unlabelled.");
    }

    @Test
    public void noForegroundAnywhere() {
        TestFiles.write(images.resolve("b.png"), 2, 1, 1, 1);
        TestFiles.write(masks.resolve("b.png"), 2, 1, 0, 0);
        assertOneProblem("No mask has a foreground");
        TestFiles.write(masks.resolve("b.png"), 2, 1, 0, 255);
        assertOneProblem(3, "No mask has a foreground");
    }

    @Test
    public void allProblemsAreFoundAtOnceAndTwentyShown() {
        addGoodPair();
        for (int i = 0; i < 25; i++) {
            TestFiles.write(images.resolve("b" + i + ".png"), 1, 1, 1);
        }
        TestFiles.write(images.resolve("c.png"), 1, 1, 1);
        TestFiles.write(masks.resolve("c.png"), 2, 1, 0, 1);
        DataSetException e = problems(0);
        assertEquals(26, e.problems().size());
        assertTrue(e.getMessage(), e.getMessage().startsWith("The training data cannot be used: 26 problems."));
        assertTrue(e.getMessage(), e.getMessage().endsWith("and 6 more"));
        assertEquals(22, e.getMessage().split("\n").length);
    }

    @Test
    public void optionsRefuseImpossibleClasses() {
        for (int classes : Arrays.asList(-1, 1, 255)) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> DataSetOptions.standard().withClasses(classes));
        }
        assertFalse(DataSetOptions.standard().withClasses(254).classes() == 0);
    }
}
