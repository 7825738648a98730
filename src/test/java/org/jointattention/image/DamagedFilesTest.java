package org.jointattention.image;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Files whose damage ImageJ or Java would not mind, and damage at random. */
public class DamagedFilesTest {
    private static final int WIDTH = 50;
    private static final int HEIGHT = 40;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path path(String name) {
        return folder.getRoot().toPath().resolve(name);
    }

    private static BufferedImage image(int type) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        Random random = new Random(4);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int grey = (i % WIDTH * 3 + random.nextInt(9)) % 256;
            image.setRGB(i % WIDTH, i / WIDTH, grey * 0x10101);
        }
        return image;
    }

    private static void assertRefused(Path file, String... parts) {
        for (boolean virtual : new boolean[] {false, true}) {
            ImageException e = assertThrows(ImageException.class, () -> {
                if (virtual) {
                    ImageFiles.openVirtual(file);
                } else {
                    ImageFiles.open(file);
                }
            });
            assertTrue(
                    e.getMessage(), e.getMessage().contains(file.getFileName().toString()));
            assertFalse(e.getMessage(), e.getMessage().contains(".."));
            for (String part : parts) {
                assertTrue(e.getMessage() + " lacks " + part, e.getMessage().contains(part));
            }
        }
    }

    @Test
    public void soundCompressedFilesOpen() throws IOException {
        int[] types = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY, BufferedImage.TYPE_INT_RGB};
        for (int type : types) {
            Path plain = TiffSamples.write(path("plain.tif"), image(type), null, false);
            Object expected =
                    ImageFiles.open(plain).getProcessor().convertToFloat().getPixels();
            for (String compression : TiffSamples.COMPRESSIONS) {
                Path file = TiffSamples.write(path("a.tif"), image(type), compression, false);
                ImageProcessor read = ImageFiles.open(file).getProcessor();
                assertArrayEquals(
                        compression + " " + type,
                        (float[]) expected,
                        (float[]) read.convertToFloat().getPixels(),
                        0);
            }
        }
    }

    @Test
    public void largeLzwStripsAreCountedToTheirEnd() throws IOException {
        BufferedImage noise = new BufferedImage(300, 200, BufferedImage.TYPE_BYTE_GRAY);
        Random random = new Random(1);
        for (int i = 0; i < 40000; i++) {
            noise.getRaster().setSample(i % 300, i / 300, 0, random.nextInt(i < 30000 ? 256 : 3));
        }
        Path file = TiffSamples.write(path("noise.tif"), noise, "LZW", false);
        ImageProcessor read = ImageFiles.open(file).getProcessor();
        for (int i = 0; i < 40000; i++) {
            assertEquals(noise.getRaster().getSample(i % 300, i / 300, 0), read.get(i));
        }
    }

    @Test
    public void compressedStripsThatAreTooShortAreRefused() throws IOException {
        for (String compression : TiffSamples.COMPRESSIONS) {
            Path file = TiffSamples.write(
                    path(compression + ".tif"), image(BufferedImage.TYPE_BYTE_GRAY), compression, false);
            assertRefused(TiffSamples.change(file, 279, 279, 5), "damaged");
        }
    }

    @Test
    public void flippedBytesOfDeflateAreNoticed() throws IOException {
        Path file = TiffSamples.write(path("zip.tif"), image(BufferedImage.TYPE_BYTE_GRAY), "Deflate", false);
        byte[] bytes = Files.readAllBytes(file);
        bytes[TiffSamples.firstStrip(file) + 40] ^= 0x55;
        Files.write(file, bytes);
        assertRefused(file, "compressed pixels are damaged");
    }

    @Test
    public void pixelsThatAreNotThereAreMissed() throws IOException {
        Path tall = TiffSamples.write(path("tall.tif"), image(BufferedImage.TYPE_BYTE_GRAY), null, false);
        assertRefused(TiffSamples.change(tall, 257, 257, 400), "pixels are missing");
        Path lost = TiffSamples.write(path("lost.tif"), image(BufferedImage.TYPE_BYTE_GRAY), null, false);
        assertRefused(TiffSamples.change(lost, 273, 65000, 8), "does not say where its pixels are");
        Path behind = TiffSamples.write(path("behind.tif"), ImageFilesTest.noise(8, WIDTH, HEIGHT));
        assertRefused(TiffSamples.change(behind, 273, 273, 1 << 20), "cut short");
    }

    @Test
    public void hugeDeclaredSizesAreRefusedWithoutAllocation() throws IOException {
        Path file = TiffSamples.write(path("huge.tif"), ImageFilesTest.noise(8, WIDTH, HEIGHT));
        TiffSamples.change(file, 256, 256, 1 << 30);
        assertRefused(TiffSamples.change(file, 257, 257, 1 << 30), "1073741824x1073741824 pixels", "damaged");
        Path png = path("huge.png");
        ImageIO.write(image(BufferedImage.TYPE_BYTE_GRAY), "png", png.toFile());
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(png));
        bytes.putInt(16, 2_000_000_000).putInt(20, 2_000_000_000);
        CRC32 crc = new CRC32();
        crc.update(bytes.array(), 12, 17);
        bytes.putInt(29, (int) crc.getValue());
        Files.write(png, bytes.array());
        assertRefused(png, "2000000000x2000000000 pixels", "more than ImageJ can hold");
    }

    @Test
    public void soundFilesOfUnknownKindsAreToBeConverted() throws IOException {
        BufferedImage grey = image(BufferedImage.TYPE_BYTE_GRAY);
        assertRefused(TiffSamples.write(path("tiled.tif"), grey, null, true), "tiled", "File > Save As > Tiff");
        assertRefused(TiffSamples.write(path("jpeg.tif"), grey, "JPEG", false), "JPEG", "File > Save As > Tiff");
        BufferedImage bits = image(BufferedImage.TYPE_BYTE_BINARY);
        assertRefused(TiffSamples.write(path("bits.tif"), bits, "LZW", false), "Convert it");
        assertRefused(TiffSamples.write(path("fax.tif"), bits, "CCITT T.6", false), "Convert it");
    }

    @Test
    public void pixelsThatImageJTakesForOthersAreToBeConverted() throws IOException {
        Path signed = TiffSamples.write(path("signed.tif"), new ByteProcessor(9, 5));
        assertEquals(9, ImageFiles.open(signed).getWidth());
        assertRefused(TiffSamples.change(signed, 278, 339, 2), "bytes with a sign", "Convert it");
        Path predicted = TiffSamples.write(path("predicted.tif"), new FloatProcessor(9, 5));
        assertRefused(TiffSamples.change(predicted, 278, 317, 3), "differences of floating-point", "Convert it");
        assertEquals(Optional.empty(), LargeTiff.of(predicted, 0).map(LargeTiff::width));
    }

    @Test
    public void planesOfMoreBytesThanAStripCanCountAreMissedToo() throws IOException {
        Path file = TiffSamples.write(path("large.tif"), new FloatProcessor(9, 5));
        TiffSamples.change(file, 256, 256, 40_000);
        TiffSamples.change(file, 257, 257, 30_000);
        assertRefused(file, "cut short", "bytes are missing");
        assertThrows(ImageException.class, () -> LargeTiff.of(file));
    }

    @Test
    public void lowInterlacedGifsAreRefused() throws IOException {
        for (int height = 1; height < 12; height++) {
            BufferedImage grey = new BufferedImage(3, height, BufferedImage.TYPE_BYTE_GRAY);
            for (int i = 0; i < 3 * height; i++) {
                grey.getRaster().setSample(i % 3, i / 3, 0, 7 * i);
            }
            ImageIO.write(grey, "gif", path("a.gif").toFile());
            if (height > 1 && height < 5) {
                assertRefused(path("a.gif"), "interlaced and lower than 5 rows");
                continue;
            }
            ImageProcessor read = ImageFiles.open(path("a.gif")).getProcessor();
            for (int i = 0; i < 3 * height; i++) {
                assertEquals(height + " rows", 7 * i, read.get(i));
            }
        }
    }

    @Test
    public void randomDamageIsRefusedOrHarmless() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String compression : new String[] {null, "LZW", "Deflate", "PackBits"}) {
            for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_INT_RGB}) {
                files.add(TiffSamples.write(path(type + "-" + compression + ".tif"), image(type), compression, false));
            }
        }
        files.add(TiffSamples.write(path("ij16.tif"), ImageFilesTest.noise(16, WIDTH, HEIGHT)));
        files.add(TiffPages.write(path("pages.tif"), 3));
        ImageIO.write(image(BufferedImage.TYPE_INT_RGB), "png", path("rgb.png").toFile());
        ImageIO.write(
                image(BufferedImage.TYPE_BYTE_GRAY), "png", path("grey.png").toFile());
        files.add(path("rgb.png"));
        files.add(path("grey.png"));
        Random random = new Random(20);
        assertEquals("", printed(() -> {
            for (int i = 0; i < 400; i++) {
                openDamaged(files.get(i % files.size()), random);
            }
        }));
    }

    private void openDamaged(Path file, Random random) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int directory =
                file.toString().endsWith(".tif") ? ByteBuffer.wrap(bytes).getInt(4) : 0;
        if (bytes[0] == 'I') {
            directory = Integer.reverseBytes(directory);
        }
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            boolean header = random.nextBoolean();
            int at = header
                    ? directory + random.nextInt(Math.min(160, bytes.length - directory))
                    : random.nextInt(bytes.length);
            bytes[at] = (byte) (random.nextInt(4) == 0 ? bytes[at] ^ 1 << random.nextInt(8) : random.nextInt());
        }
        Path damaged = Files.write(path("damaged"), bytes);
        try {
            ImagePlus image = ImageFiles.open(damaged);
            int pixels = image.getWidth() * image.getHeight();
            Object last = image.getStack().getPixels(image.getStackSize());
            assertEquals(pixels, java.lang.reflect.Array.getLength(last));
            ImagePlus virtual = ImageFiles.openVirtual(damaged);
            assertEquals(image.getStackSize(), virtual.getStackSize());
        } catch (ImageException e) {
            assertTrue(
                    e.getMessage(),
                    e.getMessage().startsWith("The ") || e.getMessage().contains(" cannot be read"));
        }
    }

    private interface Action {
        void run() throws IOException;
    }

    /** What the action prints to either stream. */
    private static String printed(Action action) throws IOException {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream caught = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(caught, true, "UTF-8");
        System.setOut(stream);
        System.setErr(stream);
        try {
            action.run();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return new String(caught.toByteArray(), StandardCharsets.UTF_8);
    }
}
