package org.jointattention.testimages;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.io.Opener;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class TestImagesTest {
    private static List<TestImage> images;

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    @BeforeClass
    public static void generate() {
        images = TestImages.all();
    }

    @Test
    public void committedFilesAreWhatTheGeneratorMakes() {
        for (TestImage image : images) {
            assertSamePixels(image.imageFile(TestImages.ROOT), image.image);
            assertSamePixels(image.maskFile(TestImages.ROOT), image.mask);
        }
    }

    @Test
    public void thereAreNoOtherFiles() throws IOException {
        Set<Path> expected = new TreeSet<>();
        for (TestImage image : images) {
            expected.add(image.imageFile(TestImages.ROOT));
            expected.add(image.maskFile(TestImages.ROOT));
        }
        expected.add(TestImages.ROOT.resolve("README.md"));
        try (Stream<Path> files = Files.walk(TestImages.ROOT)) {
            assertEquals(expected, files.filter(Files::isRegularFile).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    public void writtenFilesReadBackAsTheyWere() throws IOException {
        Path root = folder.getRoot().toPath();
        for (TestImage image : images) {
            image.write(root);
            assertSamePixels(image.imageFile(root), image.image);
            assertSamePixels(image.maskFile(root), image.mask);
        }
    }

    @Test
    public void calibrationOfTheStackIsKept() {
        TestImage stack = images.stream()
                .filter(image -> image.image.getStackSize() > 1)
                .findFirst()
                .orElseThrow(AssertionError::new);
        ImagePlus read = open(stack.imageFile(TestImages.ROOT));
        assertEquals(4, read.getNSlices());
        assertEquals(0.325, read.getCalibration().pixelWidth, 1e-4);
        assertEquals(1, read.getCalibration().pixelDepth, 1e-4);
    }

    /** So that a network can learn something from them, and a threshold alone is not meaningless. */
    @Test
    public void nucleiAreBrighterThanTheBackgroundAndNeitherIsRare() {
        for (TestImage image : images) {
            ImageProcessor pixels = image.image.getProcessor();
            ImageProcessor mask = image.mask.getProcessor();
            double[] sums = new double[2];
            int[] counts = new int[2];
            for (int i = 0; i < mask.getPixelCount(); i++) {
                sums[mask.get(i)] += pixels instanceof ColorProcessor ? pixels.get(i) & 0xff : pixels.get(i);
                counts[mask.get(i)]++;
            }
            String name = image.image.getTitle();
            double share = (double) counts[1] / mask.getPixelCount();
            assertTrue(name + " " + share, share > 0.05 && share < 0.8);
            assertTrue(name, sums[1] / counts[1] > 2 * sums[0] / counts[0]);
        }
    }

    private static ImagePlus open(Path file) {
        return new Opener().openImage(file.toString());
    }

    private static void assertSamePixels(Path file, ImagePlus expected) {
        assertTrue(file + " is missing", Files.exists(file));
        ImagePlus read = open(file);
        assertEquals(file.toString(), expected.getBitDepth(), read.getBitDepth());
        assertEquals(file.toString(), expected.getStackSize(), read.getStackSize());
        for (int i = 1; i <= expected.getStackSize(); i++) {
            ImageProcessor wanted = expected.getStack().getProcessor(i);
            ImageProcessor found = read.getStack().getProcessor(i);
            assertEquals(file.toString(), wanted.getWidth(), found.getWidth());
            assertArrayEquals(file + " slice " + i, wanted.getIntArray(), found.getIntArray());
        }
    }
}
