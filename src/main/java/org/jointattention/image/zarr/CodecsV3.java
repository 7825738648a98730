package org.jointattention.image.zarr;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Reads the codecs of an array of Zarr 3. */
final class CodecsV3 {
    private static final String SUPPORTED =
            "bytes, transpose, sharding_indexed, gzip, zstd, blosc, crc32c; first transpose, then bytes or"
                    + " sharding_indexed, then the others";
    private static final int LEAST_ZSTD_LEVEL = -131072;
    private static final int LARGEST_ZSTD_LEVEL = 22;

    private final DataType type;
    private final long fill;
    private int[] order;
    private int[] shape;
    private ArrayCodec array;
    private final List<ByteCodec> bytes = new ArrayList<>();

    private CodecsV3(DataType type, int[] shape, long fill) {
        this.type = type;
        this.shape = shape;
        this.fill = fill;
    }

    /** @param shape of the chunk that is encoded */
    static CodecChain read(Json json, String key, DataType type, int[] shape, long fill) {
        CodecsV3 codecs = new CodecsV3(type, shape, fill);
        for (NamedConfiguration codec : NamedConfiguration.list(json, key)) {
            codecs.add(json, codec);
        }
        if (codecs.array == null) {
            throw json.unfit(key, "a list with the codec bytes or sharding_indexed");
        }
        return new CodecChain(codecs.order, codecs.array, codecs.bytes);
    }

    private void add(Json json, NamedConfiguration codec) {
        if (codec.name().equals("transpose") && array == null) {
            transpose(codec.configuration());
        } else if (codec.name().equals("bytes") && array == null) {
            array = new BytesCodec(byteOrder(codec.configuration()));
        } else if (codec.name().equals("sharding_indexed") && array == null) {
            array = sharding(codec.configuration());
        } else if (array != null) {
            bytes.add(byteCodec(json, codec));
        } else {
            throw json.unsupported("codec", codec.name(), SUPPORTED);
        }
    }

    private ByteCodec byteCodec(Json json, NamedConfiguration codec) {
        switch (codec.name()) {
            case "gzip":
                return new DeflateCodec(true, codec.configuration().integer("level", -1, 0, 9));
            case "zstd":
                return zstd(codec.configuration());
            case "blosc":
                return BloscSettings.v3(codec.configuration(), type);
            case "crc32c":
                return new Crc32cCodec();
            default:
                throw json.unsupported("codec", codec.name(), SUPPORTED);
        }
    }

    static ZstdCodec zstd(Json configuration) {
        return new ZstdCodec(
                configuration.integer("level", 0, LEAST_ZSTD_LEVEL, LARGEST_ZSTD_LEVEL),
                configuration.flag("checksum", false));
    }

    private ByteOrder byteOrder(Json configuration) {
        String endian = configuration.optionalText("endian").orElse(type.bytes() == 1 ? "little" : "");
        switch (endian) {
            case "little":
                return ByteOrder.LITTLE_ENDIAN;
            case "big":
                return ByteOrder.BIG_ENDIAN;
            default:
                throw configuration.unfit("endian", "little or big");
        }
    }

    /** Several transpositions are one. */
    private void transpose(Json configuration) {
        int[] next = Arrays.stream(configuration.integers("order", 0, shape.length - 1L))
                .mapToInt(Math::toIntExact)
                .toArray();
        if (next.length != shape.length || IntStream.of(next).distinct().count() != next.length) {
            throw configuration.unfit("order", "the numbers from 0 to " + (shape.length - 1) + ", each once");
        }
        int[] before = order;
        int[] shapeBefore = shape;
        order = before == null ? next : IntStream.of(next).map(i -> before[i]).toArray();
        shape = IntStream.of(next).map(i -> shapeBefore[i]).toArray();
    }

    private ShardingCodec sharding(Json configuration) {
        int[] chunk = configuration.extents("chunk_shape");
        for (int i = 0; i < shape.length; i++) {
            if (chunk.length != shape.length || shape[i] % chunk[i] != 0) {
                throw configuration.unfit("chunk_shape", "a part of the shard without a rest");
            }
        }
        ArrayMetadata.checkSize(configuration, indexShape(chunk), DataType.UINT64);
        CodecChain index = read(configuration, "index_codecs", DataType.UINT64, indexShape(chunk), 0);
        if (!index.isOfFixedSize()) {
            throw configuration.unsupported(
                    "index_codecs", configuration.raw("index_codecs").toString(), "bytes, crc32c");
        }
        String location = configuration.optionalText("index_location").orElse("end");
        if (!location.equals("end") && !location.equals("start")) {
            throw configuration.unfit("index_location", "start or end");
        }
        CodecChain chunks = read(configuration, "codecs", type, chunk, fill);
        return new ShardingCodec(chunk, chunks, index, location.equals("end"), fill);
    }

    private int[] indexShape(int[] chunk) {
        int[] extents = new int[shape.length + 1];
        for (int i = 0; i < shape.length; i++) {
            extents[i] = shape[i] / chunk[i];
        }
        extents[shape.length] = 2;
        return extents;
    }
}
