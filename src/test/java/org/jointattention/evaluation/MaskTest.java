package org.jointattention.evaluation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class MaskTest {
    private static final String[] ROWS = {"0123", "3210", "????"};

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private Path file(String name) {
        return folder.getRoot().toPath().resolve(name);
    }

    private static void assertSame(Mask expected, Mask found) {
        assertTrue(found.size(), found.hasSizeOf(expected));
        for (int pixel = 0; pixel < expected.pixels(); pixel++) {
            assertEquals("pixel " + pixel, expected.label(pixel), found.label(pixel));
        }
    }

    private void assertRefused(Path file, String... words) {
        EvaluationException e = assertThrows(EvaluationException.class, () -> Mask.read(file));
        assertTrue(e.getMessage(), e.getMessage().contains(file.toString()));
        for (String word : words) {
            assertTrue(e.getMessage(), e.getMessage().contains(word));
        }
    }

    @Test
    public void readsGreyValues() throws IOException {
        for (String extension : new String[] {"png", "bmp"}) {
            Path file = file("grey." + extension);
            MaskFiles.grey(file, ROWS);
            List<Mask> masks = Mask.read(file);
            assertEquals(1, masks.size());
            assertSame(Masks.draw(ROWS), masks.get(0));
            assertTrue(masks.get(0).pixelSize().isEmpty());
        }
    }

    @Test
    public void readsPaletteIndicesRatherThanColours() throws IOException {
        for (String extension : new String[] {"png", "bmp"}) {
            Path file = file("palette." + extension);
            MaskFiles.palette(file, ROWS);
            assertSame(Masks.draw(ROWS), Mask.read(file).get(0));
        }
    }

    @Test
    public void readsEveryPageOfATiff() throws IOException {
        Path file = file("stack.tif");
        MaskFiles.tiff(file, Masks.draw("01"), Masks.draw("20"), Masks.draw("?3"));
        List<Mask> masks = Mask.read(file);
        assertEquals(3, masks.size());
        assertSame(Masks.draw("01"), masks.get(0));
        assertSame(Masks.draw("20"), masks.get(1));
        assertSame(Masks.draw("?3"), masks.get(2));
    }

    @Test
    public void readsThePixelSize() throws IOException {
        MaskFiles.tiff(file("a.TIFF"), Masks.draw(new PixelSize(0.5, 0.25, "um"), "01"));
        PixelSize size = Mask.read(file("a.TIFF")).get(0).pixelSize().get();
        assertEquals(0.5, size.width(), 1e-6);
        assertEquals(0.25, size.height(), 1e-6);
        assertEquals("\u00b5m", size.unit());
    }

    @Test
    public void takesInchesForAPrintResolution() throws IOException {
        MaskFiles.tiff(file("a.tif"), Masks.draw(new PixelSize(0.0125, 0.0125, "inch"), "01"));
        assertTrue(Mask.read(file("a.tif")).get(0).pixelSize().isEmpty());
    }

    @Test
    public void readsSixteenBits() throws IOException {
        ShortProcessor pixels = new ShortProcessor(2, 1, new short[] {3, (short) 65535}, null);
        MaskFiles.save(new ImagePlus("a", pixels), file("a.tif"));
        Mask mask = Mask.read(file("a.tif")).get(0);
        assertEquals(3, mask.label(0));
        assertEquals(65535, mask.label(1));
    }

    @Test
    public void refusesFractionsAndNaN() throws IOException {
        MaskFiles.save(new ImagePlus("a", new FloatProcessor(2, 1, new float[] {1, 0.5f})), file("half.tif"));
        assertRefused(file("half.tif"), "0.5");
        MaskFiles.save(new ImagePlus("a", new FloatProcessor(2, 1, new float[] {1, Float.NaN})), file("nan.tif"));
        assertRefused(file("nan.tif"), "NaN");
    }

    @Test
    public void refusesColourImages() throws IOException {
        MaskFiles.save(new ImagePlus("a", new ColorProcessor(2, 1)), file("a.tif"));
        assertRefused(file("a.tif"), "colour");
        ImageIO.write(
                new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB),
                "png",
                file("a.png").toFile());
        assertRefused(file("a.png"), "colour");
    }

    @Test
    public void refusesJpegWhichChangesValues() throws IOException {
        BufferedImage grey = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
        ImageIO.write(grey, "jpg", file("a.jpg").toFile());
        assertRefused(file("a.jpg"), "JPEG", "PNG or TIFF");
    }

    @Test
    public void refusesFilesThatWereCutShort() throws IOException {
        MaskFiles.tiff(file("a.tif"), Masks.draw(ROWS), Masks.draw(ROWS));
        byte[] all = Files.readAllBytes(file("a.tif"));
        Files.write(file("a.tif"), Arrays.copyOf(all, all.length - 4));
        assertRefused(file("a.tif"), "cut short");
    }

    @Test
    public void refusesWhatIsNoImage() throws IOException {
        Files.write(file("a.png"), "hello".getBytes(StandardCharsets.UTF_8));
        assertRefused(file("a.png"), "cannot be read");
        assertRefused(file("missing.png"), "cannot be read");
        Files.write(file("empty.bmp"), new byte[0]);
        assertRefused(file("empty.bmp"), "cannot be read");
        Files.write(file("a.tif"), "hello".getBytes(StandardCharsets.UTF_8));
        assertRefused(file("a.tif"), "cannot be read");
    }

    @Test
    public void pixelSizesNeedAUnit() {
        assertThrows(IllegalArgumentException.class, () -> new PixelSize(1, 1, " "));
        Calibration calibration = new Calibration();
        calibration.pixelWidth = 2;
        calibration.setUnit(" ");
        assertFalse(PixelSize.of(calibration).isPresent());
    }
}
