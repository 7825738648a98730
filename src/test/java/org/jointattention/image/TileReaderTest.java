package org.jointattention.image;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Random;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessible;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.Test;

public class TileReaderTest {
    @Test
    public void readsWhatMirroredViewsShow() {
        Random random = new Random(1);
        for (int channels : new int[] {1, 3}) {
            for (int[] size : new int[][] {{7, 9}, {20, 30}, {2, 3}, {33, 5}}) {
                RandomAccessibleInterval<FloatType> plane = random(size[0], size[1], channels, random);
                for (int i = 0; i < 10; i++) {
                    check(plane, random.nextInt(40) - 20, random.nextInt(40) - 20);
                }
                check(plane, 0, 0);
            }
        }
    }

    private static void check(RandomAccessibleInterval<FloatType> plane, int x, int y) {
        int channels = (int) plane.dimension(2);
        float[] tile = new float[8 * 12 * channels];
        new TileReader(plane).read(x, y, 8, 12, tile);
        RandomAccess<FloatType> expected =
                ((RandomAccessible<FloatType>) Views.extendMirrorSingle(plane)).randomAccess();
        for (int i = 0; i < tile.length; i++) {
            int pixel = i / channels;
            expected.setPosition(new int[] {x + pixel % 12, y + pixel / 12, i % channels});
            assertEquals(expected.get().get(), tile[i], 0);
        }
    }

    private static RandomAccessibleInterval<FloatType> random(int width, int height, int channels, Random random) {
        float[] values = new float[width * height * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return ArrayImgs.floats(values, width, height, channels);
    }

    @Test
    public void onePixelFillsTheTile() {
        float[] tile = new float[16 * 2];
        new TileReader(ArrayImgs.floats(new float[] {3, 5}, 1, 1, 2)).read(-1, 0, 4, 4, tile);
        for (int i = 0; i < tile.length; i++) {
            assertEquals(i % 2 == 0 ? 3 : 5, tile[i], 0);
        }
    }

    @Test
    public void oneColumnIsRepeatedSideways() {
        float[] tile = new float[6];
        new TileReader(ArrayImgs.floats(new float[] {1, 2}, 1, 2, 1)).read(0, 0, 3, 2, tile);
        assertArrayEquals(new float[] {1, 1, 2, 2, 1, 1}, tile, 0);
    }

    @Test
    public void readsConvertedAndShiftedViews() {
        byte[] bytes = {0, 1, 2, 3, 4, (byte) 255};
        RandomAccessibleInterval<FloatType> floats = Converters.convert(
                (RandomAccessibleInterval<UnsignedByteType>) ArrayImgs.unsignedBytes(bytes, 3, 2, 1),
                (from, to) -> to.set(from.get()),
                new FloatType());
        float[] tile = new float[4];
        new TileReader(Views.interval(floats, new long[] {1, 0, 0}, new long[] {2, 1, 0})).read(0, 0, 2, 2, tile);
        assertArrayEquals(new float[] {1, 2, 4, 255}, tile, 0);
    }

    @Test
    public void planesNeedThreeAxes() {
        assertThrows(IllegalArgumentException.class, () -> new TileReader(ArrayImgs.floats(4, 4)));
        assertThrows(IllegalArgumentException.class, () -> new TileReader(ArrayImgs.floats(4, 4, 0)));
    }
}
