package org.jointattention.image;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ImageFilesTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path path(String name) {
        return folder.getRoot().toPath().resolve(name);
    }

    private Path written(String name, byte... content) throws IOException {
        return Files.write(path(name), content);
    }

    static ImageProcessor noise(int bits, int width, int height) {
        Random random = new Random(9);
        ImageProcessor processor = bits == 8
                ? new ByteProcessor(width, height)
                : bits == 16
                        ? new ShortProcessor(width, height)
                        : bits == 24 ? new ColorProcessor(width, height) : new FloatProcessor(width, height);
        for (int i = 0; i < width * height; i++) {
            if (bits == 32) {
                processor.setf(i, random.nextFloat());
            } else {
                processor.set(i, random.nextInt(1 << bits) | (bits == 24 ? 0xff000000 : 0));
            }
        }
        return processor;
    }

    private static void assertPixels(Object expected, Object actual) {
        if (expected instanceof byte[]) {
            assertArrayEquals((byte[]) expected, (byte[]) actual);
        } else if (expected instanceof short[]) {
            assertArrayEquals((short[]) expected, (short[]) actual);
        } else if (expected instanceof int[]) {
            assertArrayEquals((int[]) expected, (int[]) actual);
        } else {
            assertArrayEquals((float[]) expected, (float[]) actual, 0);
        }
    }

    private static void assertMessage(ImageException e, String... parts) {
        for (String part : parts) {
            assertTrue(e.getMessage(), e.getMessage().contains(part));
        }
    }

    private static void assertRefused(Path file, String... parts) {
        ImageException e = assertThrows(ImageException.class, () -> ImageFiles.open(file));
        assertMessage(e, file.getFileName().toString());
        assertMessage(e, parts);
    }

    private Path cut(Path file, double part) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return Files.write(path("cut-" + file.getFileName()), Arrays.copyOf(bytes, (int) (bytes.length * part)));
    }

    @Test
    public void imagesAreKnownByExtension() {
        assertTrue(ImageFiles.isImage(Paths.get("a", "b.TIF")));
        assertTrue(ImageFiles.isImage(Paths.get("b.c.Jpeg")));
        for (String name : new String[] {".hidden.png", "png", "a.txt", "a.png.tmp", "a."}) {
            assertFalse(name, ImageFiles.isImage(Paths.get(name)));
        }
        assertFalse(ImageFiles.isImage(Paths.get("/")));
    }

    @Test
    public void foldersAreListedByName() throws IOException {
        for (String name : new String[] {"b.png", "a.tif", "c.JPG", ".x.png", "notes.txt"}) {
            written(name);
        }
        Files.createDirectory(path("folder.png"));
        assertEquals(
                Arrays.asList("a.tif", "b.png", "c.JPG"),
                ImageFiles.list(folder.getRoot().toPath()).stream()
                        .map(f -> f.getFileName().toString())
                        .collect(Collectors.toList()));
        assertMessage(
                assertThrows(ImageException.class, () -> ImageFiles.list(path("none"))), "none", "does not exist");
        assertMessage(
                assertThrows(ImageException.class, () -> ImageFiles.list(path("a.tif"))), "a.tif", "not a folder");
    }

    @Test
    public void filesOfOneImageMatchByName() {
        assertEquals("a.b", ImageFiles.baseName(Paths.get("x", "a.b.tif")));
        assertEquals(".hidden", ImageFiles.baseName(Paths.get(".hidden")));
        assertEquals("plain", ImageFiles.matchingName(Paths.get("plain")));
    }

    @Test
    public void tiffKeepsEveryTypeCalibrationAndLabels() {
        for (int bits : new int[] {8, 16, 24, 32}) {
            ImageStack stack = new ImageStack(9, 7);
            stack.addSlice("first", noise(bits, 9, 7));
            stack.addSlice("second", noise(bits, 9, 7));
            ImagePlus image = new ImagePlus("t", stack);
            Calibration calibration = image.getCalibration();
            calibration.pixelWidth = 0.25;
            calibration.setUnit("um");
            ImageFiles.saveTiff(image, path("t.tif"));
            for (ImagePlus read :
                    new ImagePlus[] {ImageFiles.open(path("t.tif")), ImageFiles.openVirtual(path("t.tif"))}) {
                assertEquals("t.tif", read.getTitle());
                assertEquals(bits, read.getBitDepth());
                assertEquals(2, read.getNSlices());
                assertPixels(stack.getPixels(2), read.getStack().getPixels(2));
                assertEquals("second", read.getStack().getSliceLabel(2));
                assertEquals(0.25, read.getCalibration().pixelWidth, 1e-9);
            }
        }
    }

    @Test
    public void virtualStacksStayOnDisk() throws IOException {
        ImageStack stack = new ImageStack(9, 7);
        stack.addSlice(noise(16, 9, 7));
        stack.addSlice(noise(16, 9, 7));
        ImageFiles.saveTiff(new ImagePlus("t", stack), path("v.tif"));
        ImagePlus image = ImageFiles.openVirtual(path("v.tif"));
        assertTrue(image.getStack().isVirtual());
        ImageFiles.saveTiff(image, path("copy.tif"));
        assertPixels(
                stack.getPixels(2), ImageFiles.open(path("copy.tif")).getStack().getPixels(2));
        Files.delete(path("v.tif"));
        ImagePlanes planes = ImagePlanes.of(image);
        assertMessage(assertThrows(ImageException.class, () -> planes.read(1)), "v.tif", "removed");
    }

    @Test
    public void pngKeepsValues() {
        for (int bits : new int[] {8, 16, 24}) {
            ImagePlus image = new ImagePlus("p", noise(bits, 9, 7));
            image.setDisplayRange(10, 20);
            ImageFiles.savePng(image, path("p.png"));
            ImagePlus read = ImageFiles.open(path("p.png"));
            assertEquals(bits, read.getBitDepth());
            if (bits != 24) {
                assertPixels(
                        image.getProcessor().getPixels(), read.getProcessor().getPixels());
            }
        }
    }

    @Test
    public void pngRefusesWhatItCannotHold() {
        ImageStack stack = new ImageStack(2, 2);
        stack.addSlice(new ByteProcessor(2, 2));
        stack.addSlice(new ByteProcessor(2, 2));
        for (ImagePlus image :
                new ImagePlus[] {new ImagePlus("s", stack), new ImagePlus("f", new FloatProcessor(2, 2))}) {
            ImageException e = assertThrows(ImageException.class, () -> ImageFiles.savePng(image, path("x.png")));
            assertMessage(e, "Save it as TIFF");
        }
        assertEquals(0, folder.getRoot().list().length);
    }

    @Test
    public void otherFormatsOpen() throws IOException {
        BufferedImage grey = new BufferedImage(8, 6, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setSample(3, 2, 0, 200);
        BufferedImage rgb = new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 48; i++) {
            rgb.setRGB(i % 8, i / 8, i * 7919 * 331 & 0xffffff);
        }
        for (String format : new String[] {"bmp", "gif", "jpg", "png"}) {
            assertTrue(ImageIO.write(grey, format, path("grey." + format).toFile()));
            ImagePlus image = ImageFiles.open(path("grey." + format));
            assertEquals(format, 8, image.getBitDepth());
            assertEquals(format, 200, image.getProcessor().get(3, 2), format.equals("jpg") ? 30 : 0);
            assertEquals(format, 1, ImagePlanes.of(image, 1).channels());
            assertTrue(ImageIO.write(rgb, format, path("rgb." + format).toFile()));
            assertEquals(
                    format,
                    3,
                    ImagePlanes.of(ImageFiles.open(path("rgb." + format)), 3).channels());
        }
    }

    @Test
    public void transparencyIsIgnored() throws IOException {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x10203040);
        ImageIO.write(image, "png", path("a.png").toFile());
        assertEquals(0x203040, ImageFiles.open(path("a.png")).getProcessor().get(0, 0) & 0xffffff);
    }

    @Test
    public void missingEmptyAndForeignFilesAreRefused() throws IOException {
        assertRefused(path("none.tif"), "does not exist");
        assertRefused(written("empty.png"), "is empty");
        assertRefused(written("text.tif", "hello world".getBytes("US-ASCII")), "not a PNG, TIFF");
        assertRefused(written("big.tif", new byte[] {'I', 'I', 43, 0, 8, 0, 0, 0}), "BigTIFF");
        assertRefused(written("head.tif", new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0}), "cut short");
        assertRefused(written("junk.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1, 2}), "PNG");
        assertRefused(folder.getRoot().toPath(), "is a folder");
    }

    @Test
    public void theContentCountsNotTheExtension() throws IOException {
        ImageFiles.savePng(new ImagePlus("p", noise(8, 5, 5)), path("really-png.tif"));
        assertEquals(5, ImageFiles.open(path("really-png.tif")).getWidth());
    }

    @Test
    public void cutFilesAreRefused() throws IOException {
        ImageStack stack = new ImageStack(40, 30);
        for (int i = 0; i < 3; i++) {
            stack.addSlice(noise(16, 40, 30));
        }
        ImageFiles.saveTiff(new ImagePlus("s", stack), path("stack.tif"));
        ImageFiles.saveTiff(new ImagePlus("s", noise(8, 40, 30)), path("one.tif"));
        ImageFiles.savePng(new ImagePlus("s", noise(8, 40, 30)), path("one.png"));
        for (String format : new String[] {"jpg", "bmp", "gif"}) {
            ImageIO.write(
                    noise(8, 40, 30).getBufferedImage(),
                    format,
                    path("one." + format).toFile());
        }
        for (String name : new String[] {"stack.tif", "one.tif", "one.png", "one.jpg", "one.bmp", "one.gif"}) {
            for (double part : new double[] {0.99, 0.6, 0.1}) {
                Path cut = cut(path(name), part);
                assertRefused(cut);
                assertThrows(name, ImageException.class, () -> ImageFiles.openVirtual(cut));
            }
        }
    }

    @Test
    public void pagesLostAtTheEndOfAForeignTiffAreNoticed() throws IOException {
        assertEquals(3, ImageFiles.open(TiffPages.write(path("pages.tif"), 3)).getStackSize());
        assertEquals(3, ImageFiles.openVirtual(path("pages.tif")).getStackSize());
        assertRefused(cut(path("pages.tif"), 0.8), "cut short");
    }

    @Test
    public void writingReplacesAndLeavesNothingBehind() throws IOException {
        ImageFiles.saveTiff(new ImagePlus("a", noise(8, 5, 5)), path("x.tif"));
        ImageFiles.saveTiff(new ImagePlus("a", noise(16, 6, 5)), path("x.tif"));
        assertEquals(6, ImageFiles.open(path("x.tif")).getWidth());
        assertArrayEquals(new String[] {"x.tif"}, folder.getRoot().list());
    }

    @Test
    public void failedWritingKeepsTheFormerFile() throws IOException {
        Path file = written("x.tif", (byte) 1);
        ImagePlus image = ImageFiles.openVirtual(TiffPages.write(path("pages.tif"), 3));
        Files.delete(path("pages.tif"));
        assertMessage(assertThrows(ImageException.class, () -> ImageFiles.saveTiff(image, file)), "pages.tif");
        assertArrayEquals(new byte[] {1}, Files.readAllBytes(file));
        assertArrayEquals(new String[] {"x.tif"}, folder.getRoot().list());
    }

    @Test
    public void placesThatCannotBeWrittenAreNamed() throws IOException {
        ImagePlus image = new ImagePlus("a", noise(8, 5, 5));
        Path none = path("none").resolve("x.tif");
        assertMessage(
                assertThrows(ImageException.class, () -> ImageFiles.saveTiff(image, none)),
                none.toString(),
                "does not exist");
        Path inFile = written("file", (byte) 1).resolve("x.png");
        assertMessage(assertThrows(ImageException.class, () -> ImageFiles.savePng(image, inFile)), "x.png");
        Files.createDirectory(path("dir.tif"));
        assertMessage(
                assertThrows(ImageException.class, () -> ImageFiles.saveTiff(image, path("dir.tif"))), "a folder");
        try (Stream<Path> files = Files.list(path("dir.tif"))) {
            assertEquals(0, files.count());
        }
    }
}
