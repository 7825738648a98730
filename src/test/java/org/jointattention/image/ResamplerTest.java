package org.jointattention.image;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.junit.Test;

public class ResamplerTest {
    private static FloatPlane random(int width, int height, int channels) {
        Random random = new Random(4);
        float[] values = new float[width * height * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return new FloatPlane(width, height, channels, values);
    }

    private static double mean(FloatPlane plane) {
        double sum = 0;
        for (float value : plane.values()) {
            sum += value;
        }
        return sum / plane.values().length;
    }

    @Test
    public void sameSizeIsAnEqualCopy() {
        FloatPlane plane = random(5, 4, 2);
        FloatPlane same = Resampler.resize(plane, 5, 4);
        assertArrayEquals(plane.values(), same.values(), 0);
        assertNotSame(plane.values(), same.values());
    }

    @Test
    public void halvingAverages() {
        FloatPlane plane = new FloatPlane(4, 2, 1, new float[] {1, 3, 10, 20, 5, 7, 30, 40});
        assertArrayEquals(new float[] {4, 25}, Resampler.resize(plane, 2, 1).values(), 0);
    }

    @Test
    public void unevenShrinkingWeighsByArea() {
        FloatPlane plane = new FloatPlane(3, 1, 1, new float[] {3, 6, 9});
        assertArrayEquals(new float[] {4, 8}, Resampler.resize(plane, 2, 1).values(), 1e-6f);
    }

    @Test
    public void shrinkingKeepsTheMean() {
        FloatPlane plane = random(97, 61, 3);
        assertEquals(mean(plane), mean(Resampler.resize(plane, 40, 17)), 1e-6);
        assertEquals(mean(plane), mean(Resampler.resize(plane, 1, 1)), 1e-6);
    }

    @Test
    public void enlargingIsLinearBetweenCentres() {
        FloatPlane plane = new FloatPlane(2, 1, 1, new float[] {0, 4});
        assertArrayEquals(
                new float[] {0, 1, 3, 4}, Resampler.resize(plane, 4, 1).values(), 1e-6f);
    }

    @Test
    public void enlargingARampStaysARampInside() {
        FloatPlane plane = new FloatPlane(1, 10, 1, new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
        FloatPlane large = Resampler.resize(plane, 1, 25);
        for (int y = 2; y < 23; y++) {
            assertEquals((y + 0.5) / 2.5 - 0.5, large.get(0, y, 0), 1e-5);
        }
    }

    @Test
    public void constantsStayConstant() {
        float[] values = new float[7 * 5 * 2];
        Arrays.fill(values, 200.3f);
        for (int[] size : new int[][] {{3, 2}, {11, 13}, {3, 13}, {1, 1}}) {
            for (float value : Resampler.resize(new FloatPlane(7, 5, 2, values), size[0], size[1])
                    .values()) {
                assertEquals(200.3f, value, 0);
            }
        }
    }

    @Test
    public void channelsDoNotMix() {
        FloatPlane plane = new FloatPlane(2, 1, 2, new float[] {1, 10, 3, 30});
        assertArrayEquals(new float[] {2, 20}, Resampler.resize(plane, 1, 1).values(), 1e-6f);
    }

    @Test
    public void labelsKeepTheirIds() {
        byte[] labels = {0, 3, (byte) 255, 7};
        byte[] large = Resampler.resizeLabels(labels, 2, 2, 4, 6);
        assertArrayEquals(new byte[] {0, 0, 3, 3}, Arrays.copyOf(large, 4));
        assertEquals((byte) 255, large[5 * 4]);
        assertArrayEquals(labels, Resampler.resizeLabels(large, 4, 6, 2, 2));
        assertThrows(IllegalArgumentException.class, () -> Resampler.resizeLabels(labels, 3, 2, 1, 1));
    }

    @Test
    public void labelsTakeThePixelUnderTheCentre() {
        assertArrayEquals(new byte[] {1}, Resampler.resizeLabels(new byte[] {0, 1, 2}, 3, 1, 1, 1));
        assertArrayEquals(new byte[] {0, 2}, Resampler.resizeLabels(new byte[] {0, 1, 2}, 3, 1, 2, 1));
    }

    @Test
    public void scaledNeverVanishes() {
        assertEquals(1, Resampler.scaled(3, 0.01));
        assertEquals(5, Resampler.scaled(10, 0.45));
        assertThrows(IllegalArgumentException.class, () -> Resampler.scaled(10, 0));
        assertThrows(IllegalArgumentException.class, () -> Resampler.scaled(10, Double.NaN));
    }

    @Test
    public void impossibleSizesAreRefused() {
        FloatPlane plane = random(2, 2, 1);
        assertThrows(ImageException.class, () -> Resampler.resize(plane, 0, 4));
        assertThrows(ImageException.class, () -> Resampler.resize(plane, 1 << 16, 1 << 16));
    }
}
