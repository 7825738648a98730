package org.jointattention.image.zarr;

import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;

/** Reads the file .zarray of Zarr 2. */
final class MetadataV2 {
    static final String FILE = ".zarray";

    private MetadataV2() {}

    static ArrayMetadata read(Json json) {
        if (json.integer("zarr_format", 0, 0, Integer.MAX_VALUE) != 2) {
            throw json.unfit("zarr_format", "2");
        }
        checkFilters(json);
        String dtype = json.has("dtype") && !Json.isText(json.raw("dtype"))
                ? json.raw("dtype").toString()
                : json.text("dtype");
        DataType type = type(json, dtype);
        long[] shape = ArrayMetadata.shape(json);
        int[] chunk = ArrayMetadata.chunkShape(json, "chunks", shape.length);
        ArrayMetadata.checkSize(json, chunk, type);
        return new ArrayMetadata(
                shape,
                chunk,
                type,
                FillValue.bits(json, type),
                ChunkKeys.v2(json, "dimension_separator"),
                new CodecChain(order(json, shape.length), new BytesCodec(byteOrder(dtype)), compressor(json, type)));
    }

    private static void checkFilters(Json json) {
        if (json.has("filters") && !json.objects("filters").isEmpty()) {
            throw json.unsupported("filter", json.objects("filters").get(0).text("id"), "none");
        }
    }

    private static DataType type(Json json, String dtype) {
        return DataType.ofCode(dtype.replaceFirst("^[|<>]", ""))
                .filter(type -> dtype.matches("[<>]..|\\|.1"))
                .orElseThrow(() ->
                        json.unsupported("dtype", dtype, "|u1, |i1, and < or > with u2, i2, u4, i4, u8, i8, f4, f8"));
    }

    private static ByteOrder byteOrder(String dtype) {
        return dtype.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    private static int[] order(Json json, int rank) {
        switch (json.text("order")) {
            case "C":
                return null;
            case "F":
                return IntStream.range(0, rank).map(i -> rank - 1 - i).toArray();
            default:
                throw json.unfit("order", "C or F");
        }
    }

    private static List<ByteCodec> compressor(Json json, DataType type) {
        if (!json.has("compressor")) {
            return List.of();
        }
        Json compressor = json.object("compressor");
        switch (compressor.text("id")) {
            case "zlib":
                return List.of(new DeflateCodec(false, compressor.integer("level", -1, -1, 9)));
            case "gzip":
                return List.of(new DeflateCodec(true, compressor.integer("level", -1, -1, 9)));
            case "zstd":
                return List.of(CodecsV3.zstd(compressor));
            case "blosc":
                return List.of(BloscSettings.v2(compressor, type));
            default:
                throw json.unsupported("compressor", compressor.text("id"), "none, zlib, gzip, zstd, blosc");
        }
    }
}
