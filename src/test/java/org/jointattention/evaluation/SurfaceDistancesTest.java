package org.jointattention.evaluation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.Test;

public class SurfaceDistancesTest {
    private static final double EXACT = 1e-12;

    @Test
    public void twoPixels() {
        BinaryMask first = Masks.binary("1....", ".....", ".....");
        BinaryMask second = Masks.binary(".....", ".....", "....1");
        SurfaceDistances distances = SurfaceDistances.between(first, second, new PixelSize(3, 2.5, "mm"));
        assertEquals(13, distances.hausdorff95(), EXACT);
        assertEquals(13, distances.averageSymmetric(), EXACT);
    }

    @Test
    public void theMeanIsOverBothSurfacesTogether() {
        // Forth: 0. Back: 0, 1, 2, 3. Not the mean of the two means, which would be 0.75.
        SurfaceDistances distances =
                SurfaceDistances.between(Masks.binary("1..."), Masks.binary("1111"), PixelSize.ONE_PIXEL);
        assertEquals(6.0 / 5, distances.averageSymmetric(), EXACT);
        // Rank 0.95 x 3 = 2.85 of 0, 1, 2, 3.
        assertEquals(2.85, distances.hausdorff95(), EXACT);
    }

    @Test
    public void hd95IsTheLargerOfTheTwoDirections() {
        BinaryMask small = Masks.binary("1...");
        BinaryMask large = Masks.binary("1111");
        assertEquals(
                2.85,
                SurfaceDistances.between(small, large, PixelSize.ONE_PIXEL).hausdorff95(),
                EXACT);
        assertEquals(
                2.85,
                SurfaceDistances.between(large, small, PixelSize.ONE_PIXEL).hausdorff95(),
                EXACT);
    }

    @Test
    public void equalMasksHaveNoDistance() {
        BinaryMask mask = Masks.binary("11.", "111");
        SurfaceDistances distances = SurfaceDistances.between(mask, mask, PixelSize.ONE_PIXEL);
        assertEquals(0, distances.hausdorff95(), 0);
        assertEquals(0, distances.averageSymmetric(), 0);
    }

    @Test
    public void onlySurfacesAreMeasured() {
        // The hole is one pixel away from the surface of the full square: its four neighbours are, too.
        BinaryMask full = Masks.binary("11111", "11111", "11111", "11111", "11111");
        BinaryMask holed = Masks.binary("11111", "11111", "11.11", "11111", "11111");
        SurfaceDistances distances = SurfaceDistances.between(full, holed, PixelSize.ONE_PIXEL);
        assertEquals(4.0 / (16 + 20), distances.averageSymmetric(), EXACT);
        assertEquals(1, distances.hausdorff95(), EXACT);
    }

    @Test
    public void percentileInterpolatesBetweenRanks() {
        assertEquals(7, SurfaceDistances.percentile(new double[] {7}, 0.95), 0);
        assertEquals(19, SurfaceDistances.percentile(new double[] {10, 20}, 0.9), EXACT);
        double[] hundredAndOne = new double[101];
        for (int i = 0; i < 101; i++) {
            hundredAndOne[i] = i;
        }
        assertEquals(95, SurfaceDistances.percentile(hundredAndOne, 0.95), EXACT);
    }

    @Test
    public void refusesEmptyMasksAndDifferentSizes() {
        BinaryMask one = Masks.binary("1.");
        BinaryMask none = Masks.binary("..");
        PixelSize size = PixelSize.ONE_PIXEL;
        assertThrows(IllegalArgumentException.class, () -> SurfaceDistances.between(one, none, size));
        assertThrows(IllegalArgumentException.class, () -> SurfaceDistances.between(none, one, size));
        assertThrows(IllegalArgumentException.class, () -> SurfaceDistances.between(one, Masks.binary("1", "."), size));
    }

    @Test
    public void agreesWithComparingAllPixelsToAllPixels() {
        Random random = new Random(7);
        double[][] sizes = {{1, 1}, {0.25, 0.25}, {0.3, 1.7}, {5, 0.01}, {1e-6, 3e-6}};
        for (int run = 0; run < 400; run++) {
            double[] size = sizes[run % sizes.length];
            PixelSize pixelSize = new PixelSize(size[0], size[1], "mm");
            int width = 1 + random.nextInt(24);
            int height = 1 + random.nextInt(24);
            double density = run % 3 == 0 ? 0.03 : 0.6;
            compareWithBruteForce(
                    Masks.random(random, width, height, 2, density),
                    Masks.random(random, width, height, 2, density),
                    pixelSize);
        }
    }

    @Test
    public void agreesForClassesWithinALargeImage() {
        Random random = new Random(8);
        Mask truth = Masks.random(random, 90, 70, 4, 0.02);
        Mask prediction = Masks.random(random, 90, 70, 4, 0.02);
        PixelSize pixelSize = new PixelSize(0.2, 0.9, "mm");
        for (int id = 1; id < 4; id++) {
            assertAgrees(truth, prediction, id, pixelSize);
        }
    }

    private static void compareWithBruteForce(Mask truth, Mask prediction, PixelSize size) {
        if (Masks.compare(truth, prediction, 1).counts().emptiness() == Emptiness.NEITHER_EMPTY) {
            assertAgrees(truth, prediction, 1, size);
        }
    }

    private static void assertAgrees(Mask truth, Mask prediction, int id, PixelSize size) {
        SurfaceDistances fast = Masks.compare(truth, prediction, id).surfaceDistances(size);
        List<Double> forth = bruteForce(surface(truth, id), surface(prediction, id), size);
        List<Double> back = bruteForce(surface(prediction, id), surface(truth, id), size);
        double tolerance = 1e-12 * Math.hypot(truth.width() * size.width(), truth.height() * size.height());
        assertEquals(Math.max(percentile95(forth), percentile95(back)), fast.hausdorff95(), tolerance);
        List<Double> both = new ArrayList<>(forth);
        both.addAll(back);
        double mean = both.stream().mapToDouble(Double::doubleValue).average().getAsDouble();
        assertEquals(mean, fast.averageSymmetric(), tolerance);
        assertTrue(mean >= 0);
    }

    private static double percentile95(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        double rank = 0.95 * (sorted.size() - 1);
        double part = rank - Math.floor(rank);
        return sorted.get((int) Math.floor(rank)) * (1 - part) + sorted.get((int) Math.ceil(rank)) * part;
    }

    private static List<int[]> surface(Mask mask, int id) {
        List<int[]> surface = new ArrayList<>();
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                boolean inner = is(mask, x - 1, y, id)
                        && is(mask, x + 1, y, id)
                        && is(mask, x, y - 1, id)
                        && is(mask, x, y + 1, id);
                if (is(mask, x, y, id) && !inner) {
                    surface.add(new int[] {x, y});
                }
            }
        }
        return surface;
    }

    private static boolean is(Mask mask, int x, int y, int id) {
        return x >= 0 && y >= 0 && x < mask.width() && y < mask.height() && mask.label(y * mask.width() + x) == id;
    }

    private static List<Double> bruteForce(List<int[]> from, List<int[]> to, PixelSize size) {
        List<Double> distances = new ArrayList<>();
        for (int[] a : from) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int[] b : to) {
                nearest = Math.min(nearest, Math.hypot((a[0] - b[0]) * size.width(), (a[1] - b[1]) * size.height()));
            }
            distances.add(nearest);
        }
        return distances;
    }
}
