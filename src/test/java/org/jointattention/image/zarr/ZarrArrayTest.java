package org.jointattention.image.zarr;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What is written is what is read. */
public class ZarrArrayTest {
    private static final int SEED = 5;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private static List<String> arrays() {
        List<String> arrays = new ArrayList<>();
        for (String compressor : List.of(
                "null",
                "{\"id\": \"zlib\", \"level\": 1}",
                "{\"id\": \"gzip\"}",
                "{\"id\": \"zstd\", \"level\": 3}",
                "{\"id\": \"blosc\", \"cname\": \"lz4\", \"clevel\": 5, \"shuffle\": -1}")) {
            for (String dtype : List.of("|u1", "<i2", ">u4", ">f8")) {
                arrays.add(ZarrJson.v2(dtype, "C", compressor));
                arrays.add(ZarrJson.v2(dtype, "F", compressor));
            }
        }
        String transpose = "{\"name\": \"transpose\", \"configuration\": {\"order\": [1, 0]}}, ";
        for (String codecs : List.of(
                ZarrJson.bytes("big"),
                transpose + ZarrJson.bytes("little") + ", \"gzip\", \"crc32c\"",
                ZarrJson.bytes("little") + ", {\"name\": \"blosc\", \"configuration\": {\"cname\": \"zstd\"}}",
                ZarrJson.sharding(ZarrJson.bytes("big") + ", \"zstd\"", "end"),
                ZarrJson.sharding(transpose + ZarrJson.bytes("big"), "start"),
                ZarrJson.sharding(ZarrJson.bytes("little"), "end") + ", \"crc32c\"",
                transpose + ZarrJson.sharding(ZarrJson.bytes("little"), "end"))) {
            for (DataType type : DataType.values()) {
                arrays.add(ZarrJson.v3(type.id(), codecs));
            }
        }
        return arrays;
    }

