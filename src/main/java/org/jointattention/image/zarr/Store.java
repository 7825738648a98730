package org.jointattention.image.zarr;

import java.util.List;
import java.util.Optional;
import org.jointattention.image.ImageException;

/**
 * Where the files of a Zarr hierarchy lie. Keys are relative paths with slashes, such as {@code labels/nuclei/.zattrs}.
 * Safe for use by several threads. What cannot be read or written is an {@link ImageException} that names the file.
 */
public interface Store {
    /** Opens what is stored under a key, to be closed by the caller; empty if there is nothing. */
    Optional<StoredBytes> open(String key);

    /** Stores bytes, all or nothing, in place of those that were there: half of them are never seen. */
    void write(String key, byte[] bytes);

    /** Whether something is stored under the key. */
    boolean exists(String key);

    /** The names directly below a key, without temporary ones, sorted; empty if there is nothing. */
    List<String> list(String key);

    /** The key as people know it, such as the path of the file; for messages. */
    String name(String key);

    /** All that is stored under a key; empty if there is nothing. */
    default Optional<byte[]> read(String key) {
        Optional<StoredBytes> stored = open(key);
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        try (StoredBytes bytes = stored.get()) {
            if (bytes.size() > Samples.LARGEST_ARRAY) {
                throw new ImageException("Cannot read " + name(key) + ": it is larger than 2 GiB. Is it damaged?");
            }
            return Optional.of(bytes.read(0, (int) bytes.size()));
        }
    }
}
