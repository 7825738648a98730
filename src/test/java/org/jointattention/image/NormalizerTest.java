package org.jointattention.image;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import java.util.Arrays;
import java.util.Random;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.jointattention.model.NormalizationSpec;
import org.junit.Test;

public class NormalizerTest {
    private static final NormalizationSpec PERCENTILE = NormalizationSpec.percentile(1, 99.8);
    private static final NormalizationSpec MEAN_STD = NormalizationSpec.meanStd();

    private static FloatPlane row(float... values) {
        return new FloatPlane(values.length, 1, 1, values);
    }

    /** NumPy's percentile: linear between the neighbours in sorted order. */
    private static double sortedPercentile(float[] values, double percent) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        double position = percent / 100 * (sorted.length - 1);
        int rank = (int) position;
        double part = position - rank;
        return sorted[rank] * (1 - part) + sorted[Math.min(rank + 1, sorted.length - 1)] * part;
    }

    private static float[] random(int n, long seed) {
        Random random = new Random(seed);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(6)));
        }
        return values;
    }

    @Test
    public void percentilesAreExact() {
        for (int n : new int[] {1, 2, 3, 10, 1001, 600_001}) {
            float[] values = random(n, n);
            Normalizer normalizer = Normalizer.fit(NormalizationSpec.percentile(2, 98), row(values));
            if (n > 1) {
                double low = sortedPercentile(values, 2);
                double high = sortedPercentile(values, 98);
                assertEquals(low, normalizer.offset(0), 0);
                assertEquals(1 / (high - low), normalizer.factor(0), 0);
                assertEquals(0, normalizer.apply(0, (float) low), 1e-5);
                assertEquals(1, normalizer.apply(0, (float) high), 1e-5);
            }
        }
    }

    @Test
    public void viewAndArrayGiveTheSameBits() {
        int width = 701;
        int height = 800;
        ImagePlus image = new ImagePlus("f", new FloatProcessor(width, height, random(width * height, 5)));
        ImagePlanes planes = ImagePlanes.of(image);
        for (NormalizationSpec spec : new NormalizationSpec[] {PERCENTILE, MEAN_STD}) {
            Normalizer array = Normalizer.fit(spec, planes.read(0));
            Normalizer view = Normalizer.fit(spec, planes.plane(0));
            assertEquals(array.offset(0), view.offset(0), 0);
            assertEquals(array.factor(0), view.factor(0), 0);
        }
    }

    @Test
    public void viewsThatStartElsewhereWork() {
        ImagePlus image = new ImagePlus("f", new FloatProcessor(40, 30, random(1200, 8)));
        RandomAccessibleInterval<FloatType> crop =
                Views.interval(ImagePlanes.of(image).plane(0), FinalInterval.createMinSize(5, 7, 0, 20, 10, 1));
        float[] values = new float[200];
        for (int i = 0; i < 200; i++) {
            values[i] = image.getProcessor().getf(5 + i % 20, 7 + i / 20);
        }
        assertEquals(
                Normalizer.fit(PERCENTILE, row(values)).offset(0),
                Normalizer.fit(PERCENTILE, crop).offset(0),
                0);
    }

    @Test
    public void channelsAreSeparate() {
        FloatPlane plane = new FloatPlane(2, 1, 2, new float[] {0, 100, 10, 300});
        float[] values = plane.values().clone();
        Normalizer normalizer = Normalizer.fit(NormalizationSpec.percentile(0, 100), plane);
        normalizer.apply(values);
        assertEquals(2, normalizer.channels());
        assertEquals(0, values[0], 0);
        assertEquals(0, values[1], 0);
        assertEquals(1, values[2], 1e-6);
        assertEquals(1, values[3], 1e-6);
        assertThrows(IllegalArgumentException.class, () -> normalizer.apply(new float[3]));
    }

    @Test
    public void meanBecomesZeroAndDeviationOne() {
        float[] values = random(5000, 3);
        Normalizer normalizer = Normalizer.fit(MEAN_STD, row(values.clone()));
        normalizer.apply(values);
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += value * value;
        }
        assertEquals(0, sum / 5000, 1e-5);
        assertEquals(1, squares / 5000, 1e-4);
    }

    @Test
    public void constantChannelsBecomeZero() {
        for (NormalizationSpec spec : new NormalizationSpec[] {PERCENTILE, MEAN_STD}) {
            float[] values = {0.1f, 0.1f, 0.1f};
            Normalizer normalizer = Normalizer.fit(spec, row(values.clone()));
            normalizer.apply(values);
            assertEquals(0, normalizer.factor(0), 0);
            assertEquals("[0.0, 0.0, 0.0]", Arrays.toString(values));
        }
    }

    @Test
    public void valuesThatAreNoNumbersDoNotCount() {
        float inf = Float.POSITIVE_INFINITY;
        for (NormalizationSpec spec : new NormalizationSpec[] {NormalizationSpec.percentile(0, 100), MEAN_STD}) {
            Normalizer clean = Normalizer.fit(spec, row(1, 2, 3));
            Normalizer dirty = Normalizer.fit(spec, row(Float.NaN, 1, inf, 2, -inf, 3));
            assertEquals(clean.offset(0), dirty.offset(0), 0);
            assertEquals(clean.factor(0), dirty.factor(0), 0);
            assertEquals(0, dirty.apply(0, Float.NaN), 0);
            assertEquals(dirty.apply(0, 3), dirty.apply(0, inf), 0);
            assertEquals(dirty.apply(0, 1), dirty.apply(0, -inf), 0);
        }
    }

    @Test
    public void nothingButNaNBecomesZero() {
        for (NormalizationSpec spec : new NormalizationSpec[] {PERCENTILE, MEAN_STD}) {
            float[] values = {Float.NaN, Float.NEGATIVE_INFINITY, Float.NaN};
            Normalizer.fit(spec, row(values.clone())).apply(values);
            assertEquals("[0.0, 0.0, 0.0]", Arrays.toString(values));
        }
    }

    @Test
    public void sparseImageIsNotLost() {
        float[] values = new float[10_000];
        values[17] = 200;
        Normalizer normalizer = Normalizer.fit(PERCENTILE, row(values));
        assertEquals(0, normalizer.apply(0, 0), 0);
        assertEquals(1, normalizer.apply(0, 200), 1e-6);
    }

    @Test
    public void hotPixelsAreLimited() {
        float[] values = new float[10_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 100;
        }
        values[0] = 1e30f;
        values[1] = -Float.MAX_VALUE;
        Normalizer normalizer = Normalizer.fit(PERCENTILE, row(values));
        assertEquals(Normalizer.MAX, normalizer.apply(0, 1e30f), 0);
        assertEquals(Normalizer.MIN, normalizer.apply(0, -Float.MAX_VALUE), 0);
        assertEquals(0.5, normalizer.apply(0, 50), 0.02);
    }

    @Test
    public void extremeRangesStayFinite() {
        float max = Float.MAX_VALUE;
        for (NormalizationSpec spec : new NormalizationSpec[] {NormalizationSpec.percentile(0, 100), MEAN_STD}) {
            Normalizer wide = Normalizer.fit(spec, row(-max, 0, max));
            Normalizer narrow = Normalizer.fit(spec, row(0, Float.MIN_VALUE, 2 * Float.MIN_VALUE));
            for (Normalizer normalizer : new Normalizer[] {wide, narrow}) {
                for (float value : new float[] {-max, -0f, Float.MIN_VALUE, max, Float.POSITIVE_INFINITY}) {
                    assertTrue(Float.isFinite(normalizer.apply(0, value)));
                }
            }
        }
    }

    @Test
    public void minusZeroIsZero() {
        assertEquals(0, Normalizer.fit(PERCENTILE, row(-0f, 0f)).factor(0), 0);
    }
}
