package org.jointattention.segmentation;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.jointattention.image.FloatPlane;
import org.jointattention.image.Resampler;
import org.jointattention.image.TileReader;
import org.junit.Test;

public class ScaleTest {
    private static final int TILE = 16;

    @Test
    public void tilesEqualTheWholeAtEveryScale() {
        for (double scale : new double[] {0.5, 0.25, 0.4, 2, 1.3}) {
            for (int[] size : new int[][] {{31, 27}, {25, 1}, {1, 1}, {30, 29}}) {
                for (int channels = 1; channels <= 2; channels++) {
                    RandomAccessibleInterval<FloatType> plane = Planes.random(size[0], size[1], channels, 1);
                    FakePredictor predictor = new FakePredictor(2, TILE, TILE, channels, FakePredictor.local(2));
                    Segmenter segmenter = new Segmenter(Planes.model(channels, scale, TILE, 8), predictor);
                    float[] whole = Planes.whole(plane, scale, FakePredictor.local(2));
                    assertArrayEquals(whole, Planes.foreground(segmenter, plane), 1e-5f);
                }
            }
        }
    }

    @Test
    public void resizesAsWholeImagesAreResized() {
        RandomAccessibleInterval<FloatType> plane = Planes.random(53, 31, 2, 5);
        FloatPlane image = new FloatPlane(53, 31, 2, values(plane));
        for (double scale : new double[] {0.0625, 0.3, 0.5, 0.99, 1.5, 4}) {
            RandomAccessibleInterval<FloatType> scaled = new ScaledPlane(plane, scale).whole();
            int width = Resampler.scaled(53, scale);
            int height = Resampler.scaled(31, scale);
            float tolerance = scale < 1 ? 0 : 1e-5f;
            assertArrayEquals(Resampler.resize(image, width, height).values(), values(scaled), tolerance);
        }
    }

    @Test
    public void enlargedRampsStayRamps() {
        RandomAccessibleInterval<FloatType> ramp = ArrayImgs.floats(new float[] {0, 1, 2, 3}, 4, 1, 1);
        float[] expected = {0, 0.25f, 0.75f, 1.25f, 1.75f, 2.25f, 2.75f, 3};
        RandomAccess<FloatType> enlarged = new ScaledPlane(ramp, 2).whole().randomAccess();
        for (int x = 0; x < expected.length; x++) {
            enlarged.setPosition(new int[] {x, 1, 0});
            assertEquals(expected[x], enlarged.get().get(), 1e-6);
        }
    }

    @Test
    public void rowsAreInterpolatedInOrder() {
        List<float[]> rows = new ArrayList<>();
        RowInterpolator interpolator = new RowInterpolator(1, 2, 2, 5, 1, (y, row) -> {
            assertEquals(rows.size(), y);
            rows.add(row.clone());
        });
        interpolator.row(0, new float[] {0});
        interpolator.row(1, new float[] {10});
        float[] expected = {0, 1, 5, 9, 10};
        for (int y = 0; y < 5; y++) {
            assertArrayEquals(new float[] {expected[y], expected[y]}, rows.get(y), 1e-5f);
        }
    }

    private static float[] values(RandomAccessibleInterval<FloatType> plane) {
        TileReader reader = new TileReader(plane);
        float[] values = new float[reader.width() * reader.height() * reader.channels()];
        reader.read(0, 0, reader.height(), reader.width(), values);
        return values;
    }
}
