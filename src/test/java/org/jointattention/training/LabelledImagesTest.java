package org.jointattention.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jointattention.image.ImageFiles;
import org.jointattention.image.LabelPlane;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Open images as training data. */
public class LabelledImagesTest {
    private static final PlanRequest REQUEST = PlanRequest.automatic();

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private static Split load(LabelledImages images) {
        return images.load(DataSetOptions.standard(), REQUEST);
    }

    private static String refusal(LabelledImages images, DataSetOptions options) {
        return assertThrows(DataSetException.class, () -> images.load(options, REQUEST))
                .getMessage();
    }

    private static List<String> names(DataSet data) {
        return data.samples().stream().map(Sample::name).collect(Collectors.toList());
    }

    @Test
    public void openImagesAndFilesGiveTheSameData() {
        ImagePlus image = Discs.image("discs.tif", 5, 1);
        ImagePlus labels = Discs.labels("discs.tif", 5, 1);
        Path files = temporary.getRoot().toPath();
        ImageFiles.saveTiff(image, files.resolve("discs.tif"));
        ImageFiles.saveTiff(labels, files.resolve("discs_labels.tif"));
        Split expected = new TrainingFolders(files, files).load(DataSetOptions.standard(), REQUEST);
        Split actual = load(new LabelledImages().with(image, labels));
        assertEquals(names(expected.train()), names(actual.train()));
        assertEquals(1, actual.validation().samples().size());
        for (int i = 0; i < 4; i++) {
            Sample one = expected.train().samples().get(i);
            Sample other = actual.train().samples().get(i);
            assertArrayEquals(one.labels(), other.labels());
            assertArrayEquals(one.image().values(), other.image().values(), 0);
        }
    }

    @Test
    public void drawnMasksAreReadAndLeftAsTheyAre() {
        ImagePlus image = Discs.image("image", 1, 1);
        ImagePlus mask = Discs.labels("mask", 1, 1);
        ImageProcessor pixels = mask.getProcessor();
        pixels.multiply(255);
        byte[] before = ((byte[]) pixels.getPixels()).clone();
        Split split = load(new LabelledImages().with(image, mask));
        assertEquals(2, split.train().classes());
        assertTrue(split.validation().samples().isEmpty());
        split.train().samples().get(0).labels()[0] = 9;
        assertArrayEquals(before, (byte[]) mask.getProcessor().getPixels());
    }

    @Test
    public void whatDoesNotFitIsNamed() {
        ImagePlus image = Discs.image("image", 2, 1);
        LabelledImages pages = new LabelledImages().with(image, Discs.labels("labels", 3, 1));
        assertTrue(refusal(pages, DataSetOptions.standard()).contains("labels: it has 3 pages, but image has 2 pages"));
        ImagePlus small = Discs.labels("small", 2, 1);
        small.setStack(small.getStack().crop(0, 0, 0, 20, 30, 2));
        String message = refusal(new LabelledImages().with(image, small), DataSetOptions.standard());
        assertTrue(
                message, message.contains("small, page 1: this mask has 20x30 pixels, but its image image has 40x40"));
    }

    private static LabelPlane sparse(int... labels) {
        byte[] plane = new byte[1600];
        Arrays.fill(plane, (byte) 255);
        for (int i = 0; i < labels.length; i++) {
            plane[i] = (byte) labels[i];
        }
        return new LabelPlane(40, 40, plane);
    }

    private static LabelledImages annotated(LabelPlane... planes) {
        return new LabelledImages().with(Discs.image("image", planes.length, 1), Arrays.asList(planes), "ROIs");
    }

    @Test
    public void slicesWithoutLabelsAreLeftOut() {
        DataSetOptions options = DataSetOptions.standard().withWhiteUnlabelled();
        Split split =
                annotated(sparse(), sparse(0, 1), sparse(), sparse(0, 1, 1)).load(options, REQUEST);
        assertEquals(1, split.train().samples().size());
        assertEquals("image, page 2", split.train().samples().get(0).name());
        assertTrue(split.train().notes().toString().contains("2 pages without a labelled pixel left out"));
        assertTrue(refusal(annotated(sparse()), options).contains("No pixel of any image is labelled"));
    }

    @Test
    public void sparseLabelsNeedForegroundAndBackground() {
        DataSetOptions options = DataSetOptions.standard().withWhiteUnlabelled();
        assertTrue(refusal(annotated(sparse(0, 0)), options).contains("No mask has a foreground"));
        assertTrue(refusal(annotated(sparse(1, 1)), options).contains("No pixel is labelled background"));
    }
}
