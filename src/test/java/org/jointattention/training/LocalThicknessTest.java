package org.jointattention.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import org.jointattention.image.DistanceTransform;
import org.junit.Test;

public class LocalThicknessTest {
    @Test
    public void aMaskWithoutAnOutsideIsAsThickAsTheLimitSays() {
        boolean[] mask = new boolean[30 * 12];
        Arrays.fill(mask, true);
        float[] thickness = LocalThickness.of(DistanceTransform.within(mask, 30, 12, 6.5f), 30, 12);
        assertEquals(12, thickness[6 * 30 + 15], 1e-4);
    }

    @Test
    public void aBarIsAsThickAsItIsWideAndNotAsItsJunctions() {
        int size = 101;
        boolean[] mask = new boolean[size * size];
        for (int i = 0; i < mask.length; i++) {
            int x = i % size;
            int y = i / size;
            mask[i] = Math.abs(x - 50) <= 2 || Math.abs(y - 50) <= 2 || Math.hypot(x - 50, y - 50) < 12;
        }
        float[] thickness = LocalThickness.of(DistanceTransform.within(mask, size, size, 100), size, size);
        assertEquals(5, thickness[50 * size + 10], 0.01);
        assertEquals(23, thickness[50 * size + 50], 1.5);
        assertEquals(0, thickness[0], 0);
    }

    @Test
    public void almostEveryPixelOfADiscHasItsDiameter() {
        int size = 81;
        boolean[] mask = new boolean[size * size];
        int area = 0;
        for (int i = 0; i < mask.length; i++) {
            mask[i] = Math.hypot(i % size - 40, i / size - 40) <= 30;
            area += mask[i] ? 1 : 0;
        }
        int right = 0;
        for (float value : LocalThickness.of(DistanceTransform.within(mask, size, size, 100), size, size)) {
            right += Math.abs(value - 60) < 2 ? 1 : 0;
        }
        assertTrue(right + " of " + area, right > 0.95 * area);
    }
}
