package org.jointattention.image;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.junit.Test;

public class DistanceTransformTest {
    @Test
    public void distancesAreThoseOfAnExhaustiveSearch() {
        int width = 23;
        int height = 17;
        Random random = new Random(3);
        boolean[] mask = new boolean[width * height];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = random.nextDouble() < 0.9;
        }
        float[] distance = DistanceTransform.within(mask, width, height, 100);
        for (int i = 0; i < mask.length; i++) {
            assertEquals(nearestOutside(mask, width, i), distance[i], 1e-4);
        }
    }

    private static double nearestOutside(boolean[] mask, int width, int from) {
        double nearest = Double.MAX_VALUE;
        for (int i = 0; i < mask.length; i++) {
            if (!mask[i]) {
                nearest = Math.min(nearest, Math.hypot(i % width - from % width, i / width - from / width));
            }
        }
        return nearest;
    }

    @Test
    public void theLimitHoldsWhereThereIsNoOutside() {
        boolean[] mask = new boolean[6];
        Arrays.fill(mask, true);
        assertArrayEquals(new float[] {9, 9, 9, 9, 9, 9}, DistanceTransform.within(mask, 3, 2, 9), 0);
        mask[0] = false;
        assertArrayEquals(new float[] {0, 1, 1.5f, 1, 1.4142135f, 1.5f}, DistanceTransform.within(mask, 3, 2, 1.5f), 0);
    }

    @Test
    public void pixelsNeedNotBeSquare() {
        double[] found = new DistanceTransform(3, 2, new int[] {0}, 3, 2.5).from(new int[] {0, 2, 3});
        assertArrayEquals(new double[] {0, 6, 2.5}, found, 1e-12);
    }

    @Test
    public void nothingHasNoDistance() {
        assertThrows(IllegalArgumentException.class, () -> new DistanceTransform(2, 2, new int[0], 1, 1));
    }
}
