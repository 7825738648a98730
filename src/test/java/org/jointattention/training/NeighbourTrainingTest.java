package org.jointattention.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.engine.Engine;
import org.jointattention.engine.Engines;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.image.ImagePlanes;
import org.jointattention.image.LabelPlane;
import org.jointattention.model.Model;
import org.jointattention.model.ModelCard;
import org.jointattention.model.ModelFile;
import org.jointattention.segmentation.ImageSegmenter;
import org.jointattention.segmentation.Output;
import org.jointattention.segmentation.Progress;
import org.jointattention.segmentation.Segmenter;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Networks that see several slices at once (2.5-D). */
public class NeighbourTrainingTest {
    private static final int SIZE = 32;

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private static PlanRequestBuilder request(int slices) {
        return PlanRequest.builder().slices(slices);
    }

    /** A stack of squares at random places, and labels that show those of the NEXT slice. */
    private static ImagePlus[] squares(int slices, long seed) {
        Random random = new Random(seed);
        ImageStack images = new ImageStack(SIZE, SIZE);
        ImageStack labels = new ImageStack(SIZE, SIZE);
        int[] x = random.ints(slices, 0, SIZE - 12).toArray();
        int[] y = random.ints(slices, 0, SIZE - 12).toArray();
        for (int z = 0; z < slices; z++) {
            int next = Math.min(slices - 1, z + 1);
            images.addSlice(square(x[z], y[z], 200));
            labels.addSlice(square(x[next], y[next], 1));
        }
        return new ImagePlus[] {stack("squares", images), stack("labels", labels)};
    }

    private static ImagePlus stack(String title, ImageStack stack) {
        ImagePlus image = new ImagePlus(title, stack);
        image.setDimensions(1, stack.getSize(), 1);
        return image;
    }

    private static ByteProcessor square(int x, int y, int value) {
        ByteProcessor pixels = new ByteProcessor(SIZE, SIZE);
        pixels.setColor(value);
        pixels.setRoi(x, y, 12, 12);
        pixels.fill();
        pixels.resetRoi();
        return pixels;
    }

    private TrainingOutcome train(int slices, Path file) {
        ImagePlus[] pair = squares(16, 1);
        PlanRequest request = request(slices)
                .attention("none")
                .depth(1)
                .patch(32)
                .batch(4)
                .scale(1.0)
                .steps(80)
                .augmentation(AugmentationLevel.NONE)
                .learningRate(0.01)
                .build();
        Split split = new LabelledImages().with(pair[0], pair[1]).load(DataSetOptions.standard(), request);
        TrainingPlan plan = TrainingPlan.of(split, request);
        ModelCard card = new ModelCard("squares", "", "", "", "", "", Map.of());
        return new Training(Engines.classPath(), plan, split, card, file)
                .withDevice(DeviceChoice.CPU)
                .withThreads(1)
                .run(TrainingListener.NONE);
    }

    /** Only who sees the next slice can know; from file to labels, the order of slices is the same. */
    @Test
    public void whatTheNextSliceShowsIsLearnedFromNeighboursAlone() {
        Path file = temporary.getRoot().toPath().resolve("three.zip");
        double alone = train(1, temporary.getRoot().toPath().resolve("one.zip"))
                .bestDice()
                .getAsDouble();
        double seen = train(3, file).bestDice().getAsDouble();
        assertTrue("one slice: " + alone + ", three: " + seen, alone < 0.6 && seen > 0.8);
        Model model = ModelFile.read(file);
        assertEquals(3, model.spec().slices());
        assertEquals(1, model.spec().imageChannels());
        assertTrue(dice(model, squares(6, 9)) > 0.8);
    }

    private static double dice(Model model, ImagePlus[] pair) {
        Engine engine = Engines.classPath();
        try (Predictor predictor = engine.predictor(
                model.spec(),
                model.weights(),
                PredictorOptions.tile(32, 32).withThreads(1).withDevice(DeviceChoice.CPU))) {
            ImagePlus labels = new ImageSegmenter(new Segmenter(model.spec(), predictor))
                    .segment(pair[0], EnumSet.of(Output.LABELS), Progress.NONE)
                    .get(Output.LABELS);
            double shared = 0;
            double both = 0;
            for (int z = 1; z <= labels.getStackSize(); z++) {
                for (int i = 0; i < SIZE * SIZE; i++) {
                    int truth = pair[1].getStack().getProcessor(z).get(i);
                    int found = labels.getStack().getProcessor(z).get(i);
                    shared += truth * found;
                    both += truth + found;
                }
            }
            return 2 * shared / both;
        }
    }

