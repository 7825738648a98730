package org.jointattention.segmentation;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Random;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.jointattention.engine.Engines;
import org.jointattention.engine.Precision;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.image.Normalizer;
import org.jointattention.image.Region;
import org.jointattention.model.Model;
import org.jointattention.model.ModelStore;
import org.jointattention.model.NormalizationSpec;
import org.junit.Test;

public class PlaneRegionsTest {
    private static final int TILE = 16;

    private static Segmenter segmenter(int batch, int channels, double scale, int overlap) {
        FakePredictor predictor = new FakePredictor(batch, TILE, TILE, channels, FakePredictor.wholeTile());
        return new Segmenter(Planes.model(channels, scale, TILE, overlap), predictor);
    }

    private static float[] probabilities(PlaneRegions regions, Region region, int classes) {
        ProbabilityRows rows = new ProbabilityRows(region.width(), region.height(), classes);
        regions.segment(region, rows, Progress.NONE);
        return rows.plane().values();
    }

    private static float[] cut(float[] whole, int width, int classes, Region region) {
        float[] part = new float[(int) region.size() * classes];
        int length = region.width() * classes;
        for (int y = 0; y < region.height(); y++) {
            System.arraycopy(whole, ((region.y() + y) * width + region.x()) * classes, part, y * length, length);
        }
        return part;
    }

    private static Region random(Random random, int width, int height) {
        int x = random.nextInt(width);
        int y = random.nextInt(height);
        return new Region(x, y, 1 + random.nextInt(width - x), 1 + random.nextInt(height - y));
    }

    private static void checkRegions(Segmenter segmenter, RandomAccessibleInterval<FloatType> plane, int count) {
        checkRegions(segmenter, plane, count, 0);
    }

    private static void checkRegions(
            Segmenter segmenter, RandomAccessibleInterval<FloatType> plane, int count, float tolerance) {
        int classes = segmenter.spec().classes().size();
        PlaneRegions regions = segmenter.regions(plane);
        float[] whole = probabilities(regions, regions.all(), classes);
        Random random = new Random(count);
        for (int i = 0; i < count; i++) {
            Region region = random(random, regions.all().width(), regions.all().height());
            float[] expected = cut(whole, regions.all().width(), classes, region);
            assertArrayEquals(region.toString(), expected, probabilities(regions, region, classes), tolerance);
        }
    }

    @Test
    public void regionsHaveTheBitsOfTheWhole() {
        for (int overlap : new int[] {0, 5, 8}) {
            for (int batch : new int[] {1, 3}) {
                checkRegions(segmenter(batch, 2, 1, overlap), Planes.random(83, 61, 2, 1), 20);
            }
        }
    }

    @Test
    public void regionsHaveTheBitsOfTheWholeAtEveryScale() {
        for (double scale : new double[] {0.25, 0.4, 0.99, 1.3, 2}) {
            checkRegions(segmenter(2, 1, scale, 6), Planes.random(150, 91, 1, 2), 15);
            checkRegions(segmenter(2, 3, scale, 6), Planes.random(7, 33, 3, 3), 5);
        }
    }

    @Test
    public void regionsHaveTheBitsOfTheWholeUnderAugmentation() {
        checkRegions(
                segmenter(3, 1, 1, 4).withAugmentation(TestTimeAugmentation.full()), Planes.random(50, 40, 1, 4), 10);
    }

    @Test
    public void regionsHaveTheBitsOfTheWholeOnTheRealEngine() {
        checkRealEngine(1, 12, 0);
    }

    /** Without oneDNN, the place in a batch may change the last bit. */
    @Test
    public void inLargerBatchesRegionsAreAsTheWholeToTheLastBit() {
        for (int batch : new int[] {2, 3}) {
            checkRealEngine(batch, 12, 1e-6f);
        }
    }

