package org.jointattention.image;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Chunks in memory, those used last: never more than so many bytes, but for one chunk where that alone is larger. Chunks
 * that threads are reading, and the one that each accessor of an image stands on, come on top. Images can share a cache.
 * Safe for use by several threads; a chunk that several ask for at once is read once.
 */
public final class ChunkCache {
    private final long capacity;
    private final Map<Object, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long used;

    /** @param capacity in bytes */
    public ChunkCache(long capacity) {
        this.capacity = capacity;
    }

    /** Bytes of the chunks that are held. */
    public synchronized long used() {
        return used;
    }

    /**
     * @param key equal for the same chunk of the same image only
     * @param bytes how large it will be
     * @param load reads it; what it throws is passed on, and nothing is kept
     */
    public Object get(Object key, long bytes, Supplier<Object> load) {
        Entry entry = entry(key, bytes);
        try {
            return entry.value(load);
        } catch (RuntimeException | Error e) {
            remove(key, entry);
            throw e;
        }
    }

    private synchronized Entry entry(Object key, long bytes) {
        Entry known = entries.get(key);
        if (known != null) {
            return known;
        }
        Entry entry = new Entry(bytes);
        entries.put(key, entry);
        used += bytes;
        shrink();
        return entry;
    }

    /** The eldest go first; the one that was added last stays. */
    private void shrink() {
        var eldest = entries.values().iterator();
        while (used > capacity && entries.size() > 1) {
            used -= eldest.next().bytes;
            eldest.remove();
        }
    }

    private synchronized void remove(Object key, Entry entry) {
        if (entries.remove(key, entry)) {
            used -= entry.bytes;
        }
    }

    private static final class Entry {
        private final long bytes;
        private Object value;

        Entry(long bytes) {
            this.bytes = bytes;
        }

        synchronized Object value(Supplier<Object> load) {
            if (value == null) {
                value = load.get();
            }
            return value;
        }
    }
}