    private static Samples random(DataType type) {
        Random random = new Random(SEED);
        byte[] bytes = new byte[35 * type.bytes()];
        random.nextBytes(bytes);
        return Samples.decoded(type, ZarrJson.SHAPE, bytes, ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    public void allTypesComeBackThroughAllCodecs() {
        int number = 0;
        for (String metadata : arrays()) {
            Store store = new MemoryStore();
            number++;
            store.write(metadata.contains("node_type") ? "a/zarr.json" : "a/.zarray", ZarrJson.utf8(metadata));
            ZarrArray array = ZarrArray.open(store, "a");
            Samples values = random(array.type());
            WholeArray.write(values, array);
            assertArrayEquals(metadata, values.encoded(ByteOrder.LITTLE_ENDIAN), WholeArray.bytes(array));
        }
        assertEquals(110, number);
    }

    @Test
    public void blocksThatAreNotWrittenHaveTheFillValue() {
        ZarrArray array = ZarrArray.open(
                ZarrJson.store(folder, ZarrJson.v3("uint16", ZarrJson.sharding(ZarrJson.bytes("little"), "end"))), "a");
        assertArrayEquals(new int[] {2, 2}, array.chunkShape());
        assertArrayEquals(new int[] {4, 4}, array.blockShape());
        array.writeBlock(new Samples(DataType.UINT16, new int[] {1, 3}, new short[] {7, 8, 9}), 1, 1);
        assertFalse(array.hasBlock(0, 1));
        assertTrue(array.hasBlock(1, 1));
        assertArrayEquals(
                new short[] {1, 1, 1, 1}, (short[]) array.readChunk(0, 0).array());
        assertArrayEquals(
                new short[] {7, 8, 1, 1}, (short[]) array.readChunk(2, 2).array());
        assertArrayEquals(
                new short[] {9, 1, 1, 1}, (short[]) array.readChunk(2, 3).array());
    }

    @Test
    public void chunksOfNothingButTheFillValueTakeNoRoomInAShard() {
        Store store = ZarrJson.store(folder, ZarrJson.v3("uint8", ZarrJson.sharding(ZarrJson.bytes("little"), "end")));
        ZarrArray array = ZarrArray.open(store, "a");
        array.writeBlock(Samples.filled(DataType.UINT8, new int[] {4, 4}, 1), 0, 0);
        assertEquals(4 * 16 + 4, store.read("a/c/0/0").orElseThrow().length);
        assertTrue(array.hasBlock(0, 0));
    }

    @Test
    public void aBlockThatIsWrittenAgainReplacesTheFormer() {
        Store store = ZarrJson.store(folder, ZarrJson.v2("|u1", "C", "null"));
        ZarrArray array = ZarrArray.open(store, "a");
        array.writeBlock(Samples.filled(DataType.UINT8, new int[] {4, 4}, 3), 0, 0);
        array.writeBlock(Samples.filled(DataType.UINT8, new int[] {4, 4}, 4), 0, 0);
        assertEquals(4, array.readChunk(0, 0).bits(0));
        assertEquals("[.zarray, 0.0]", store.list("a").toString());
        assertEquals(1, folder.getRoot().list().length);
    }

    /** Indices of shards are kept for reading, but not those of shards that are replaced. */
    @Test
    public void aShardThatIsWrittenAgainIsReadAnew() {
        Store store = ZarrJson.store(folder, ZarrJson.v3("uint8", ZarrJson.sharding(ZarrJson.bytes("little"), "end")));
        ZarrArray reader = ZarrArray.open(store, "a");
        ZarrArray writer = ZarrArray.open(store, "a");
        byte[] values = new byte[16];
        Arrays.fill(values, (byte) 1);
        for (int i = 0; i < 16; i++) {
            values[i] = 9; // the more chunks differ from the fill value, the later they lie
            writer.writeBlock(new Samples(DataType.UINT8, new int[] {4, 4}, values), 0, 0);
            assertEquals(9, reader.readChunk(i / 4 / 2, i % 4 / 2).bits(i / 4 % 2 * 2 + i % 2));
        }
    }

    @Test
    public void whatDoesNotFitIsNotWritten() {
        ZarrArray array = ZarrArray.open(ZarrJson.store(folder, ZarrJson.v2("|u1", "C", "null")), "a");
        Samples block = Samples.filled(DataType.UINT8, new int[] {4, 4}, 3);
        assertThrows(IndexOutOfBoundsException.class, () -> array.writeBlock(block, 2, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> array.readChunk(0, -1));
        assertThrows(IndexOutOfBoundsException.class, () -> array.readChunk(0));
        assertThrows(
                IllegalArgumentException.class, () -> array.writeBlock(block.part(new int[2], new int[] {4, 3}), 0, 0));
        Samples other = Samples.filled(DataType.INT8, new int[] {4, 4}, 3);
        assertThrows(IllegalArgumentException.class, () -> array.writeBlock(other, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Samples(DataType.INT8, new int[] {2}, new short[2]));
    }

    @Test
    public void fillValuesAreReadInAllTheirForms() {
        check("uint64", "18446744073709551615", -1);
        check("int8", "-128", -128);
        check("float32", "\"NaN\"", Float.floatToIntBits(Float.NaN));
        check("float32", "\"-Infinity\"", Float.floatToIntBits(Float.NEGATIVE_INFINITY));
        check("float32", "\"0x7fc00001\"", 0x7fc00001);
        check("float64", "0.1", Double.doubleToLongBits(0.1));
        check("uint8", "null", 0);
    }

    private void check(String type, String fill, long bits) {
        String metadata =
                ZarrJson.v3(type, ZarrJson.bytes("little")).replace("\"fill_value\": 1", "\"fill_value\": " + fill);
        ZarrArray array = ZarrArray.open(ZarrJson.store(folder, metadata), "a");
        assertEquals(
                String.format(Locale.ROOT, "%s of %s", fill, type),
                bits,
                array.readChunk(0, 0).bits(0));
    }
}
