package org.jointattention.image.zarr;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Arrays;

/** Writes the metadata of a level of labels. */
final class LabelArrayJson {
    private final LabelStorage storage;
    private final LabelFrame frame;

    LabelArrayJson(LabelStorage storage, LabelFrame frame) {
        this.storage = storage;
        this.frame = frame;
    }

    JsonObject toJson() {
        return storage.format() == ZarrFormat.V2 ? v2(frame.shape()) : v3();
    }

    private JsonObject v2(long[] shape) {
        JsonObject compressor = new JsonObject();
        compressor.addProperty("id", "zstd");
        compressor.addProperty("level", storage.level());
        JsonObject json = new JsonObject();
        json.addProperty("zarr_format", 2);
        json.add("shape", list(shape));
        json.add("chunks", list(storage.chunkShape(shape)));
        json.addProperty(
                "dtype",
                (storage.type().bytes() == 1 ? "|" : "<") + storage.type().code());
        json.add("compressor", compressor);
        json.addProperty("fill_value", 0);
        json.addProperty("order", "C");
        json.add("filters", JsonNull.INSTANCE);
        json.addProperty("dimension_separator", "/");
        return json;
    }

    private JsonObject v3() {
        JsonObject json = new JsonObject();
        json.addProperty("zarr_format", 3);
        json.addProperty("node_type", "array");
        json.add("shape", list(frame.shape()));
        json.addProperty("data_type", storage.type().id());
        json.add("chunk_grid", named("regular", "chunk_shape", list(storage.blockShape(frame.shape()))));
        json.add("chunk_key_encoding", named("default", "separator", new JsonPrimitive("/")));
        json.addProperty("fill_value", 0);
        json.add("codecs", storage.perShard() == 1 ? codecs() : sharded(frame.shape()));
        json.add("attributes", new JsonObject());
        JsonArray names = new JsonArray();
        frame.axes().names().forEach(names::add);
        json.add("dimension_names", names);
        return json;
    }

    private JsonArray sharded(long[] shape) {
        JsonObject sharding = named("sharding_indexed", "chunk_shape", list(storage.chunkShape(shape)));
        JsonObject configuration = sharding.getAsJsonObject("configuration");
        configuration.add("codecs", codecs());
        configuration.add("index_codecs", listOf(bytes(), named("crc32c")));
        configuration.addProperty("index_location", "end");
        return listOf(sharding);
    }

    private JsonArray codecs() {
        JsonObject zstd = named("zstd", "level", new JsonPrimitive(storage.level()));
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
