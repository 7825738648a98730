package org.jointattention.image.zarr;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.jointattention.image.ChunkCache;
import org.junit.Test;

/** Files that zarr-python and ome-zarr-py wrote (scripts/crosscheck/check_zarr.py fixtures). */
public class ZarrFixturesTest {
    private static final int[] SHAPE = {2, 3, 7, 10};
    private static final int PRESENT_ROWS = 4;

    static Path folder() {
        try {
            return Path.of(ZarrFixturesTest.class.getResource("v3-blosc").toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long value(long place) {
        return 37 * place % 251;
    }

    private static void check(String name, DataType type, long fill) {
        ZarrArray array = ZarrArray.open(new FolderStore(folder()), name);
        assertArrayEquals(new long[] {2, 3, 7, 10}, array.shape());
        assertEquals(type, array.type());
        Samples expected = WholeArray.of(type, SHAPE, i -> i / 10 % 7 < PRESENT_ROWS ? value(i) : fill);
        Samples found = WholeArray.read(array);
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(name + " at " + i, expected.bits(i), found.bits(i));
        }
    }

    @Test
    public void integersOfAllKindsOfStorageAreRead() {
        check("v2-blosc-big-fortran", DataType.UINT16, 0);
        check("v3-sharded", DataType.UINT16, 0);
        check("v3-transposed-big", DataType.INT32, 0);
        check("v3-blosc", DataType.INT8, 0);
    }

    @Test
    public void absentChunksAreFilledWithNotANumber() {
        float[] values = (float[]) WholeArray.read(ZarrArray.open(new FolderStore(folder()), "v2-zlib-nan"))
                .array();
        for (int i = 0; i < values.length; i++) {
            float expected = i / 10 % 7 < PRESENT_ROWS ? value(i) : Float.NaN;
            assertEquals("at " + i, expected, values[i], 0);
        }
    }

    @Test
    public void imagesHaveTheirAxesAndPixelSizes() {
        OmeZarrImage v2 = OmeZarrImage.open(folder().resolve("image-0.4"), new ChunkCache(1 << 20));
        assertEquals(ZarrFormat.V2, v2.format());
        assertEquals("czyx", v2.axes().keys());
        assertArrayEquals(new double[] {1, 2, 0.5, 0.25}, v2.transform(0).scale(), 0);
        assertArrayEquals(new double[] {1, 2, 1, 0.5}, v2.transform(1).scale(), 0);
        assertArrayEquals(new double[] {0, 0, 0.25, 0.125}, v2.transform(1).translation(), 0);
        assertEquals("micrometer", v2.axes().list().get(1).unit().orElse(""));

        OmeZarrImage v3 = OmeZarrImage.open(folder().resolve("image-0.5"), new ChunkCache(1 << 20));
        assertEquals(ZarrFormat.V3, v3.format());
        assertEquals("cyx", v3.axes().keys());
        assertEquals(2, v3.levels().size());
        assertEquals("Stain 1", v3.channels().get(1).name().orElse(""));
        assertEquals(List.of(0x00ff0a, 0x00ff0a), List.of(rgb(v3, 0), rgb(v3, 1)));
    }

    private static int rgb(OmeZarrImage image, int channel) {
        return image.channels().get(channel).rgb().orElse(-1);
    }

    @Test
    public void pixelsOfImagesLieWhereTheyBelong() {
        OmeZarrImage image = OmeZarrImage.open(folder().resolve("image-0.4"), new ChunkCache(1 << 20));
        for (int c = 0; c < 2; c++) {
            for (int z = 0; z < 3; z++) {
                long first = ((c * 3L + z) * 20 + 5) * 30 + 7; // y = 5, x = 7
                assertEquals(value(first), image.view(0).getAt(7, 5, z, c).getRealDouble(), 0);
                assertEquals(value(first), image.plane(0, 0, z).getAt(7, 5, c).get(), 0);
            }
        }
    }
}
