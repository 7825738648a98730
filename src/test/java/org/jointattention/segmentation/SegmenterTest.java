package org.jointattention.segmentation;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import org.jointattention.image.Symmetry;
import org.junit.Test;

public class SegmenterTest {
    private static final int TILE = 16;

    private static Segmenter segmenter(int batch, int channels, int overlap, FakePredictor.Network network) {
        FakePredictor predictor = new FakePredictor(batch, TILE, TILE, channels, network);
        return new Segmenter(Planes.model(channels, 1, TILE, overlap), predictor);
    }

    @Test
    public void tilesEqualTheWhole() {
        for (int channels : new int[] {1, 3}) {
            RandomAccessibleInterval<FloatType> plane = Planes.random(51, 37, channels, 1);
            float[] whole = Planes.whole(plane, 1, FakePredictor.local(2));
            float[] tiled = Planes.foreground(segmenter(1, channels, 8, FakePredictor.local(2)), plane);
            assertArrayEquals(whole, tiled, 1e-5f);
        }
    }

    @Test
    public void tooSmallAnOverlapIsSeen() {
        RandomAccessibleInterval<FloatType> plane = Planes.random(51, 37, 1, 1);
        float[] whole = Planes.whole(plane, 1, FakePredictor.local(2));
        float[] tiled = Planes.foreground(segmenter(1, 1, 0, FakePredictor.local(2)), plane);
        assertTrue(maxDifference(whole, tiled) > 0.01);
    }

    private static double maxDifference(float[] a, float[] b) {
        double max = 0;
        for (int i = 0; i < a.length; i++) {
            max = Math.max(max, Math.abs(a[i] - b[i]));
        }
        return max;
    }

    @Test
    public void everySizeIsSegmented() {
        for (int width = 1; width <= 40; width++) {
            for (int height = 1; height <= 40; height += 3) {
                RandomAccessibleInterval<FloatType> plane = Planes.random(width, height, 1, 2);
                float[] whole = Planes.whole(plane, 1, FakePredictor.perPixel());
                float[] tiled = Planes.foreground(segmenter(3, 1, 4, FakePredictor.perPixel()), plane);
                assertArrayEquals(width + "x" + height, whole, tiled, 1e-5f);
            }
        }
    }

    @Test
    public void tileSizeIsConstant() {
        FakePredictor predictor = new FakePredictor(2, TILE, TILE, 1, FakePredictor.perPixel());
        Segmenter segmenter = new Segmenter(Planes.model(1, 1, TILE, 4), predictor);
        for (int size : new int[] {1, 15, 16, 17, 41}) {
            Planes.foreground(segmenter, Planes.random(size, size, 1, 3));
        }
        assertEquals(Set.of(2 * TILE * TILE), new HashSet<>(predictor.inputLengths()));
    }

    @Test
    public void batchesDoNotChangeTheResult() {
        RandomAccessibleInterval<FloatType> plane = Planes.random(70, 45, 2, 4);
        float[] single = Planes.foreground(segmenter(1, 2, 6, FakePredictor.wholeTile()), plane);
        for (int batch : new int[] {2, 3, 100}) {
            float[] batched = Planes.foreground(segmenter(batch, 2, 6, FakePredictor.wholeTile()), plane);
            assertArrayEquals(single, batched, 0);
        }
    }

    @Test
    public void repeatedRunsAreEqual() {
        Segmenter segmenter = segmenter(2, 1, 6, FakePredictor.wholeTile());
        RandomAccessibleInterval<FloatType> plane = Planes.random(70, 45, 1, 5);
        assertArrayEquals(Planes.foreground(segmenter, plane), Planes.foreground(segmenter, plane), 0);
    }

    @Test
    public void probabilitiesSumToOne() {
        RandomAccessibleInterval<FloatType> plane = Planes.random(50, 41, 1, 6);
        segmenter(1, 1, 7, FakePredictor.wholeTile())
                .segment(
                        plane,
                        (y, values) -> {
                            for (int x = 0; x < 50; x++) {
                                assertEquals(1, values[2 * x] + values[2 * x + 1], 1e-5);
                            }
                        },
                        Progress.NONE);
    }

