package org.jointattention.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DataSetTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path images;
    private Path masks;

    @Before
    public void makeFolders() throws IOException {
        images = folder.newFolder("images").toPath();
        masks = folder.newFolder("masks").toPath();
    }

    private DataSet load() {
        return DataSet.load(images, masks, DataSetOptions.standard());
    }

    private static List<String> names(DataSet data) {
        return data.samples().stream().map(Sample::name).collect(Collectors.toList());
    }

    @Test
    public void pairsByNameWhateverTheFileType() {
        TestFiles.write(images.resolve("a.png"), 2, 1, 10, 20);
        TestFiles.write(masks.resolve("a.tif"), 2, 1, 0, 1);
        TestFiles.write(images.resolve("b.TIF"), 2, 1, 30, 40);
        TestFiles.write(masks.resolve("b.bmp"), 2, 1, 1, 2);
        TestFiles.write(images.resolve("c.tiff"), 2, 1, 50, 60);
        TestFiles.write(masks.resolve("c.gif"), 2, 1, 1, 0);
        DataSet data = load();
        assertEquals(List.of("a.png", "b.TIF", "c.tiff"), names(data));
        assertEquals(1, data.channels());
        assertEquals(3, data.classes());
        assertArrayEquals(new float[] {10, 20}, data.samples().get(0).image().values(), 0);
        assertArrayEquals(new byte[] {1, 2}, data.samples().get(1).labels());
        assertArrayEquals(new byte[] {1, 0}, data.samples().get(2).labels());
        assertEquals(List.of(), data.notes());
    }

    @Test
    public void greyPicturesSavedAsRgbAreOfOneChannel() {
        BufferedImage grey = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
        grey.setRGB(0, 0, 0x303030);
        TestFiles.write(images.resolve("a.png"), grey);
        TestFiles.write(masks.resolve("a.png"), 2, 1, 0, 1);
        DataSet data = load();
        assertEquals(1, data.channels());
        assertArrayEquals(new float[] {0x30, 0}, data.samples().get(0).image().values(), 0);
        assertTrue(data.notes().toString(), data.notes().toString().contains("used as one channel"));
        grey.setRGB(1, 0, 0x303031);
        TestFiles.write(images.resolve("a.png"), grey);
        assertEquals(3, load().channels());
    }

    @Test
    public void imagesOfNumberedColoursAreRgb() {
        byte[][] colours = new byte[3][256];
        for (int i = 0; i < 256; i++) {
            for (int c = 0; c < 3; c++) {
                colours[c][i] = (byte) (i * 7919 * (c + 1) >> 3); // no scale of colours, which would be for display
            }
        }
        BufferedImage palette = new BufferedImage(
                2, 1, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, 256, colours[0], colours[1], colours[2]));
        palette.getRaster().setSample(1, 0, 0, 9);
        TestFiles.write(images.resolve("a.png"), palette);
        TestFiles.write(masks.resolve("a.png"), 2, 1, 0, 1);
        float[] expected = {0, 0, 0, colours[0][9] & 0xff, colours[1][9] & 0xff, colours[2][9] & 0xff};
        assertArrayEquals(expected, load().samples().get(0).image().values(), 0);
    }

    @Test
    public void oneValueBesideBackgroundIsClassOne() {
        TestFiles.write(images.resolve("a.png"), 2, 1, 1, 2);
        TestFiles.write(images.resolve("b.png"), 2, 1, 1, 2);
        TestFiles.write(masks.resolve("b.png"), 2, 1, 0, 0);
        for (int value : new int[] {60, 254, 255}) {
            TestFiles.write(masks.resolve("a.png"), 2, 1, 0, value);
            DataSet data = load();
            assertEquals(2, data.classes());
            assertArrayEquals(new byte[] {0, 1}, data.samples().get(0).labels());
            assertTrue(data.notes().toString(), data.notes().get(0).contains(value + " is taken as class 1"));
        }
        TestFiles.write(masks.resolve("a.png"), 2, 1, 0, 2);
        assertEquals("2 is a class id", 3, load().classes());
    }

    @Test
    public void sixteenBitMasksMayBeWhiteOnBlack() {
        TestFiles.write(images.resolve("a.png"), 2, 1, 1, 2);
        ShortProcessor mask = new ShortProcessor(2, 1, new short[] {0, (short) 0xffff}, null);
        IJ.saveAsTiff(new ImagePlus("a", mask), masks.resolve("a.tif").toString());
        DataSet data = load();
        assertArrayEquals(new byte[] {0, 1}, data.samples().get(0).labels());
        assertTrue(data.notes().toString(), data.notes().get(0).contains("65535 is taken as class 1."));
    }

    @Test
    public void masksMayEndInMaskLabelOrSeg() {
        String[] endings = {"_mask", "_label", "_labels", "_seg", "_Mask"};
        for (int i = 0; i < endings.length; i++) {
            TestFiles.write(images.resolve("x" + i + ".png"), 1, 2, 1, 2);
            TestFiles.write(masks.resolve("x" + i + endings[i] + ".png"), 1, 2, 0, 1);
        }
        assertEquals(endings.length, load().samples().size());
    }

    @Test
    public void theExactNameWins() {
        TestFiles.write(images.resolve("x.png"), 1, 2, 1, 2);
        TestFiles.write(masks.resolve("x.png"), 1, 2, 0, 1);
        TestFiles.write(masks.resolve("x_mask.png"), 1, 2, 1, 0);
        DataSet data = load();
        assertArrayEquals(new byte[] {0, 1}, data.samples().get(0).labels());
        assertEquals(List.of("1 mask without an image left out: x_mask.png."), data.notes());
    }

    @Test
    public void imagesAndMasksMayShareAFolder() {
        TestFiles.write(images.resolve("x.png"), 1, 2, 1, 2);
        TestFiles.write(images.resolve("x_seg.png"), 1, 2, 0, 1);
        DataSet data = DataSet.load(images, images, DataSetOptions.standard());
        assertEquals(List.of("x.png"), names(data));
        assertEquals(List.of(), data.notes());
    }

    @Test
    public void twoFilesAreAPairWhateverTheirNames() {
        TestFiles.write(images.resolve("x.png"), 1, 2, 1, 2);
        TestFiles.write(masks.resolve("y.png"), 1, 2, 0, 1);
        DataSet data = DataSet.load(images.resolve("x.png"), masks.resolve("y.png"), DataSetOptions.standard());
        assertEquals(List.of("x.png"), names(data));
    }

    @Test
    public void otherFilesAreLeftAlone() throws IOException {
        TestFiles.write(images.resolve("x.png"), 1, 2, 1, 2);
        TestFiles.write(masks.resolve("x.png"), 1, 2, 0, 1);
        Files.write(images.resolve("notes.txt"), new byte[] {1});
        Files.write(images.resolve(".hidden.png"), new byte[] {1});
        Files.createDirectory(images.resolve("folder.png"));
        assertEquals(1, load().samples().size());
    }

    @Test
    public void whiteOnBlackMasksAreTwoClasses() {
        TestFiles.write(images.resolve("x.png"), 2, 1, 1, 2);
        TestFiles.write(masks.resolve("x.png"), 2, 1, 0, 255);
        TestFiles.write(images.resolve("y.png"), 2, 1, 1, 2);
        TestFiles.write(masks.resolve("y.png"), 2, 1, 255, 255);
        for (int classes : new int[] {0, 2}) {
            DataSet data = DataSet.load(images, masks, DataSetOptions.standard().withClasses(classes));
            assertEquals(2, data.classes());
            assertArrayEquals(new byte[] {0, 1}, data.samples().get(0).labels());
            assertArrayEquals(new byte[] {1, 1}, data.samples().get(1).labels());
            assertEquals(1, data.notes().size());
        }
    }

    @Test
    public void in255MeansUnlabelledBesideOtherClasses() {
        TestFiles.write(images.resolve("x.png"), 3, 1, 1, 2, 3);
        TestFiles.write(masks.resolve("x.png"), 3, 1, 0, 1, 255);
        DataSet data = load();
        assertEquals(2, data.classes());
        assertArrayEquals(new byte[] {0, 1, -1}, data.samples().get(0).labels());
        assertEquals(255, data.samples().get(0).label(2, 0));
        assertEquals(List.of(), data.notes());
    }

    @Test
    public void gapsAndUnusedClassesAreNoted() {
        TestFiles.write(images.resolve("x.png"), 2, 1, 1, 2);
        TestFiles.write(masks.resolve("x.png"), 2, 1, 0, 3);
        DataSet data = load();
        assertEquals(4, data.classes());
        assertEquals(List.of("No pixel of any mask has class 1, 2; the classes are 0 to 3."), data.notes());
        DataSet six = DataSet.load(images, masks, DataSetOptions.standard().withClasses(6));
        assertEquals(6, six.classes());
        assertEquals(List.of("No pixel of any mask has class 1, 2, 4, 5; the classes are 0 to 5."), six.notes());
    }

    @Test
    public void masksThatSeemToCountObjectsAreRefusedUnlessTheirClassesAreGiven() {
        TestFiles.write(images.resolve("x.png"), 3, 1, 1, 2, 3);
        TestFiles.write(masks.resolve("x.png"), 3, 1, 0, 30, 60);
        String message = assertThrows(DataSetException.class, this::load).getMessage();
        assertTrue(message, message.contains("hold the values 0, 30, 60, which would be 61 classes"));
        assertTrue(message, message.contains("count objects") && message.contains("give their number, 61"));
        assertEquals(
                61,
                DataSet.load(images, masks, DataSetOptions.standard().withClasses(61))
                        .classes());
    }

    @Test
    public void pagesAreSamples() {
        TestFiles.tiff(images.resolve("s.tif"), TestFiles.page(1, 2, 3, 4), TestFiles.page(5, 6, 7, 8));
        TestFiles.tiff(masks.resolve("s.tif"), TestFiles.page(0, 0, 0, 1), TestFiles.page(1, 0, 0, 0));
        DataSet data = load();
        assertEquals(List.of("s.tif, page 1", "s.tif, page 2"), names(data));
        assertArrayEquals(
                new float[] {5, 6, 7, 8}, data.samples().get(1).image().values(), 0);
        assertArrayEquals(new byte[] {1, 0, 0, 0}, data.samples().get(1).labels());
    }

    @Test
    public void channelsOfAHyperstackAreChannels() {
        ImagePlus stack = TestFiles.image(
                TestFiles.page(1, 2, 3, 4), TestFiles.page(5, 6, 7, 8),
                TestFiles.page(11, 12, 13, 14), TestFiles.page(15, 16, 17, 18));
        stack.setDimensions(2, 1, 2);
        TestFiles.tiff(images.resolve("s.tif"), new CompositeImage(stack));
        TestFiles.tiff(masks.resolve("s.tif"), TestFiles.page(0, 0, 0, 1), TestFiles.page(1, 0, 0, 0));
        DataSet data = load();
        assertEquals(2, data.channels());
        assertArrayEquals(
                new float[] {11, 15, 12, 16, 13, 17, 14, 18},
                data.samples().get(1).image().values(),
                0);
    }

    @Test
    public void colourImagesHaveThreeChannels() {
        BufferedImage rgb = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
        rgb.setRGB(0, 0, 0x010203);
        rgb.setRGB(1, 0, 0x0a0b0c);
        TestFiles.write(images.resolve("x.png"), rgb);
        TestFiles.write(masks.resolve("x.png"), 2, 1, 0, 1);
        DataSet data = load();
        assertEquals(3, data.channels());
        assertArrayEquals(
                new float[] {1, 2, 3, 10, 11, 12}, data.samples().get(0).image().values(), 0);
    }

    @Test
    public void deepImagesKeepTheirValues() {
        TestFiles.tiff(images.resolve("x.tif"), new ShortProcessor(2, 1, new short[] {7, (short) 65000}, null));
        TestFiles.write(masks.resolve("x.png"), 2, 1, 0, 1);
        TestFiles.tiff(images.resolve("y.tif"), new FloatProcessor(2, 1, new float[] {-0.5f, 1e6f}));
        TestFiles.tiff(masks.resolve("y.tif"), new FloatProcessor(2, 1, new float[] {0, 2}));
        DataSet data = load();
        assertArrayEquals(new float[] {7, 65000}, data.samples().get(0).image().values(), 0);
        assertArrayEquals(
                new float[] {-0.5f, 1e6f}, data.samples().get(1).image().values(), 0);
        assertArrayEquals(new byte[] {0, 2}, data.samples().get(1).labels());
    }

    @Test
    public void paletteMasksKeepTheirIndices() {
        byte[] red = {0, -1, 0, 40};
        byte[] green = {0, 0, -1, 40};
        byte[] blue = {0, 0, 0, 40};
        BufferedImage mask =
                new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, 4, red, green, blue));
        mask.getRaster().setPixels(0, 0, 2, 2, new int[] {0, 1, 2, 3});
        TestFiles.write(images.resolve("x.png"), 2, 2, 1, 2, 3, 4);
        TestFiles.write(masks.resolve("x.png"), mask);
        assertArrayEquals(new byte[] {0, 1, 2, 3}, load().samples().get(0).labels());
    }

    @Test
    public void oneBitMasksAreTwoClasses() {
        BufferedImage mask = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
        mask.getRaster().setPixels(0, 0, 2, 1, new int[] {0, 1});
        TestFiles.write(images.resolve("x.png"), 2, 1, 1, 2);
        TestFiles.write(masks.resolve("x.png"), mask);
        assertArrayEquals(new byte[] {0, 1}, load().samples().get(0).labels());
    }

    @Test
    public void oneSampleOfOnePixelIsEnough() {
        TestFiles.write(images.resolve("x.png"), 1, 1, 9);
        TestFiles.write(masks.resolve("x.png"), 1, 1, 1);
        assertEquals(2, load().classes());
    }

    @Test
    public void mapChangesSamplesAndKeepsTheRest() {
        TestFiles.write(images.resolve("x.png"), 1, 2, 1, 2);
        TestFiles.write(masks.resolve("x.png"), 1, 2, 0, 255);
        DataSet data = load();
        DataSet mapped = data.map(sample -> new Sample("changed", sample.image(), sample.labels()));
        assertEquals(List.of("changed"), names(mapped));
        assertEquals(data.notes(), mapped.notes());
        assertEquals(data.classes(), mapped.classes());
    }
}
