package org.jointattention.image;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ImageHeaderTest {
    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private Path file(String name) {
        return temporary.getRoot().toPath().resolve(name);
    }

    /** What the header says, and what the reader makes of the file. */
    private static void assertHeader(long pixels, int channels, Path file) {
        ImageHeader header = ImageHeader.of(file).get();
        assertEquals(file.toString(), pixels, header.pixels());
        assertEquals(file.toString(), channels, header.channels());
        ImagePlanes read = ImagePlanes.of(ImageFiles.open(file));
        long values = (long) read.width() * read.height() * read.channels() * read.count();
        assertEquals(file.toString(), values, pixels * channels);
    }

    private void assertRaster(String name, BufferedImage image, int channels) throws IOException {
        Path file = file(name);
        ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile());
        assertHeader(7 * 5, channels, file);
    }

    private static BufferedImage image(int type) {
        BufferedImage image = new BufferedImage(7, 5, type);
        image.setRGB(2, 2, Color.RED.getRGB());
        return image;
    }

    @Test
    public void rasterFiles() throws IOException {
        for (String extension : new String[] {"png", "bmp", "jpg"}) {
            assertRaster("grey." + extension, image(BufferedImage.TYPE_BYTE_GRAY), 1);
            assertRaster("rgb." + extension, image(BufferedImage.TYPE_3BYTE_BGR), 3);
        }
        assertRaster("deep.png", image(BufferedImage.TYPE_USHORT_GRAY), 1);
        byte[] red = {0, (byte) 200, 10, (byte) 255};
        byte[] green = {90, 20, (byte) 255, 0};
        byte[] blue = {7, (byte) 180, 60, 9};
        IndexColorModel palette = new IndexColorModel(8, 4, red, green, blue);
        assertRaster("palette.png", new BufferedImage(7, 5, BufferedImage.TYPE_BYTE_INDEXED, palette), 3);
        assertRaster("palette.gif", new BufferedImage(7, 5, BufferedImage.TYPE_BYTE_INDEXED, palette), 3);
    }

    private void assertTiff(String name, int channels, ImageProcessor... pages) {
        ImageStack stack = new ImageStack(7, 5);
        Arrays.stream(pages).forEach(stack::addSlice);
        ImageFiles.saveTiff(new ImagePlus("test", stack), file(name));
        assertHeader(7L * 5 * pages.length, channels, file(name));
    }

    @Test
    public void tiffFiles() {
        assertTiff("grey.tif", 1, new ByteProcessor(7, 5));
        assertTiff("float.tif", 1, new FloatProcessor(7, 5));
        assertTiff("rgb.tif", 3, new ColorProcessor(7, 5));
        assertTiff("stack.tif", 1, new ByteProcessor(7, 5), new ByteProcessor(7, 5), new ByteProcessor(7, 5));
    }

    @Test
    public void pixelsAreNotLookedAt() throws IOException {
        Path whole = file("whole.png");
        ImageIO.write(image(BufferedImage.TYPE_3BYTE_BGR), "png", whole.toFile());
        byte[] bytes = Files.readAllBytes(whole);
        Arrays.fill(bytes, 41, bytes.length - 12, (byte) 0);
        Files.write(whole, bytes);
        assertThrows(ImageException.class, () -> ImageFiles.open(whole));
        assertEquals(35, ImageHeader.of(whole).get().pixels());
    }

    @Test
    public void whatIsNoImageHasNoHeader() throws IOException {
        assertFalse(ImageHeader.of(file("missing.png")).isPresent());
        Files.write(file("text.png"), new byte[] {'t', 'e', 'x', 't'});
        assertFalse(ImageHeader.of(file("text.png")).isPresent());
        Files.write(file("cut.tif"), new byte[] {'I', 'I', '*', 0, 8, 0, 0, 0});
        assertFalse(ImageHeader.of(file("cut.tif")).isPresent());
        Files.write(file("cut.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, 10, 0});
        assertFalse(ImageHeader.of(file("cut.png")).isPresent());
    }
}
