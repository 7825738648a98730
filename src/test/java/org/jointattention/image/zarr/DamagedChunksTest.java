package org.jointattention.image.zarr;

import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jointattention.image.ImageException;
import org.junit.Test;

/** Damaged chunks are errors that name the file, and never wrong pixels or more memory than pixels need. */
public class DamagedChunksTest {
    private static final String KEY = "a/c/0/0";
    private static final String BLOSC = "{\"name\": \"blosc\", \"configuration\": {\"cname\": \"lz4\"}}";

    private Store store;

    private ZarrArray array(String codecs) {
        store = new MemoryStore();
        store.write("a/zarr.json", ZarrJson.utf8(ZarrJson.v3("uint16", codecs)));
        ZarrArray array = ZarrArray.open(store, "a");
        array.writeBlock(WholeArray.of(DataType.UINT16, new int[] {4, 4}, i -> 2 + i % 3), 0, 0);
        return array;
    }

    private void damaged(ZarrArray array, byte[] bytes, String part) {
        store.write(KEY, bytes);
        String message =
                assertThrows(ImageException.class, () -> array.readChunk(0, 0)).getMessage();
        assertTrue(message, message.contains(store.name(KEY)) && message.contains(part));
    }

    private byte[] stored() {
        return store.read(KEY).orElseThrow();
    }

    @Test
    public void chunksThatAreCutShort() {
        for (String codec : List.of("\"gzip\"", "\"zstd\"", BLOSC, "\"crc32c\"")) {
            ZarrArray array = array(ZarrJson.bytes("little") + ", " + codec);
            byte[] whole = stored();
            for (int length : new int[] {0, 3, whole.length / 2, whole.length - 1}) {
                damaged(array, Arrays.copyOf(whole, length), "damaged");
            }
        }
        damaged(array(ZarrJson.bytes("little")), new byte[31], "31 bytes of values; its array needs 32");
    }

    @Test
    public void aWrongChecksum() {
        ZarrArray array = array(ZarrJson.bytes("little") + ", \"crc32c\"");
        byte[] bytes = stored();
        bytes[5] ^= 1;
        damaged(array, bytes, "checksum (crc32c) is wrong");
    }

    @Test
    public void moreThanAChunkHolds() {
        ZarrArray plain = array(ZarrJson.bytes("little"));
        damaged(plain, new byte[33], "33 bytes");
        for (String codec : List.of("gzip", "zstd")) {
            ZarrArray array = array(ZarrJson.bytes("little") + ", \"" + codec + "\"");
            ByteCodec bomb = codec.equals("gzip") ? new DeflateCodec(true, 9) : new ZstdCodec(3, false);
            damaged(array, bomb.encode(new byte[10_000_000]), codec);
        }
    }

    @Test
    public void aHeaderOfBloscThatLies() {
        ZarrArray array = array(ZarrJson.bytes("little") + ", " + BLOSC);
        byte[] bytes = stored();
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(4, Integer.MAX_VALUE);
        damaged(array, bytes, "declares 2147483647 bytes");
        header.putInt(4, 32).putInt(12, 1_000_000);
        damaged(array, bytes, "declares 1000000");
    }

    /** A native library must not be brought down by what is in a file. */
    @Test
    public void noiseInBloscIsAnErrorOrPixels() {
        Random random = new Random(1);
        ZarrArray array = array(ZarrJson.bytes("little") + ", " + BLOSC);
        byte[] whole = stored();
        for (int i = 0; i < 300; i++) {
            byte[] bytes = whole.clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
            store.write(KEY, bytes);
            try {
                array.readChunk(0, 0);
            } catch (ImageException e) {
                assertTrue(e.getMessage(), e.getMessage().contains(store.name(KEY)));
            }
        }
    }

    @Test
    public void aShardWhoseIndexIsWrong() {
        ZarrArray array = array(ZarrJson.sharding(ZarrJson.bytes("little"), "end"));
        byte[] whole = stored();
        damaged(array, Arrays.copyOf(whole, 20), "less than the index of a shard");
        damaged(array, Arrays.copyOfRange(whole, 1, whole.length - 1), "checksum");
        CodecChain codec = new CodecChain(null, new BytesCodec(ByteOrder.LITTLE_ENDIAN), List.of(new Crc32cCodec()));
        ShardIndex index = ShardIndex.empty(codec, new int[] {2, 2});
        index.set(0, 1000, 8);
        damaged(array, index.encode(), "places chunk 0 at byte 1000 with 8 bytes");
        index.set(0, -8, 8);
        damaged(array, index.encode(), "cannot hold");
        index.set(0, 0, 1L << 40);
        damaged(array, index.encode(), "cannot hold");
    }
}
