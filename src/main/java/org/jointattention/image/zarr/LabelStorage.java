package org.jointattention.image.zarr;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Arrays;

/** How labels are stored: type, sizes of chunks and shards in y and x (1 along other axes), compression with zstd. */
public final class LabelStorage {
    private static final int CHUNK = 512;
    private static final int CHUNKS_A_SHARD = 4;
    private static final int LEVEL = 3;

    private final ZarrFormat format;
    private final DataType type;
    private final int chunk;
    private final int perShard;
    private final int level;

    private LabelStorage(ZarrFormat format, DataType type, int chunk, int perShard, int level) {
        if (type.isFloat() || chunk < 1 || perShard < 1 || (long) chunk * perShard > 1 << 14) {
            throw new IllegalArgumentException("Labels of " + type.id() + " in chunks of " + chunk + " and shards of "
                    + perShard + " chunks: expected whole numbers, and shards of 1 to " + (1 << 14) + " pixels.");
        }
        this.format = format;
        this.type = type;
        this.chunk = chunk;
        this.perShard = perShard;
        this.level = level;
    }

    /** Chunks of 512x512 pixels, shards of 4x4 chunks in Zarr 3, level 3 of zstd. */
    public LabelStorage(ZarrFormat format, DataType type) {
        this(format, type, CHUNK, CHUNKS_A_SHARD, LEVEL);
    }

    /** @param pixels of a chunk in y and in x */
    public LabelStorage withChunk(int pixels) {
        return new LabelStorage(format, type, pixels, perShard, level);
    }

    /** @param chunks of a shard in y and in x; 1 for no shards. Zarr 2 has none. */
    public LabelStorage withShard(int chunks) {
        return new LabelStorage(format, type, chunk, chunks, level);
    }

    /** @param zstd its level, 1 (fast) to 22 (small) */
    public LabelStorage withLevel(int zstd) {
        return new LabelStorage(format, type, chunk, perShard, zstd);
    }

    public ZarrFormat format() {
        return format;
    }

    public DataType type() {
        return type;
    }

    /** Chunks are no larger than a plane. */
    int[] chunkShape(long[] shape) {
        int[] extents = new int[shape.length];
        for (int i = 0; i < shape.length; i++) {
            extents[i] = i < shape.length - 2 ? 1 : (int) Math.min(chunk, shape[i]);
        }
        return extents;
    }

    /** Shards have no more chunks than a plane. */
    int[] blockShape(long[] shape) {
        int[] extents = chunkShape(shape);
        for (int i = shape.length - 2; i < shape.length && format == ZarrFormat.V3; i++) {
            extents[i] *= (int) Math.min(perShard, (shape[i] + extents[i] - 1) / extents[i]);
        }
        return extents;
    }

    /** The metadata of an array. */
    JsonObject metadata(LabelFrame frame) {
        return format == ZarrFormat.V2 ? v2(frame.shape()) : v3(frame);
    }

    private JsonObject v2(long[] shape) {
        JsonObject compressor = new JsonObject();
        compressor.addProperty("id", "zstd");
        compressor.addProperty("level", level);
        JsonObject json = new JsonObject();
        json.addProperty("zarr_format", 2);
        json.add("shape", list(shape));
        json.add("chunks", list(chunkShape(shape)));
        json.addProperty("dtype", (type.bytes() == 1 ? "|" : "<") + type.code());
        json.add("compressor", compressor);
        json.addProperty("fill_value", 0);
        json.addProperty("order", "C");
        json.add("filters", JsonNull.INSTANCE);
        json.addProperty("dimension_separator", "/");
        return json;
    }

    private JsonObject v3(LabelFrame frame) {
        JsonObject json = new JsonObject();
        json.addProperty("zarr_format", 3);
        json.addProperty("node_type", "array");
        json.add("shape", list(frame.shape()));
        json.addProperty("data_type", type.id());
        json.add("chunk_grid", named("regular", "chunk_shape", list(blockShape(frame.shape()))));
        json.add("chunk_key_encoding", named("default", "separator", new JsonPrimitive("/")));
        json.addProperty("fill_value", 0);
        json.add("codecs", perShard == 1 ? codecs() : sharded(frame.shape()));
        json.add("attributes", new JsonObject());
        JsonArray names = new JsonArray();
        frame.axes().names().forEach(names::add);
        json.add("dimension_names", names);
        return json;
    }

    private JsonArray sharded(long[] shape) {
        JsonObject sharding = named("sharding_indexed", "chunk_shape", list(chunkShape(shape)));
        JsonObject configuration = sharding.getAsJsonObject("configuration");
        configuration.add("codecs", codecs());
        configuration.add("index_codecs", listOf(bytes(), named("crc32c")));
        configuration.addProperty("index_location", "end");
        return listOf(sharding);
    }

    private JsonArray codecs() {
        JsonObject zstd = named("zstd", "level", new JsonPrimitive(level));
        zstd.getAsJsonObject("configuration").addProperty("checksum", false);
        return listOf(bytes(), zstd);
    }

    private static JsonObject bytes() {
        return named("bytes", "endian", new JsonPrimitive("little"));
    }

    private static JsonObject named(String name) {
        JsonObject json = new JsonObject();
        json.addProperty("name", name);
        return json;
    }

    private static JsonObject named(String name, String key, JsonElement value) {
        JsonObject configuration = new JsonObject();
        configuration.add(key, value);
        JsonObject json = named(name);
        json.add("configuration", configuration);
        return json;
    }

    private static JsonArray listOf(JsonObject... objects) {
        JsonArray list = new JsonArray();
        for (JsonObject object : objects) {
            list.add(object);
        }
        return list;
    }

    private static JsonArray list(long[] values) {
        JsonArray list = new JsonArray();
        for (long value : values) {
            list.add(value);
        }
        return list;
    }

    private static JsonArray list(int[] values) {
        return list(Arrays.stream(values).asLongStream().toArray());
    }
}
