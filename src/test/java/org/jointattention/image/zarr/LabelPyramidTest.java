package org.jointattention.image.zarr;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.google.gson.JsonArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jointattention.files.CancelledException;
import org.jointattention.image.ChunkCache;
import org.jointattention.image.ImageException;
import org.jointattention.model.LabelClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class LabelPyramidTest {
    private static final int[] SHAPE = {2, 1030, 517};
    private static final List<LabelClass> CLASSES =
            List.of(new LabelClass("background", 0), new LabelClass("nucleus", 0xe69f00));

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private static LabelDescription description(String origin) {
        return new LabelDescription(CLASSES, null, origin);
    }

    private static LabelFrame frame() {
        return new LabelFrame(
                Axes.of("zyx"),
                new long[] {2, 1030, 517},
                new Transform(new double[] {2, 0.5, 0.25}, new double[] {0, 10, 0}));
    }

    private final Store store = new MemoryStore();

    private LabelPyramid separate(ZarrFormat format, String origin) {
        LabelStorage storage =
                new LabelStorage(format, DataType.UINT16).withChunk(100).withShard(2);
        return LabelPyramid.separate(store, "labels", frame(), storage, description(origin));
    }

    private static Samples pixels() {
        return WholeArray.of(DataType.UINT16, SHAPE, i -> i * 7919 % 65521);
    }

    private static void checkLevels(LabelPyramid labels) {
        short[] base = (short[]) pixels().array();
        int[][] expected = {{1030, 517}, {515, 259}, {258, 130}, {129, 65}};
        assertEquals(4, labels.levels().size());
        for (int level = 0; level < 4; level++) {
            int step = 1 << level;
            int height = expected[level][0];
            int width = expected[level][1];
            short[] found =
                    (short[]) WholeArray.read(labels.levels().get(level)).array();
            assertEquals(2 * height * width, found.length);
            for (int i = 0; i < found.length; i++) {
                int x = i % width * step;
                int y = i / width % height * step;
                int z = i / width / height;
                assertEquals(base[(z * 1030 + y) * 517 + x], found[i]);
            }
        }
    }

    @Test
    public void coarserLevelsHaveEverySecondPixel() {
        for (ZarrFormat format : ZarrFormat.values()) {
            LabelStorage storage =
                    new LabelStorage(format, DataType.UINT16).withChunk(100).withShard(2);
            LabelPyramid labels = LabelPyramid.separate(store, format.name(), frame(), storage, description("a"));
            WholeArray.write(pixels(), labels.base());
            labels.finish(() -> {});
            checkLevels(labels);

            OmeZarrImage image = OmeZarrImage.open(store, format.name(), new ChunkCache(1 << 20));
            assertEquals("zyx", image.axes().keys());
            assertArrayEquals(new double[] {2, 2, 1}, image.transform(2).scale(), 0);
            assertArrayEquals(new double[] {0, 10, 0}, image.transform(2).translation(), 0);
        }
    }

    @Test
    public void chunksAndShardsAreNoLargerThanTheImage() {
        LabelStorage v3 = new LabelStorage(ZarrFormat.V3, DataType.UINT8);
        assertArrayEquals(new int[] {1, 1, 512, 512}, v3.chunkShape(new long[] {3, 9, 5000, 600}));
        assertArrayEquals(new int[] {1, 1, 2048, 1024}, v3.blockShape(new long[] {3, 9, 5000, 600}));
        assertArrayEquals(new int[] {20, 30}, v3.blockShape(new long[] {20, 30}));
        LabelStorage v2 = new LabelStorage(ZarrFormat.V2, DataType.UINT8);
        assertArrayEquals(new int[] {512, 512}, v2.blockShape(new long[] {5000, 600}));
        assertThrows(IllegalArgumentException.class, () -> new LabelStorage(ZarrFormat.V2, DataType.FLOAT32));
    }

    @Test
    public void anInterruptedWriterGoesOnWhereItWas() {
        LabelPyramid first = separate(ZarrFormat.V3, "model 1");
        assertEquals(2 * 6 * 3, first.missing().count());
        BlockGrid blocks = first.base().blocks();
        Samples all = pixels();
        first.missing().limit(10).forEach(number -> write(first, all, blocks.index(number)));
        assertThrows(IllegalStateException.class, () -> first.finish(() -> {}));

        LabelPyramid second = separate(ZarrFormat.V3, "model 1");
        assertEquals(26, second.missing().count());
        second.missing().forEach(number -> write(second, all, blocks.index(number)));
        AtomicInteger count = new AtomicInteger();
        assertThrows(
                CancelledException.class,
                () -> second.finish(() -> {
                    if (count.incrementAndGet() == 3) {
                        throw new CancelledException("stopped");
                    }
                }));
        String message = assertThrows(ImageException.class, () -> OmeZarrImage.open(store, "labels", new ChunkCache(1)))
                .getMessage();
        assertTrue(message, message.contains("multiscales"));

        LabelPyramid third = separate(ZarrFormat.V3, "model 1");
        long rest = third.coarseBlocks();
        AtomicInteger made = new AtomicInteger();
        third.finish(made::incrementAndGet);
        assertEquals(rest, made.get());
        checkLevels(third);
    }

    private static void write(LabelPyramid labels, Samples all, long[] index) {
        BlockGrid blocks = labels.base().blocks();
        long[] origin = blocks.origin(index);
        int[] from = {(int) origin[0], (int) origin[1], (int) origin[2]};
        labels.base().writeBlock(all.part(from, blocks.size(index)), index);
    }

    @Test
    public void labelsOfAnotherOriginAreNotMixedAndFinishedOnesStay() {
        separate(ZarrFormat.V3, "model 1");
        assertTaken(() -> separate(ZarrFormat.V3, "model 2"), "made in another way");
        assertTaken(() -> separate(ZarrFormat.V2, "model 1"), "made in another way");
        LabelStorage other = new LabelStorage(ZarrFormat.V3, DataType.UINT8);
        assertTaken(
                () -> LabelPyramid.separate(store, "labels", frame(), other, description("model 1")),
                "another size, type or chunks");
        LabelPyramid labels = separate(ZarrFormat.V3, "model 1");
        WholeArray.write(pixels(), labels.base());
        labels.finish(() -> {});
        assertTaken(() -> separate(ZarrFormat.V3, "model 1"), "an image is there");
        store.write("files/text", new byte[1]);
        assertTaken(
                () -> LabelPyramid.separate(store, "files", frame(), other, description("a")),
                "something else is there");
    }

    private static void assertTaken(Runnable open, String part) {
        String message = assertThrows(ImageException.class, open::run).getMessage();
        assertTrue(message, message.contains(part) && message.contains("choose another name"));
    }

    @Test
    public void labelsWithinAnImageAreListedBesideOthers() throws IOException {
        for (String version : List.of("0.4", "0.5")) {
            Path path = folder.getRoot().toPath().resolve(version);
            FolderCopy.of(ZarrFixturesTest.folder().resolve("image-" + version), path);
            OmeZarrImage image = OmeZarrImage.open(path, new ChunkCache(1 << 20));
            new ZarrGroup(new FolderStore(path), "labels", image.format())
                    .edit(attributes -> attributes.addProperty("mine", 1), ome -> ome.add("labels", array("old")));
            LabelStorage storage = new LabelStorage(image.format(), DataType.UINT8);
            LabelPyramid labels = LabelPyramid.within(image, 0, "nuclei", storage, description("a"));
            labels.missing().forEach(number -> {
                long[] index = labels.base().blocks().index(number);
                labels.base()
                        .writeBlock(
                                Samples.filled(
                                        DataType.UINT8, labels.base().blocks().size(index), 1),
                                index);
            });
            assertEquals("[\"old\"]", listed(path, image.format()));
            labels.finish(() -> {});
            assertEquals("[\"old\",\"nuclei\"]", listed(path, image.format()));

            OmeZarrImage found = OmeZarrImage.open(path.resolve("labels/nuclei"), new ChunkCache(1 << 20));
            assertEquals(image.axes().keys().replace("c", ""), found.axes().keys());
            assertEquals(0.25, found.transform(0).scale()[found.axes().index('x')], 0);
            assertEquals(
                    "micrometer",
                    found.axes().list().get(found.axes().index('x')).unit().orElse(""));
            String description = new ZarrGroup(new FolderStore(path), "labels/nuclei", image.format())
                    .ome()
                    .object("image-label")
                    .object()
                    .toString();
            assertEquals(
                    "{\"version\":\"" + version + "\",\"colors\":[{\"label-value\":0,\"rgba\":[0,0,0,0]},"
                            + "{\"label-value\":1,\"rgba\":[230,159,0,255]}],\"properties\":[{\"label-value\":0,"
                            + "\"class\":\"background\"},{\"label-value\":1,\"class\":\"nucleus\"}],"
                            + "\"source\":{\"image\":\"../../\"}}",
                    description);
            assertEquals(
                    2, OmeZarrImage.open(path, new ChunkCache(1)).channels().size());
        }
    }

    private static JsonArray array(String name) {
        JsonArray array = new JsonArray();
        array.add(name);
        return array;
    }

    private static String listed(Path path, ZarrFormat format) {
        ZarrGroup group = new ZarrGroup(new FolderStore(path), "labels", format);
        assertEquals(1, group.attributes().object().get("mine").getAsInt());
        return group.ome().object().get("labels").toString();
    }

    @Test
    public void namesOfLabelsDoNotLeaveTheImage() {
        OmeZarrImage image = OmeZarrImage.open(ZarrFixturesTest.folder().resolve("image-0.5"), new ChunkCache(1));
        LabelStorage storage = new LabelStorage(ZarrFormat.V3, DataType.UINT8);
        for (String name : List.of("../x", "a/b", "", " ", ".zattrs")) {
            assertThrows(
                    name, ImageException.class, () -> LabelPyramid.within(image, 0, name, storage, description("a")));
        }
        assertFalse(new FolderStore(ZarrFixturesTest.folder()).exists("x/zarr.json"));
    }
}
