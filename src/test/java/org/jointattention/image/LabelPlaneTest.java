package org.jointattention.image;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class LabelPlaneTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path path(String name) {
        return folder.getRoot().toPath().resolve(name);
    }

    private static void assertRefused(ImagePlus image, String part) {
        String message =
                assertThrows(ImageException.class, () -> LabelPlane.of(image)).getMessage();
        assertTrue(message, message.contains(part) && message.contains(image.getTitle()));
    }

    @Test
    public void paletteImagesGiveIndices() throws IOException {
        for (int bits : new int[] {1, 2, 4, 8}) {
            int last = (1 << bits) - 1;
            byte[] wild = {0, 90, 3, 77, 5, 44, 7, 8, 9, 33, 11, 12, 13, 14, 15, 99};
            byte[] table = bits == 8 ? shuffled() : wild;
            IndexColorModel palette = new IndexColorModel(bits, 1 << bits, table, table, table);
            int type = bits == 8 ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_BYTE_BINARY;
            BufferedImage image = new BufferedImage(7, 9, type, palette);
            image.getRaster().setSample(3, 2, 0, last);
            image.getRaster().setSample(0, 1, 0, 1);
            for (String format : bits == 8 ? new String[] {"png", "gif"} : new String[] {"png"}) {
                assertTrue(ImageIO.write(image, format, path("p." + format).toFile()));
                LabelPlane labels = ImageFiles.openLabels(path("p." + format)).get(0);
                assertEquals(format + bits, last, labels.get(3, 2));
                assertEquals(1, labels.get(0, 1));
                assertEquals(0, labels.get(0, 0));
            }
        }
    }

    private static byte[] shuffled() {
        byte[] table = new byte[256];
        for (int i = 0; i < table.length; i++) {
            table[i] = (byte) (37 * i);
        }
        return table;
    }

    @Test
    public void deepPngKeepsIds() {
        ShortProcessor processor = new ShortProcessor(3, 2);
        processor.set(2, 1, 65535);
        processor.set(0, 0, 256);
        ImageFiles.savePng(new ImagePlus("l", processor), path("l.png"));
        LabelPlane labels = ImageFiles.openLabels(path("l.png")).get(0);
        assertEquals(65535, labels.max());
        assertEquals(256, labels.get(0, 0));
        assertThrows(ImageException.class, labels::toBytes);
    }

    @Test
    public void everyPageOfAStackIsAPlane() throws IOException {
        List<LabelPlane> planes = ImageFiles.openLabels(TiffPages.write(path("pages.tif"), 3));
        assertEquals(3, planes.size());
        assertEquals(3, planes.get(2).get(7, 7));
        assertEquals(64, planes.get(0).values().length);
    }

    @Test
    public void wholeFloatsAndGreyRgbAreLabels() {
        FloatProcessor floats = new FloatProcessor(2, 1, new float[] {70000, 0});
        assertArrayEquals(
                new int[] {70000, 0},
                LabelPlane.of(new ImagePlus("f", floats)).get(0).values());
        ColorProcessor grey = new ColorProcessor(2, 1, new int[] {0xff050505, 0xff000000});
        assertArrayEquals(
                new int[] {5, 0}, LabelPlane.of(new ImagePlus("g", grey)).get(0).values());
    }

    @Test
    public void whatIsNoLabelImageIsRefused() throws IOException {
        assertRefused(new ImagePlus("half", new FloatProcessor(1, 1, new float[] {0.5f})), "0.5");
        assertRefused(new ImagePlus("nan", new FloatProcessor(1, 1, new float[] {Float.NaN})), "NaN");
        assertRefused(new ImagePlus("neg", new FloatProcessor(1, 1, new float[] {-1})), "negative");
        assertRefused(new ImagePlus("huge", new FloatProcessor(1, 1, new float[] {1e9f})), "whole numbers");
        assertRefused(new ImagePlus("rgb", new ColorProcessor(1, 1, new int[] {0xff0000})), "colour image");
        ImageIO.write(
                new ByteProcessor(4, 4).getBufferedImage(), "jpg", path("l.jpg").toFile());
        assertThrows(ImageException.class, () -> ImageFiles.openLabels(path("l.jpg")));
    }

    @Test
    public void signedImagesCountFromZero() {
        ShortProcessor processor = new ShortProcessor(2, 1, new short[] {(short) 32768, (short) 32770}, null);
        ImagePlus image = new ImagePlus("s", processor);
        image.getCalibration().setSigned16BitCalibration();
        assertArrayEquals(new int[] {0, 2}, LabelPlane.of(image).get(0).values());
    }

    @Test
    public void rgbFilesAreRefusedEvenIfGrey() {
        ImageFiles.savePng(new ImagePlus("g", new ColorProcessor(2, 1, new int[2])), path("g.png"));
        String message = assertThrows(ImageException.class, () -> ImageFiles.openLabels(path("g.png")))
                .getMessage();
        assertTrue(message, message.contains("g.png is an RGB colour image"));
    }

    @Test
    public void planesOfBytesAreKeptAsSuch() {
        byte[] bytes = {0, (byte) 254, 3, 1};
        LabelPlane plane = new LabelPlane(2, 2, bytes);
        assertSame(bytes, plane.toBytes());
        assertArrayEquals(new int[] {0, 254, 3, 1}, plane.values());
        assertEquals(254, plane.max());
        assertEquals(254, plane.get(1, 0));
        ImagePlus source = new ImagePlus("s", new ByteProcessor(2, 2));
        ImagePlus image = LabelImages.of("l", source, Collections.singletonList(plane), Collections.emptyList());
        assertSame(bytes, image.getProcessor().getPixels());
        assertThrows(IllegalArgumentException.class, () -> new LabelPlane(2, 1, bytes));
    }

    @Test
    public void bytesAreUnsigned() {
        assertArrayEquals(new byte[] {0, (byte) 255}, new LabelPlane(2, 1, new int[] {0, 255}).toBytes());
        assertThrows(IllegalArgumentException.class, () -> new LabelPlane(2, 2, new int[3]));
    }

    @Test
    public void labelImagesSurviveTheirLut() {
        ImagePlus source = new ImagePlus("s", new ByteProcessor(2, 1));
        List<LabelPlane> planes = Collections.singletonList(new LabelPlane(2, 1, new int[] {3, 255}));
        ImagePlus labels = LabelImages.of("l", source, planes, Collections.emptyList());
        ImageFiles.savePng(labels, path("l.png"));
        ImageFiles.saveTiff(labels, path("l.tif"));
        assertArrayEquals(
                new int[] {3, 255}, ImageFiles.openLabels(path("l.png")).get(0).values());
        assertArrayEquals(
                new int[] {3, 255}, ImageFiles.openLabels(path("l.tif")).get(0).values());
    }
}