    @Test
    public void labelsAreTheMostProbableClass() {
        RandomAccessibleInterval<FloatType> plane = Planes.random(50, 41, 1, 7);
        Segmenter segmenter = segmenter(1, 1, 7, FakePredictor.perPixel());
        LabelRows labels = new LabelRows(50, 41);
        segmenter.segment(plane, labels, Progress.NONE);
        float[] foreground = Planes.foreground(segmenter, plane);
        for (int i = 0; i < foreground.length; i++) {
            assertEquals(foreground[i] > 0.5f ? 1 : 0, labels.labels()[i]);
        }
    }

    @Test
    public void twoAtOnceDoNotDisturbEachOther() throws Exception {
        Segmenter segmenter = segmenter(2, 1, 6, FakePredictor.local(2));
        List<RandomAccessibleInterval<FloatType>> planes =
                Arrays.asList(Planes.random(80, 61, 1, 8), Planes.random(33, 90, 1, 9), Planes.random(64, 64, 1, 10));
        ExecutorService executor = Executors.newFixedThreadPool(3);
        List<Future<float[]>> results = new ArrayList<>();
        planes.forEach(plane -> results.add(executor.submit(() -> Planes.foreground(segmenter, plane))));
        for (int i = 0; i < planes.size(); i++) {
            assertArrayEquals(
                    Planes.foreground(segmenter, planes.get(i)), results.get(i).get(), 0);
        }
        executor.shutdown();
    }

    @Test
    public void augmentationAveragesTheTransforms() {
        RandomAccessibleInterval<FloatType> plane = Planes.random(TILE, TILE, 1, 11);
        Segmenter plain = segmenter(3, 1, 4, FakePredictor.oriented());
        float[] expected = new float[TILE * TILE];
        for (Symmetry symmetry : Symmetry.values()) {
            float[] result = Planes.foreground(plain.withAugmentation(TestTimeAugmentation.of(symmetry)), plane);
            for (int i = 0; i < expected.length; i++) {
                expected[i] += result[i] / 8;
            }
        }
        float[] mean = Planes.foreground(plain.withAugmentation(TestTimeAugmentation.full()), plane);
        assertArrayEquals(expected, mean, 1e-5f);
        assertTrue(maxDifference(mean, Planes.foreground(plain, plane)) > 0.01);
    }

    @Test
    public void augmentationLeavesWhatIsSymmetric() {
        RandomAccessibleInterval<FloatType> plane = Planes.random(50, 41, 2, 12);
        Segmenter plain = segmenter(3, 2, 4, FakePredictor.perPixel());
        float[] mean = Planes.foreground(plain.withAugmentation(TestTimeAugmentation.full()), plane);
        assertArrayEquals(Planes.foreground(plain, plane), mean, 1e-5f);
    }

    @Test
    public void turnsNeedSquareTiles() {
        Segmenter wide =
                new Segmenter(Planes.model(1, 1, TILE, 4), new FakePredictor(1, 8, 16, 1, FakePredictor.perPixel()));
        wide.withAugmentation(TestTimeAugmentation.flips());
        assertThrows(SegmentationException.class, () -> wide.withAugmentation(TestTimeAugmentation.full()));
    }

    @Test
    public void wrongPartsAreRefused() {
        Segmenter segmenter = segmenter(1, 3, 4, FakePredictor.perPixel());
        Exception e = assertThrows(
                SegmentationException.class, () -> Planes.foreground(segmenter, Planes.random(5, 5, 2, 1)));
        assertTrue(e.getMessage(), e.getMessage().contains("needs 3 channels, but the image has 2"));
        assertThrows(SegmentationException.class, () -> segmenter.withOverlap(9));
        FakePredictor other = new FakePredictor(1, TILE, TILE, 2, FakePredictor.perPixel());
        assertThrows(SegmentationException.class, () -> new Segmenter(Planes.model(1, 1, TILE, 4), other));
    }
}
