package org.jointattention.segmentation;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.imglib2.RandomAccessibleInterval;
import org.jointattention.image.ImageFiles;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A plane of 25 MB, in a process whose Java has 20 MB for everything. */
public class SmallHeapTest {
    private static final int SIZE = 5000;
    private static final int TILE = 128;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    /** Segments a file into a folder. */
    public static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            segment(Path.of(arguments[0]), Path.of(arguments[1]));
        }
    }

    private static void segment(Path image, Path out) {
        Segmenter segmenter = new Segmenter(
                Planes.model(1, 1, TILE, 16), new FakePredictor(1, TILE, TILE, 1, FakePredictor.perPixel()));
        new FileSegmenter(new ImageSegmenter(segmenter), EnumSet.of(Output.LABELS), false, "")
                .segment(image, out, Progress.NONE, FileListener.NONE);
    }

    private Path image() {
        ByteProcessor pixels = new ByteProcessor(SIZE, SIZE);
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                pixels.set(x, y, (x * (y / 9 + 1) >> 5) + y & 0xff);
            }
        }
        Path file = folder.getRoot().toPath().resolve("large.tif");
        ImageFiles.saveTiff(new ImagePlus("large", pixels), file);
        return file;
    }

    private static Process start(Path image, Path out) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx20m",
                        "-Djava.awt.headless=true",
                        "-cp",
                        classPath(),
                        Program.class.getName(),
                        image.toString(),
                        out.toString())
                .redirectErrorStream(true)
                .start();
    }

    /**
     * What the program needs, and no more: Java keeps the directory of each jar that it looks for a class in on the heap,
     * which takes 9 MB for all that tests have.
     */
    private static String classPath() {
        return Stream.of(Program.class, FileSegmenter.class, ImagePlus.class, RandomAccessibleInterval.class)
                .map(SmallHeapTest::place)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    public void neitherPlaneNorLabelsHaveToFit() throws IOException, InterruptedException {
        Path image = image();
        Path small = folder.newFolder("small").toPath();
        Process process = start(image, small);
        try (InputStream said = process.getInputStream()) {
            String text = new String(said.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(text, 0, process.waitFor());
        }
        Path large = folder.newFolder("large").toPath();
        segment(image, large);
        byte[] labels = Files.readAllBytes(Output.LABELS.file(image, small));
        assertTrue(labels.length > SIZE * SIZE);
        assertArrayEquals(Files.readAllBytes(Output.LABELS.file(image, large)), labels);
    }
}
