package org.jointattention.image;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ShortProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jointattention.model.LabelClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Label and probability images. */
public class ResultImagesTest {
    private static final List<LabelClass> CLASSES =
            Arrays.asList(new LabelClass("background", 0), new LabelClass("cell", 0x112233));

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    /** Two channels, three slices, two frames, calibrated and labelled. */
    private static ImagePlus source() {
        ImageStack stack = new ImageStack(4, 3);
        for (int i = 0; i < 12; i++) {
            stack.addSlice("plane " + i, new ShortProcessor(4, 3));
        }
        ImagePlus image = new ImagePlus("source.tif", stack);
        image.setDimensions(2, 3, 2);
        image.setOpenAsHyperStack(true);
        Calibration calibration = image.getCalibration();
        calibration.pixelDepth = 2.5;
        calibration.frameInterval = 3;
        calibration.setUnit("um");
        calibration.setSigned16BitCalibration();
        return image;
    }

    private static List<LabelPlane> labels(int count, int max) {
        List<LabelPlane> planes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int[] values = new int[12];
            values[5] = i;
            values[11] = max;
            planes.add(new LabelPlane(4, 3, values));
        }
        return planes;
    }

    @Test
    public void labelsHaveTheGeometryOfTheSource() {
        ImagePlus image = LabelImages.of("labels", source(), labels(6, 9), CLASSES);
        assertEquals("labels", image.getTitle());
        assertEquals(1, image.getNChannels());
        assertEquals(3, image.getNSlices());
        assertEquals(2, image.getNFrames());
        assertTrue(image.isHyperStack() || image.getOpenAsHyperStack());
        assertEquals(2.5, image.getCalibration().pixelDepth, 0);
        assertEquals(3, image.getCalibration().frameInterval, 0);
        assertEquals(source().getCalibration().getUnit(), image.getCalibration().getUnit());
        assertFalse(image.getCalibration().calibrated());
        assertEquals("plane 10", image.getStack().getSliceLabel(6));
        assertEquals(5, image.getStack().getProcessor(6).get(1, 1));
    }

    @Test
    public void theTypeFitsTheLargestLabel() {
        int[][] cases = {{0, 8}, {255, 8}, {256, 16}, {65535, 16}, {65536, 32}, {1 << 24, 32}};
        for (int[] one : cases) {
            ImagePlus image = LabelImages.of("l", source(), labels(6, one[0]), CLASSES);
            assertEquals(one[1], image.getBitDepth());
            assertEquals(one[0], image.getStack().getProcessor(4).getf(3, 2), 0);
        }
        assertThrows(ImageException.class, () -> LabelImages.of("l", source(), labels(6, (1 << 24) + 1), CLASSES));
    }

    @Test
    public void classColoursAreShown() {
        ImagePlus image = LabelImages.of("l", source(), labels(6, 1), CLASSES);
        assertEquals(0x112233, image.getProcessor().getLut().getRGB(1) & 0xffffff);
        assertEquals(0xff112233, image.getBufferedImage().getRGB(3, 2));
        assertEquals(0xff000000, image.getBufferedImage().getRGB(0, 0));
    }

    @Test
    public void whatDoesNotFitIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> LabelImages.of("l", source(), labels(5, 1), CLASSES));
        ImagePlus other = new ImagePlus("o", new ByteProcessor(4, 4));
        assertThrows(IllegalArgumentException.class, () -> LabelImages.of("l", other, labels(1, 1), CLASSES));
    }

    private static List<FloatPlane> probabilities(int count) {
        List<FloatPlane> planes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] values = new float[24];
            values[2 * 5] = 0.25f;
            values[2 * 5 + 1] = i / 10f;
            planes.add(new FloatPlane(4, 3, 2, values));
        }
        return planes;
    }

    @Test
    public void probabilitiesHaveAChannelAClass() throws IOException {
        ImagePlus made = ProbabilityImages.of("p", source(), probabilities(6), CLASSES);
        Path file = folder.getRoot().toPath().resolve("p.tif");
        ImageFiles.saveTiff(made, file);
        for (ImagePlus image : new ImagePlus[] {made, ImageFiles.open(file)}) {
            assertTrue(image instanceof CompositeImage);
            assertEquals(32, image.getBitDepth());
            assertEquals("2 3 2", image.getNChannels() + " " + image.getNSlices() + " " + image.getNFrames());
            int index = image.getStackIndex(2, 3, 2);
            assertEquals("cell plane 10", image.getStack().getSliceLabel(index));
            assertEquals(0.5, image.getStack().getProcessor(index).getf(1, 1), 1e-6);
            assertEquals(
                    0.25,
                    image.getStack().getProcessor(image.getStackIndex(1, 3, 2)).getf(1, 1),
                    0);
            assertEquals(2.5, image.getCalibration().pixelDepth, 0);
            assertEquals(1, ((CompositeImage) image).getChannelLut(2).max, 0);
        }
    }

    @Test
    public void oneClassIsAPlainImage() {
        ImagePlus source = new ImagePlus("s", new ByteProcessor(2, 1));
        FloatPlane plane = new FloatPlane(2, 1, 1, new float[] {0, 1});
        ImagePlus image = ProbabilityImages.of(
                "p", source, Collections.singletonList(plane), Collections.singletonList(CLASSES.get(1)));
        assertEquals(1, image.getStackSize());
        assertEquals(1, image.getDisplayRangeMax(), 0);
    }

    @Test
    public void probabilitiesThatDoNotFitAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> ProbabilityImages.of("p", source(), probabilities(6), CLASSES.subList(0, 1)));
        assertThrows(
                IllegalArgumentException.class, () -> ProbabilityImages.of("p", source(), probabilities(7), CLASSES));
    }
}
