package org.jointattention.segmentation;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ShortProcessor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jointattention.files.CancelledException;
import org.jointattention.image.ClassArea;
import org.jointattention.image.ImageFiles;
import org.jointattention.image.LabelPlane;
import org.jointattention.image.LargeTiff;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Labels that go to their file as they are made, against those of an image in memory. */
public class FileRunTest {
    private static final String INFO = "Made by: test\n";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Segmenter segmenter =
            new Segmenter(Planes.model(1, 1, 16, 6), new FakePredictor(2, 16, 16, 1, FakePredictor.wholeTile()));

    private Path file(String name) {
        return folder.getRoot().toPath().resolve(name);
    }

    private Path saved(String name, int slices, int frames) {
        ImageStack stack = new ImageStack(150, 230);
        Random random = new Random(slices);
        for (int i = 0; i < slices * frames; i++) {
            ShortProcessor pixels = new ShortProcessor(150, 230);
            for (int k = 0; k < pixels.getPixelCount(); k++) {
                pixels.set(k, random.nextInt(4000));
            }
            stack.addSlice("plane " + i, pixels);
        }
        ImagePlus image = new ImagePlus(name, stack);
        image.setDimensions(1, slices, frames);
        image.setOpenAsHyperStack(slices * frames > 1);
        image.getCalibration().pixelWidth = 0.5;
        image.getCalibration().setUnit("um");
        ImageFiles.saveTiff(image, file(name));
        return file(name);
    }

    /** The results that are made in memory, written as they always were. */
    private List<LabelPlane> inMemory(Path image, Set<Output> outputs, Path out) {
        ImageSegmenter images = new ImageSegmenter(segmenter);
        return images.segment(ImageFiles.open(image), outputs, Progress.NONE, (output, result) -> {
            result.setProperty("Info", INFO);
            if (output == Output.OVERLAY) {
                ImageFiles.savePng(result, out.resolve(output.fileName()));
            } else {
                ImageFiles.saveTiff(result, out.resolve(output.fileName()));
            }
        });
    }

    private static void assertSame(Path expected, Path found) throws IOException {
        assertArrayEquals(found.toString(), Files.readAllBytes(expected), Files.readAllBytes(found));
    }

    private static void assertAreas(List<ClassArea> expected, List<ClassArea> found) {
        assertEquals(expected.size(), found.size());
        for (int i = 0; i < found.size(); i++) {
            assertEquals(expected.get(i).objects(), found.get(i).objects());
            assertEquals(expected.get(i).pixels(), found.get(i).pixels());
        }
        assertTrue(found.get(0).objects() > 10);
    }

    /** All ways in which a file's results can be asked for. */
    private void check(Path image, boolean virtual) throws IOException {
        Path memory = folder.newFolder().toPath();
        List<LabelPlane> planes = inMemory(image, EnumSet.allOf(Output.class), memory);
        for (Set<Output> outputs : List.of(
                EnumSet.of(Output.LABELS),
                EnumSet.of(Output.OVERLAY),
                EnumSet.of(Output.LABELS, Output.OVERLAY),
                EnumSet.allOf(Output.class))) {
            Path out = folder.newFolder().toPath();
            FileResult result = new FileSegmenter(new ImageSegmenter(segmenter), outputs, virtual, INFO)
                    .segment(image, out, Progress.NONE, FileListener.NONE);
            assertEquals(outputs.size(), result.files().size());
            assertEquals(outputs.size(), out.toFile().list().length);
            for (Output output : outputs) {
                assertSame(memory.resolve(output.fileName()), output.file(image, out));
            }
            assertEquals(150L * 230 * planes.size(), result.pixels());
            assertAreas(ClassArea.of(planes, segmenter.spec().classes()), result.areas());
        }
    }

    @Test
    public void filesHaveTheBytesOfResultsInMemory() throws IOException {
        check(saved("plane.tif", 1, 1), false);
        check(saved("slices.tif", 3, 1), false);
        check(saved("slices and frames.tif", 2, 3), true);
    }

    @Test
    public void soHasThatOfAPlaneReadInParts() throws IOException {
        Path image = saved("cells.tif", 1, 1);
        inMemory(image, EnumSet.of(Output.LABELS), folder.getRoot().toPath());
        FilePlanes planes = FilePlanes.of(LargeTiff.of(image, 1).get(), segmenter.rowsOfTile());
        new FileRun(segmenter, planes, Progress.NONE).write(file("parts.tif"), INFO);
        assertSame(file(Output.LABELS.fileName()), file("parts.tif"));
    }

    /** As a large plane is that a model makes smaller. */
    @Test
    public void soHasThatOfAPlaneSegmentedInBands() throws IOException {
        Path image = saved("slices.tif", 2, 1);
        for (double scale : new double[] {0.4, 1, 1.5}) {
            Segmenter scaling = new Segmenter(
                    Planes.model(1, scale, 16, 6), new FakePredictor(3, 16, 16, 1, FakePredictor.local(2)));
            FilePlanes planes = FilePlanes.whole(image, scaling.spec(), false);
            new FileRun(scaling, planes, Progress.NONE).write(file("whole.tif"), INFO);
            FileRun inBands = new FileRun(scaling, planes, 37, Progress.NONE);
            inBands.write(file("bands.tif"), INFO);
            assertSame(file("whole.tif"), file("bands.tif"));
            List<LabelPlane> labels = ImageFiles.openLabels(file("whole.tif"));
            assertAreas(ClassArea.of(labels, scaling.spec().classes()), inBands.areas());
        }
    }

    @Test
    public void nothingIsLeftOfWhatWasCancelled() throws IOException {
        Path image = saved("slices.tif", 3, 1);
        File out = folder.newFolder();
        FileSegmenter files = new FileSegmenter(new ImageSegmenter(segmenter), EnumSet.of(Output.LABELS), false, INFO);
        int[] asked = new int[1];
        Progress progress = Progress.until(() -> asked[0]++ > 200);
        assertThrows(CancelledException.class, () -> files.segment(image, out.toPath(), progress, FileListener.NONE));
        assertTrue(asked[0] > 200);
        assertEquals(0, out.list().length);
    }
}
