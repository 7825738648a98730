package org.jointattention.image.zarr;

import java.nio.charset.StandardCharsets;
import org.junit.rules.TemporaryFolder;

/** Arrays to be tested: of 5 x 7 values in chunks of 4 x 4. */
final class ZarrJson {
    static final int[] SHAPE = {5, 7};

    private ZarrJson() {}

    static String v2(String dtype, String order, String compressor) {
        return "{\"zarr_format\": 2, \"shape\": [5, 7], \"chunks\": [4, 4], \"dtype\": \"" + dtype + "\", \"order\": \""
                + order + "\", \"compressor\": " + compressor + ", \"filters\": null, \"fill_value\": 1}";
    }

    /** @param codecs the inner of the list */
    static String v3(String type, String codecs) {
        return "{\"zarr_format\": 3, \"node_type\": \"array\", \"shape\": [5, 7], \"data_type\": \"" + type
                + "\", \"chunk_grid\": {\"name\": \"regular\", \"configuration\": {\"chunk_shape\": [4, 4]}},"
                + " \"chunk_key_encoding\": {\"name\": \"default\"}, \"fill_value\": 1, \"codecs\": [" + codecs + "]}";
    }

    static String bytes(String endian) {
        return "{\"name\": \"bytes\", \"configuration\": {\"endian\": \"" + endian + "\"}}";
    }

    /** Chunks of 2 x 2 in a shard. */
    static String sharding(String codecs, String location) {
        return "{\"name\": \"sharding_indexed\", \"configuration\": {\"chunk_shape\": [2, 2], \"codecs\": [" + codecs
                + "], \"index_codecs\": [" + bytes("little") + ", \"crc32c\"], \"index_location\": \"" + location
                + "\"}}";
    }

    /** A store in the folder with the metadata of an array {@code a}. */
    static Store store(TemporaryFolder folder, String metadata) {
        Store store = new FolderStore(folder.getRoot().toPath());
        store.write(metadata.contains("\"zarr_format\": 3") ? "a/zarr.json" : "a/.zarray", utf8(metadata));
        return store;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
