package org.jointattention.image.zarr;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.ImgUtil;
import org.jointattention.image.ChunkCache;
import org.jointattention.image.ImageException;
import org.jointattention.image.TileReader;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class OmeZarrImageTest {
    private static final String AXES = "{\"name\": \"y\", \"type\": \"space\"}, {\"name\": \"x\", \"type\": \"space\"}";
    private static final String SCALE = "\"coordinateTransformations\": [{\"type\": \"scale\", \"scale\": [2, 3]}]";
    private static final String IMAGE = "{\"multiscales\": [{\"version\": \"0.4\", \"axes\": [" + AXES
            + "], \"datasets\": [{\"path\": \"a\", " + SCALE + "}]}]}";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final ChunkCache cache = new ChunkCache(64);

    /** An image of 5 x 7 values that count up. */
    private Store store(String attributes, String array) {
        Store store = ZarrJson.store(folder, array);
        store.write(".zattrs", ZarrJson.utf8(attributes));
        WholeArray.write(
                WholeArray.of(ZarrArray.open(store, "a").type(), ZarrJson.SHAPE, i -> i), ZarrArray.open(store, "a"));
        return store;
    }

    private OmeZarrImage open(String attributes) {
        return OmeZarrImage.open(store(attributes, ZarrJson.v2("<i2", "C", "null")), "", cache);
    }

    private void refused(String from, String to, String... parts) {
        assertTrue(from, IMAGE.contains(from));
        String message = assertThrows(ImageException.class, () -> open(IMAGE.replace(from, to)))
                .getMessage();
        assertTrue(message, message.contains(folder.getRoot().getPath()));
        for (String part : parts) {
            assertTrue(message, message.contains(part));
        }
    }

    @Test
    public void aPlaneIsFloatWithAChannelAxis() {
        OmeZarrImage image = open(IMAGE);
        RandomAccessibleInterval<FloatType> plane = image.plane(0, 0, 0);
        assertArrayEquals(new long[] {7, 5, 1}, plane.dimensionsAsLongArray());
        float[] tile = new float[35];
        new TileReader(plane).read(0, 0, 5, 7, tile);
        for (int i = 0; i < tile.length; i++) {
            assertEquals(i, tile[i], 0);
        }
        assertTrue("bytes " + cache.used(), cache.used() <= 64);
        assertTrue(image.view(0).getType() instanceof ShortType);
    }

    @Test
    public void allTypesAreSeenAsTheyAre() {
        for (DataType type : DataType.values()) {
            String array = ZarrJson.v2((type.bytes() == 1 ? "|" : "<") + type.code(), "C", "null");
            Store store = ZarrJson.store(folder, array);
            ZarrArray zarr = ZarrArray.open(store, "a");
            zarr.writeBlock(Samples.filled(type, new int[] {4, 4}, type.isFloat() ? 0 : -1), 0, 0);
            RealType<?> pixel = OmeZarrImage.openArray(store, "a", Axes.of("yx"), new ChunkCache(64))
                    .view(0)
                    .getAt(0, 0);
            double expected = type.isFloat() ? 0 : type.isUnsigned() ? Math.pow(2, 8 * type.bytes()) - 1 : -1;
            assertEquals(type.id(), expected, pixel.getRealDouble(), expected * 1e-15);
        }
    }

    @Test
    public void imagesMayHaveMorePixelsThanAnArrayHolds() {
        String array = ZarrJson.v2("<i2", "C", "null").replace("[5, 7]", "[3000000, 2000000]");
        Store store = ZarrJson.store(folder, array);
        Samples last = Samples.filled(DataType.INT16, new int[] {4, 4}, 77);
        ZarrArray.open(store, "a").writeBlock(last, 3_000_000 / 4 - 1, 2_000_000 / 4 - 1);
        OmeZarrImage image = OmeZarrImage.openArray(store, "a", Axes.of("yx"), cache);
        assertEquals(77, image.view(0).getAt(1_999_999, 2_999_999).getRealDouble(), 0);
        assertEquals(1, image.plane(0, 0, 0).getAt(1_999_995, 2_999_999, 0).get(), 0);
    }

    @Test
    public void transformsOfALevelAndOfAllComeOneAfterTheOther() {
        String common = "\"coordinateTransformations\": [{\"type\": \"scale\", \"scale\": [10, 10]},"
                + " {\"type\": \"translation\", \"translation\": [1, 2]}], \"datasets\"";
        Transform transform = open(IMAGE.replace("\"datasets\"", common)).transform(0);
        assertArrayEquals(new double[] {20, 30}, transform.scale(), 0);
        assertArrayEquals(new double[] {1, 2}, transform.translation(), 0);
    }

    @Test
    public void manyThreadsSeeTheSamePixels() throws Exception {
        OmeZarrImage image = open(IMAGE);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<float[]>> results = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                results.add(threads.submit(() -> {
                    float[] pixels = new float[35];
                    ImgUtil.copy(image.plane(0, 0, 0), ArrayImgs.floats(pixels, 7, 5, 1));
                    return pixels;
                }));
            }
            for (Future<float[]> result : results) {
                for (int i = 0; i < 35; i++) {
                    assertEquals(i, result.get()[i], 0);
                }
            }
        } finally {
            threads.shutdownNow();
        }
        assertTrue("bytes " + cache.used(), cache.used() <= 64);
    }

    @Test
    public void anArrayAloneNeedsItsAxes() {
        Store store = store("{}", ZarrJson.v2("<i2", "C", "null"));
        String message = assertThrows(ImageException.class, () -> OmeZarrImage.open(store, "a", cache))
                .getMessage();
        assertTrue(message, message.contains("say what its axes are"));
        OmeZarrImage image = OmeZarrImage.openArray(store, "a", Axes.of("yx"), cache);
        assertEquals(9, image.view(0).getAt(2, 1).getRealDouble(), 0);
        assertThrows(ImageException.class, () -> OmeZarrImage.openArray(store, "a", Axes.of("zyx"), cache));
    }

    @Test
    public void whatIsNoImageIsSaid() {
        Path nothing = folder.getRoot().toPath().resolve("nothing");
        String message = assertThrows(ImageException.class, () -> OmeZarrImage.open(nothing, cache))
                .getMessage();
        assertTrue(message, message.contains(nothing + " is no OME-Zarr"));
        refused(IMAGE, "{}", "no 'multiscales'");
        refused(IMAGE, "{\"plate\": {}}", "a plate", "/A/1/0");
        refused(IMAGE, "{\"bioformats2raw.layout\": 3}", "a collection of images", "/0.");
        refused(IMAGE, "{\"multiscales\": []}", "multiscales");
    }

    @Test
    public void whatIsNotSupportedIsNamed() {
        refused("\"0.4\"", "\"0.3\"", "version of OME-Zarr '0.3'", "0.4 and 0.5");
        refused(
                "\"y\", \"type\": \"space\"",
                "\"lambda\", \"type\": \"spectrum\"",
                "axis 'lambda' of the type 'spectrum'");
        refused("\"y\"", "\"x\"", "axes of", "'xx'");
        refused(AXES, "\"y\", \"x\"", "axes", "a list of objects");
        refused(AXES, "{\"name\": \"z\"}, " + AXES, "declares the axes 'zyx'", "has 2");
        refused("[2, 3]", "[2, 3, 4]", "2 numbers, one for each axis");
        refused("\"scale\", ", "\"affine\", ", "coordinateTransformations 'affine'");
        refused("\"a\"", "\"../a\"", "must be a relative path that does not leave the image");
        refused("\"a\"", "\"b\"", "no Zarr array in");
    }

    @Test
    public void planesThatAreNotThereAreRefused() {
        OmeZarrImage image = OmeZarrImage.open(ZarrFixturesTest.folder().resolve("image-0.4"), cache);
        assertThrows(IndexOutOfBoundsException.class, () -> image.plane(0, 0, 3));
        assertThrows(IndexOutOfBoundsException.class, () -> image.plane(0, 0, -1));
        assertThrows(IndexOutOfBoundsException.class, () -> image.plane(0, 1, 0));
        assertEquals(3, image.size(0, 'z'));
        assertEquals(1, image.size(0, 't'));
    }
}
