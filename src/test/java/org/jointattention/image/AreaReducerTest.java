package org.jointattention.image;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Random;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.Test;

public class AreaReducerTest {
    @Test
    public void areasAreAveraged() {
        float[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        RandomAccessibleInterval<FloatType> half = AreaReducer.reduce(ArrayImgs.floats(values, 4, 3, 1), 2, 1);
        assertArrayEquals(new float[] {5.5f, 7.5f}, values(half), 1e-6f);
    }

    @Test
    public void cutPixelsCountByTheirPartInside() {
        RandomAccessibleInterval<FloatType> plane = ArrayImgs.floats(new float[] {3, 6, 9, 30, 60, 90}, 3, 1, 2);
        float[] reduced = values(AreaReducer.reduce(plane, 2, 1));
        assertArrayEquals(new float[] {4, 40, 8, 80}, reduced, 1e-5f);
    }

    @Test
    public void reducingKeepsTheMean() {
        RandomAccessibleInterval<FloatType> plane = random(101, 67, 1, 3);
        float[] reduced = values(AreaReducer.reduce(plane, 40, 23));
        assertEquals(mean(values(plane)), mean(reduced), 1e-6);
    }

    @Test
    public void reducingToTheSameSizeChangesNothing() {
        RandomAccessibleInterval<FloatType> plane = random(13, 37, 2, 4);
        assertArrayEquals(values(plane), values(AreaReducer.reduce(plane, 13, 37)), 1e-6f);
    }

    @Test
    public void givesTheResamplersValues() {
        RandomAccessibleInterval<FloatType> plane = random(50, 47, 2, 5);
        FloatPlane image = new FloatPlane(50, 47, 2, values(plane));
        for (int size = 1; size <= 47; size++) {
            float[] whole = Resampler.resize(image, size + 3, size).values();
            assertArrayEquals(whole, values(AreaReducer.reduce(plane, size + 3, size)), 0);
        }
    }

    @Test
    public void enlargingIsRefused() {
        RandomAccessibleInterval<FloatType> plane = random(4, 4, 1, 6);
        assertThrows(IllegalArgumentException.class, () -> AreaReducer.reduce(plane, 5, 4));
        assertThrows(IllegalArgumentException.class, () -> AreaReducer.reduce(plane, 4, 0));
    }

    private static RandomAccessibleInterval<FloatType> random(int width, int height, int channels, long seed) {
        Random random = new Random(seed);
        float[] values = new float[width * height * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return ArrayImgs.floats(values, width, height, channels);
    }

    private static float[] values(RandomAccessibleInterval<FloatType> plane) {
        TileReader reader = new TileReader(plane);
        float[] values = new float[reader.width() * reader.height() * reader.channels()];
        reader.read(0, 0, reader.height(), reader.width(), values);
        return values;
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