    private static String refusal(PlanRequest request, ImagePlus image, ImagePlus labels) {
        LabelledImages images = new LabelledImages().with(image, labels);
        return assertThrows(RuntimeException.class, () -> images.load(DataSetOptions.standard(), request))
                .getMessage();
    }

    @Test
    public void aSingleSliceIsRefused() {
        String message = refusal(request(3).build(), Discs.image("a", 1, 1), Discs.labels("b", 1, 1));
        assertTrue(message, message.contains("a: it has one slice") && message.contains("multi-page TIFF"));
    }

    @Test
    public void framesAreNotNeighbours() {
        ImagePlus image = Discs.image("a", 2, 1);
        image.setDimensions(1, 1, 2);
        String message = refusal(request(3).build(), image, Discs.labels("b", 2, 1));
        assertTrue(message, message.contains("a: it has one slice"));
    }

    @Test
    public void numbersOfSlicesAreOddAndFew() {
        for (int slices : new int[] {0, 2, 16, 17}) {
            assertThrows(PlanException.class, () -> request(slices).build().check());
        }
        PlanException even =
                assertThrows(PlanException.class, () -> request(4).build().check());
        assertTrue(even.getMessage(), even.getMessage().contains("use 3 or 5"));
    }

    /** A page that nobody labelled is not trained on, but its neighbours see it. */
    @Test
    public void unlabelledPagesAreSeenAsNeighbours() {
        ImageStack images = new ImageStack(2, 1);
        ImageStack labels = new ImageStack(2, 1);
        for (int z = 0; z < 3; z++) {
            images.addSlice(new ByteProcessor(2, 1, new byte[] {(byte) z, (byte) (10 + z)}));
            labels.addSlice(new ByteProcessor(2, 1, z == 1 ? new byte[] {-1, -1} : new byte[] {0, 1}));
        }
        DataSet data = new DataSetLoader()
                .load(
                        List.of(new MemoryPair(stack("i", images), stack("l", labels))),
                        DataSetOptions.standard().withWhiteUnlabelled().withSlices(3));
        assertEquals(2, data.samples().size());
        assertEquals(3, data.channels());
        assertArrayEquals(
                new float[] {0, 0, 1, 10, 10, 11}, data.samples().get(0).image().values(), 0);
        assertArrayEquals(
                new float[] {1, 2, 2, 11, 12, 12}, data.samples().get(1).image().values(), 0);
    }

    /** An open image. */
    private static final class MemoryPair implements ImagePair {
        private final ImagePlus image;
        private final ImagePlus labels;

        MemoryPair(ImagePlus image, ImagePlus labels) {
            this.image = image;
            this.labels = labels;
        }

        @Override
        public String imageName() {
            return image.getTitle();
        }

        @Override
        public String maskName() {
            return labels.getTitle();
        }

        @Override
        public ImagePlanes image() {
            return ImagePlanes.of(image);
        }

        @Override
        public List<LabelPlane> labels() {
            return LabelPlane.of(labels);
        }
    }

    /** Grey pictures saved as RGB are one channel, with neighbours, too. */
    @Test
    public void greyColourIsOneChannelOfThreeSlices() throws IOException {
        Path images = temporary.newFolder("images").toPath();
        Path masks = temporary.newFolder("masks").toPath();
        ImagePlus image = Discs.image("a", 3, 1);
        ImageStack colour = new ImageStack(image.getWidth(), image.getHeight());
        for (int z = 1; z <= 3; z++) {
            colour.addSlice(image.getStack().getProcessor(z).convertToRGB());
        }
        TestFiles.tiff(images.resolve("a.tif"), stack("a", colour));
        TestFiles.tiff(masks.resolve("a.tif"), Discs.labels("a", 3, 1));
        Split split = new TrainingFolders(images, masks)
                .load(
                        DataSetOptions.standard(),
                        request(3).validationFraction(0.0).build());
        assertEquals(3, split.train().channels());
        assertEquals(3, TrainingPlan.of(split, request(3).build()).spec().slices());
    }
}
