package org.jointattention.image.zarr;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jointattention.image.ChunkCache;
import org.jointattention.image.ImageException;

/** An array of Zarr 2 or 3 in a store. */
public final class ZarrArray implements ChunkedArray {
    private static final long INDICES = 1 << 22;

    private final Store store;
    private final String path;
    private final ZarrFormat format;
    private final ArrayMetadata metadata;
    /** Null unless chunks of a shard can be read one by one. */
    private final ShardingCodec sharding;

    private final ChunkCache indices = new ChunkCache(INDICES);

    private ZarrArray(Store store, String path, ZarrFormat format, ArrayMetadata metadata) {
        this.store = store;
        this.path = path;
        this.format = format;
        this.metadata = metadata;
        this.sharding = metadata.codec().sharding().orElse(null);
    }

    /**
     * Opens an array.
     *
     * @param path of its folder in the store
     * @throws ImageException if there is none, or it has something that is not supported: the message names it
     */
    public static ZarrArray open(Store store, String path) {
        return find(store, path)
                .orElseThrow(() -> new ImageException(
                        "There is no Zarr array in " + store.name(path) + ": neither " + MetadataV3.FILE + " nor "
                                + MetadataV2.FILE + " is there. Copy the image again, as a whole."));
    }

    /** The array, if one is there. */
    static Optional<ZarrArray> find(Store store, String path) {
        Optional<ZarrArray> v3 = find(store, path, ZarrFormat.V3, MetadataV3.FILE, MetadataV3::read);
        return v3.isPresent() ? v3 : find(store, path, ZarrFormat.V2, MetadataV2.FILE, MetadataV2::read);
    }

    private static Optional<ZarrArray> find(
            Store store, String path, ZarrFormat format, String file, Function<Json, ArrayMetadata> reader) {
        String key = Keys.below(path, file);
        return store.read(key)
                .map(bytes -> reader.apply(Json.parse(store.name(key), bytes)))
                .map(metadata -> new ZarrArray(store, path, format, metadata));
    }

    /** Writes the metadata of an array without chunks, and opens it. */
    static ZarrArray create(Store store, String path, ZarrFormat format, JsonObject metadata) {
        String file = format == ZarrFormat.V2 ? MetadataV2.FILE : MetadataV3.FILE;
        store.write(Keys.below(path, file), Json.bytes(metadata));
        return open(store, path);
    }

    @Override
    public long[] shape() {
        return metadata.shape().clone();
    }

    @Override
    public DataType type() {
        return metadata.type();
    }

    @Override
    public int[] chunkShape() {
        return sharding == null ? blockShape() : sharding.chunkShape();
    }

    @Override
    public int[] blockShape() {
        return metadata.blockShape().clone();
    }

    ZarrFormat format() {
        return format;
    }

    @Override
    public String name() {
        return store.name(path);
    }

    @Override
    public Samples readChunk(long... index) {
        chunks().check(index);
        return sharding == null ? readBlock(index) : readFromShard(index);
    }

    private Samples readBlock(long... index) {
        return decoded(index, stored -> Optional.of(metadata.codec().decode(readAll(stored), type(), blockShape())))
                .orElseGet(() -> Samples.filled(type(), blockShape(), metadata.fill()));
    }

    private byte[] readAll(StoredBytes stored) {
        long most = metadata.codec().most(type(), blockShape());
        if (stored.size() > Math.min(most, Samples.LARGEST_ARRAY)) {
            throw new CodecException("it has " + stored.size() + " bytes, more than a chunk of "
                    + Arrays.toString(blockShape()) + " values of " + type().id() + " can have");
        }
        return stored.read(0, (int) stored.size());
    }

    private Samples readFromShard(long... index) {
        int[] chunk = chunkShape();
        int[] shard = blockShape();
        long[] block = new long[index.length];
        int number = 0;
        for (int i = 0; i < index.length; i++) {
            int perShard = shard[i] / chunk[i];
            block[i] = index[i] / perShard;
            number = number * perShard + (int) (index[i] % perShard);
        }
        int chunkNumber = number;
        return decoded(block, stored -> sharding.decodeChunk(index(stored, block), stored, type(), chunkNumber))
                .orElseGet(() -> Samples.filled(type(), chunk, metadata.fill()));
    }

    private ShardIndex index(StoredBytes shard, long[] block) {
        int bytes = sharding.indexBytes(blockShape());
        return (ShardIndex)
                indices.get(key(block) + " " + shard.version(), bytes, () -> sharding.index(shard, blockShape()));
    }

    private Optional<Samples> decoded(long[] block, Function<StoredBytes, Optional<Samples>> decoder) {
        String key = key(block);
        Optional<StoredBytes> stored = store.open(key);
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        try (StoredBytes bytes = stored.get()) {
            return decoder.apply(bytes);
        } catch (CodecException e) {
            throw new ImageException(
                    "The chunk " + store.name(key) + " is damaged: " + e.getMessage()
                            + ". Copy the image again, or remove this file to have its pixels empty.",
                    e);
        }
    }

    @Override
    public boolean hasBlock(long... index) {
        blocks().check(index);
        return store.exists(key(index));
    }

    @Override
    public void writeBlock(Samples block, long... index) {
        blocks().check(index);
        int[] size = block.shape();
        if (block.type() != type()
                || !Arrays.equals(size, blockShape()) && !Arrays.equals(size, blocks().size(index))) {
            throw new IllegalArgumentException("A block of " + Arrays.toString(size) + " values of "
                    + block.type().id() + " is none of " + name() + " at " + Arrays.toString(index) + ".");
        }
        store.write(key(index), metadata.codec().encode(block.padded(blockShape(), metadata.fill())));
    }

    private String key(long... block) {
        return Keys.below(path, metadata.keys().of(block));
    }
}
