package org.jointattention.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import org.junit.Test;

public class IntensitiesTest {
    private static final int SIZE = 32;

    private static float[] noise(int channels) {
        return Patches.noise(SIZE, SIZE, channels, 2).image().values().clone();
    }

    private static float[] apply(Augmentation augmentation, float[] values, int channels, long seed) {
        float[] changed = values.clone();
        byte[] labels = Patches.random(SIZE * SIZE, 3);
        byte[] before = labels.clone();
        PatchTarget target = new PatchTarget(changed, labels, channels, 0, SIZE * SIZE);
        new Intensities(augmentation, SIZE, channels).apply(target, FastRandom.of(seed));
        assertArrayEquals("labels stay", before, labels);
        return changed;
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(float[] values) {
        double mean = mean(values);
        double sum = 0;
        for (float value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }

    @Test
    public void noneLeavesValuesAlone() {
        assertArrayEquals(noise(2), apply(Augmentation.none(), noise(2), 2, 1), 0);
    }

    @Test
    public void valuesOfOtherPatchesStayAlone() {
        float[] two = new float[2 * SIZE * SIZE * 2];
        Arrays.fill(two, 0.5f);
        PatchTarget second = new PatchTarget(two, new byte[2 * SIZE * SIZE], 2, 1, SIZE * SIZE);
        new Intensities(Patches.intensities(), SIZE, 2).apply(second, FastRandom.of(3));
        for (int i = 0; i < two.length / 2; i++) {
            assertEquals(0.5f, two[i], 0);
        }
        assertFalse(two[two.length / 2] == 0.5f);
    }

    @Test
    public void brightnessIsAdded() {
        float[] before = noise(1);
        float[] after = apply(Augmentation.none().with(Effect.BRIGHTNESS, 0.25, 0.25, 1), before, 1, 1);
        for (int i = 0; i < before.length; i++) {
            assertEquals(before[i] + 0.25, after[i], 1e-5);
        }
    }

    @Test
    public void contrastKeepsTheMeanOfEachChannel() {
        float[] before = noise(2);
        float[] after = apply(Augmentation.none().with(Effect.CONTRAST, 2, 2, 1), before, 2, 1);
        assertEquals(mean(before), mean(after), 1e-5);
        assertEquals(2, (after[2] - after[0]) / (before[2] - before[0]), 1e-3);
    }

    @Test
    public void gammaBendsBetweenLeastAndGreatest() {
        float[] before = noise(1);
        float[] after = apply(Augmentation.none().with(Effect.GAMMA, 2, 2, 1), before, 1, 1);
        double min = min(before);
        double range = max(before) - min;
        for (int i = 0; i < before.length; i++) {
            double t = (before[i] - min) / range;
            assertEquals(min + range * t * t, after[i], 1e-4);
        }
    }

    private static double min(float[] values) {
        double min = values[0];
        for (float value : values) {
            min = Math.min(min, value);
        }
        return min;
    }

    private static double max(float[] values) {
        double max = values[0];
        for (float value : values) {
            max = Math.max(max, value);
        }
        return max;
    }

    @Test
    public void noiseHasItsDeviation() {
        float[] flat = new float[SIZE * SIZE * 3];
        float[] after = apply(Augmentation.none().with(Effect.NOISE, 0.1, 0.1, 1), flat, 3, 1);
        assertEquals(0, mean(after), 0.006);
        assertEquals(0.1, deviation(after), 0.005);
        assertFalse(Arrays.equals(after, apply(Augmentation.none().with(Effect.NOISE, 0.1, 0.1, 1), flat, 3, 2)));
    }

    @Test
    public void blurIsAGaussian() {
        float[] dot = new float[SIZE * SIZE * 2];
        dot[(15 * SIZE + 15) * 2 + 1] = 1;
        float[] after = apply(Augmentation.none().with(Effect.BLUR, 1, 1, 1), dot, 2, 1);
        assertEquals(1 / (2 * Math.PI), after[(15 * SIZE + 15) * 2 + 1], 0.003);
        assertEquals(Math.exp(-0.5), after[(15 * SIZE + 16) * 2 + 1] / after[(15 * SIZE + 15) * 2 + 1], 1e-5);
        assertEquals(Math.exp(-1), after[(14 * SIZE + 16) * 2 + 1] / after[(15 * SIZE + 15) * 2 + 1], 1e-5);
        assertEquals("the other channel", 0, after[(15 * SIZE + 15) * 2], 0);
        assertEquals(1, mean(after) * after.length, 1e-5);
    }

    @Test
    public void blurLeavesAFlatImageFlatUpToTheBorder() {
        float[] flat = new float[SIZE * SIZE * 2];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = i % 2 == 0 ? -3 : 7;
        }
        assertArrayEquals(flat, apply(Augmentation.none().with(Effect.BLUR, 0.3, 5, 1), flat, 2, 1), 1e-5f);
    }

    @Test
    public void valuesStayFiniteWhateverTheyAre() {
        float[][] patches = {
            new float[SIZE * SIZE], filled(-1e6f, 1e6f), filled(1e-30f, 2e-30f), filled(-2, -1), filled(0.3f, 0.3f)
        };
        for (float[] patch : patches) {
            for (int seed = 0; seed < 5; seed++) {
                for (float value : apply(Patches.intensities(), patch, 1, seed)) {
                    assertTrue(Float.isFinite(value));
                }
            }
        }
    }

    private static float[] filled(float low, float high) {
        float[] values = new float[SIZE * SIZE];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 2 == 0 ? low : high;
        }
        return values;
    }
}
