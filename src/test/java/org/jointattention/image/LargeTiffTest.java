package org.jointattention.image;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class LargeTiffTest {
    private static final int WIDTH = 61;
    private static final int HEIGHT = 211;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private static ImageProcessor filled(ImageProcessor pixels, int most) {
        Random random = new Random(most);
        for (int i = 0; i < pixels.getPixelCount(); i++) {
            if (pixels instanceof FloatProcessor) {
                pixels.setf(i, random.nextFloat());
            } else {
                pixels.set(i, random.nextInt(most));
            }
        }
        return pixels;
    }

    private Path file(String name) {
        return folder.getRoot().toPath().resolve(name);
    }

    private Path saved(String name, ImageProcessor pixels) {
        ImagePlus image = new ImagePlus(name, pixels);
        image.getCalibration().pixelWidth = 0.25;
        image.getCalibration().setUnit("um");
        ImageFiles.saveTiff(image, file(name));
        return file(name);
    }

    private static float[] values(RandomAccessibleInterval<FloatType> plane) {
        TileReader reader = new TileReader(plane);
        float[] values = new float[reader.width() * reader.height() * reader.channels()];
        reader.read(0, 0, reader.height(), reader.width(), values);
        return values;
    }

    private static void check(Path file, int channels) {
        LargeTiff large = LargeTiff.of(file, 1).get();
        ImagePlus whole = ImageFiles.open(file);
        ImagePlanes planes = ImagePlanes.of(whole, channels);
        assertEquals(channels, large.channels());
        assertEquals(planes.mapping(), large.mapping());
        assertArrayEquals(values(planes.plane(0)), values(large.plane(16)), 0);
        assertTrue(large.standIn().getCalibration().equals(whole.getCalibration()));
        assertEquals(whole.getTitle(), large.standIn().getTitle());
    }

    @Test
    public void valuesAreThoseOfTheFileAsAWhole() {
        check(saved("8.tif", filled(new ByteProcessor(WIDTH, HEIGHT), 256)), 1);
        check(saved("16.tif", filled(new ShortProcessor(WIDTH, HEIGHT), 65536)), 1);
        check(saved("32.tif", filled(new FloatProcessor(WIDTH, HEIGHT), 1)), 1);
        check(saved("rgb.tif", filled(new ColorProcessor(WIDTH, HEIGHT), 1 << 24)), 3);
    }

    /** As other programs write it: strips of some rows, compressed. */
    private Path strips(String compression, int type) throws IOException {
        ImageProcessor pixels = type == BufferedImage.TYPE_BYTE_GRAY
                ? filled(new ByteProcessor(WIDTH, HEIGHT), 9)
                : filled(new ColorProcessor(WIDTH, HEIGHT), 1 << 24);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, pixels.getColorModel().getRGB(pixels.get(x, y) & 0xffffff));
            }
        }
        Path file = file(compression + type + ".tif");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionType(compression);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return file;
    }

    @Test
    public void stripsAreReadOneByOne() throws IOException {
        for (String compression : new String[] {"LZW", "Deflate", "PackBits"}) {
            check(strips(compression, BufferedImage.TYPE_BYTE_GRAY), 1);
        }
        check(strips("LZW", BufferedImage.TYPE_INT_RGB), 3);
    }

    @Test
    public void othersAreOpenedAsAWhole() throws IOException {
        Path small = saved("8.tif", filled(new ByteProcessor(WIDTH, HEIGHT), 256));
        assertFalse(LargeTiff.of(small).isPresent());
        ImagePlus stack = ij.IJ.createImage("stack", "8-bit black", 20, 10, 3);
        ImageFiles.saveTiff(stack, file("stack.tif"));
        assertFalse(LargeTiff.of(file("stack.tif"), 1).isPresent());
        ImageFiles.savePng(new ImagePlus("a", new ByteProcessor(20, 20)), file("a.png"));
        assertFalse(LargeTiff.of(file("a.png"), 1).isPresent());
    }

    @Test
    public void stripsThatAreNotWhereTheirNumberSaysAreReadTogether() throws IOException {
        for (int rows : new int[] {0, 5}) {
            Path file = TiffSamples.change(strips("LZW", BufferedImage.TYPE_BYTE_GRAY), 278, 278, rows);
            assertEquals(HEIGHT, ImageFiles.open(file).getHeight());
            assertFalse(LargeTiff.of(file, 1).isPresent());
        }
    }

    @Test
    public void aFileThatIsCutShortMeanwhileIsAnError() throws IOException {
        Path file = saved("8.tif", filled(new ByteProcessor(WIDTH, HEIGHT), 256));
        RandomAccessibleInterval<FloatType> plane = LargeTiff.of(file, 1).get().plane(16);
        Files.write(file, new byte[100]);
        Exception e = assertThrows(ImageException.class, () -> values(plane));
        assertTrue(e.getMessage(), e.getMessage().contains("removed or changed"));
    }
}
