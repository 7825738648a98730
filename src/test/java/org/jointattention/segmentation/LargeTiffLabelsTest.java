package org.jointattention.segmentation;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import ij.ImagePlus;
import ij.process.ShortProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import org.jointattention.image.ImageFiles;
import org.jointattention.image.LabelPlane;
import org.jointattention.image.LargeTiff;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class LargeTiffLabelsTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path file(String name) {
        return folder.getRoot().toPath().resolve(name);
    }

    @Test
    public void theLabelFileHasTheBytesOfOneMadeOfTheWholeImage() throws IOException {
        ShortProcessor pixels = new ShortProcessor(150, 230);
        Random random = new Random(1);
        for (int i = 0; i < pixels.getPixelCount(); i++) {
            pixels.set(i, random.nextInt(4000));
        }
        ImagePlus image = new ImagePlus("cells", pixels);
        image.getCalibration().pixelWidth = 0.5;
        image.getCalibration().setUnit("um");
        ImageFiles.saveTiff(image, file("cells.tif"));
        ImageSegmenter segmenter = new ImageSegmenter(
                new Segmenter(Planes.model(1, 1, 16, 6), new FakePredictor(2, 16, 16, 1, FakePredictor.wholeTile())));

        ImagePlus labels = segmenter
                .segment(ImageFiles.open(file("cells.tif")), Set.of(Output.LABELS), Progress.NONE)
                .get(Output.LABELS);
        ImageFiles.saveTiff(labels, file("whole.tif"));
        LabelPlane plane = segmenter.segment(
                LargeTiff.of(file("cells.tif"), 1).get(),
                Progress.NONE,
                result -> ImageFiles.saveTiff(result, file("parts.tif")));

        assertEquals(1, plane.max());
        assertArrayEquals(Files.readAllBytes(file("whole.tif")), Files.readAllBytes(file("parts.tif")));
    }
}
