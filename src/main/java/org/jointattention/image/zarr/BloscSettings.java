package org.jointattention.image.zarr;

import com.scalableminds.bloscjava.Blosc;
import java.util.Map;

/** Reads how the codec blosc compresses; Zarr 2 and 3 call the shufflings differently. */
final class BloscSettings {
    private static final Map<String, Integer> V3_SHUFFLES = Map.of("noshuffle", 0, "shuffle", 1, "bitshuffle", 2);
    private static final int AUTO = -1;
    private static final int LARGEST_TYPE = 255;

    private BloscSettings() {}

    static BloscCodec v2(Json json, DataType type) {
        int shuffle = json.integer("shuffle", 1, AUTO, 2);
        int chosen = shuffle == AUTO ? type.bytes() == 1 ? 2 : 1 : shuffle;
        return codec(json, chosen, type.bytes());
    }

    static BloscCodec v3(Json json, DataType type) {
        String name = json.optionalText("shuffle").orElse(type.bytes() == 1 ? "bitshuffle" : "shuffle");
        if (!V3_SHUFFLES.containsKey(name)) {
            throw json.unsupported("shuffle of the codec blosc", name, "noshuffle, shuffle, bitshuffle");
        }
        return codec(json, V3_SHUFFLES.get(name), json.integer("typesize", type.bytes(), 1, LARGEST_TYPE));
    }

    private static BloscCodec codec(Json json, int shuffle, int typeSize) {
        String name = json.optionalText("cname").orElse("lz4");
        return NativeCodec.call("blosc", () -> {
            Blosc.Compressor compressor = Blosc.Compressor.fromString(name);
            if (compressor == null) {
                throw json.unsupported("compression within the codec blosc", name, "lz4, lz4hc, blosclz, zstd, zlib");
            }
            return new BloscCodec(
                    compressor,
                    Blosc.Shuffle.fromInt(shuffle),
                    json.integer("clevel", 5, 0, 9),
                    typeSize,
                    json.integer("blocksize", 0, 0, Integer.MAX_VALUE));
        });
    }
}