    private static void checkRealEngine(int batch, int count, float tolerance) {
        Model model = new ModelStore().resolve("nuclei");
        PredictorOptions options =
                PredictorOptions.tile(64, 64).withBatch(batch).withPrecision(Precision.FLOAT32);
        try (Predictor predictor = Engines.classPath().predictor(model.spec(), model.weights(), options)) {
            checkRegions(new Segmenter(model.spec(), predictor), Planes.random(201, 143, 1, 5), count, tolerance);
        }
    }

    @Test
    public void onlyTilesOfTheRegionAreComputed() {
        FakePredictor predictor = new FakePredictor(1, TILE, TILE, 1, FakePredictor.perPixel());
        PlaneRegions regions =
                new Segmenter(Planes.model(1, 1, TILE, 8), predictor).regions(Planes.random(800, 800, 1, 6));
        probabilities(regions, new Region(400, 400, 8, 8), 2);
        assertTrue(
                "" + predictor.inputLengths().size(), predictor.inputLengths().size() <= 9);
    }

    @Test
    public void statisticsTravelToOtherMachines() throws IOException, ClassNotFoundException {
        RandomAccessibleInterval<FloatType> plane = Planes.random(70, 50, 2, 7);
        Segmenter segmenter = segmenter(1, 2, 1, 6);
        PlaneRegions here = segmenter.regions(plane);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(here.normalizer());
        }
        Normalizer sent;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            sent = (Normalizer) in.readObject();
        }
        Region region = new Region(30, 20, 25, 30);
        assertArrayEquals(probabilities(here, region, 2), probabilities(segmenter.regions(plane, sent), region, 2), 0);
    }

    @Test
    public void aRegionOutsideOfThePlaneIsRefused() {
        PlaneRegions regions = segmenter(1, 1, 1, 4).regions(Planes.random(30, 20, 1, 8));
        Exception e = assertThrows(
                SegmentationException.class,
                () -> regions.segment(new Region(20, 0, 11, 5), (y, row) -> {}, Progress.NONE));
        assertEquals("The region 11x5 at 20,0 does not lie in the plane of 30x20 pixels.", e.getMessage());
    }

    /** A plane of 2.5 thousand million pixels, which are computed when they are read. */
    private static RandomAccessibleInterval<FloatType> huge(int extent) {
        FunctionRandomAccessible<FloatType> pixels = new FunctionRandomAccessible<>(
                3,
                (at, value) -> {
                    long number = at.getLongPosition(1) * extent + at.getLongPosition(0);
                    value.set((number * 0x9E3779B97F4A7C15L >>> 40) / (float) (1 << 24));
                },
                FloatType::new);
        return Views.interval(pixels, new long[3], new long[] {extent - 1, extent - 1, 0});
    }

    @Test
    public void theFarCornerOfAHugePlaneIsWhatItIsInACrop() {
        int extent = 50_000;
        RandomAccessibleInterval<FloatType> plane = huge(extent);
        Normalizer normalizer = Normalizer.fit(NormalizationSpec.percentile(0, 100), Planes.random(100, 100, 1, 9));
        for (double scale : new double[] {1, 0.5}) {
            int step = (int) ((TILE - 8) / scale); // between tiles, in pixels of the plane
            int start = 6240 * 8;
            assertEquals(0, start % step);
            int rest = extent - start;
            RandomAccessibleInterval<FloatType> crop = Views.zeroMin(
                    Views.interval(plane, new long[] {start, start, 0}, new long[] {extent - 1, extent - 1, 0}));
            Segmenter segmenter = segmenter(2, 1, scale, 8);
            Region inCrop = new Region(2 * step, 2 * step, rest - 2 * step, rest - 2 * step);
            Region inPlane = new Region(start + inCrop.x(), start + inCrop.y(), inCrop.width(), inCrop.height());
            assertArrayEquals(
                    probabilities(segmenter.regions(crop, normalizer), inCrop, 2),
                    probabilities(segmenter.regions(plane, normalizer), inPlane, 2),
                    scale == 1 ? 0 : 1e-6f);
        }
    }
}
