package org.jointattention.image.zarr;

import com.google.gson.JsonElement;
import java.util.Set;

/** Reads the file zarr.json of an array of Zarr 3. */
final class MetadataV3 {
    static final String FILE = "zarr.json";

    private static final Set<String> KNOWN = Set.of(
            "zarr_format",
            "node_type",
            "shape",
            "data_type",
            "chunk_grid",
            "chunk_key_encoding",
            "fill_value",
            "codecs",
            "attributes",
            "dimension_names",
            "storage_transformers");

    private MetadataV3() {}

    static ArrayMetadata read(Json json) {
        checkNode(json, "array");
        checkExtensions(json);
        DataType type = type(json);
        long[] shape = ArrayMetadata.shape(json);
        int[] block = blockShape(json, shape.length);
        long fill = FillValue.bits(json, type);
        CodecChain codec = CodecsV3.read(json, "codecs", type, block, fill);
        ArrayMetadata.checkSize(
                json, codec.sharding().map(ShardingCodec::chunkShape).orElse(block), type);
        return new ArrayMetadata(shape, block, type, fill, ChunkKeys.v3(json), codec);
    }

    static void checkNode(Json json, String type) {
        if (json.integer("zarr_format", 0, 0, Integer.MAX_VALUE) != 3) {
            throw json.unfit("zarr_format", "3");
        }
        if (!json.text("node_type").equals(type)) {
            throw json.unfit("node_type", type);
        }
    }

    /** Unknown members may be passed over only where they say so. */
    private static void checkExtensions(Json json) {
        for (String key : json.keys()) {
            if (!KNOWN.contains(key) && !isOptional(json.object().get(key))) {
                throw json.unsupported("extension", key, "none");
            }
        }
        if (json.has("storage_transformers")) {
            for (NamedConfiguration transformer : NamedConfiguration.list(json, "storage_transformers")) {
                throw json.unsupported("storage transformer", transformer.name(), "none");
            }
        }
    }

    private static boolean isOptional(JsonElement extension) {
        JsonElement must =
                extension.isJsonObject() ? extension.getAsJsonObject().get("must_understand") : null;
        return must != null && must.isJsonPrimitive() && !must.getAsBoolean();
    }

    private static DataType type(Json json) {
        String name = NamedConfiguration.of(json, "data_type").name();
        return DataType.ofId(name).orElseThrow(() -> json.unsupported("data_type", name, DataType.ids()));
    }

    private static int[] blockShape(Json json, int rank) {
        NamedConfiguration grid = NamedConfiguration.of(json, "chunk_grid");
        if (!grid.name().equals("regular")) {
            throw json.unsupported("chunk_grid", grid.name(), "regular");
        }
        return ArrayMetadata.chunkShape(grid.configuration(), "chunk_shape", rank);
    }
}
