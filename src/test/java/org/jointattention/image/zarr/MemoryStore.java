package org.jointattention.image.zarr;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A store that is no folder. */
final class MemoryStore implements Store {
    private final Map<String, byte[]> files = new TreeMap<>();

    @Override
    public synchronized Optional<StoredBytes> open(String key) {
        return Optional.ofNullable(files.get(key)).map(MemoryBytes::new);
    }

    @Override
    public synchronized void write(String key, byte[] bytes) {
        files.put(Keys.checked(key, "memory"), bytes.clone());
    }

    @Override
    public synchronized boolean exists(String key) {
        return files.containsKey(key);
    }

    @Override
    public synchronized List<String> list(String key) {
        String folder = Keys.below(key, "");
        return files.keySet().stream()
                .filter(name -> folder.isEmpty() || name.startsWith(folder + "/"))
                .map(name -> name.substring(folder.isEmpty() ? 0 : folder.length() + 1)
                        .split("/")[0])
                .distinct()
                .collect(Collectors.toList());
    }

    @Override
    public String name(String key) {
        return "memory:" + key;
    }
}
