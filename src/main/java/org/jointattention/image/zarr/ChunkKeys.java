package org.jointattention.image.zarr;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How the files of chunks are called, below the folder of their array. */
final class ChunkKeys {
    private final String prefix;
    private final String separator;

    private ChunkKeys(String prefix, String separator) {
        this.prefix = prefix;
        this.separator = separator;
    }

    /** As in Zarr 2: {@code 0.0.0} or {@code 0/0/0}. */
    static ChunkKeys v2(Json json, String key) {
        return new ChunkKeys("", separator(json, key, "."));
    }

    /** As in Zarr 3, where the default is {@code c/0/0/0}. */
    static ChunkKeys v3(Json metadata) {
        NamedConfiguration encoding = NamedConfiguration.of(metadata, "chunk_key_encoding");
        Json configuration = encoding.configuration();
        switch (encoding.name()) {
            case "default":
                String separator = separator(configuration, "separator", "/");
                return new ChunkKeys("c" + separator, separator);
            case "v2":
                return v2(configuration, "separator");
            default:
                throw metadata.unsupported("chunk_key_encoding", encoding.name(), "default, v2");
        }
    }

    private static String separator(Json json, String key, String absent) {
        String separator = json.optionalText(key).orElse(absent);
        if (!separator.equals(".") && !separator.equals("/")) {
            throw json.unfit(key, "\".\" or \"/\"");
        }
        return separator;
    }

    String of(long... index) {
        return Arrays.stream(index).mapToObj(Long::toString).collect(Collectors.joining(separator, prefix, ""));
    }
}
