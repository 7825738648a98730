package org.jointattention.batch.spark;

import java.util.function.Supplier;

/**
 * A value that is made once and used by several threads. When another one is wanted, the former is closed as soon as
 * nobody uses it.
 *
 * @param <T> what is shared; safe for use by several threads
 */
final class Shared<T extends AutoCloseable> {
    private Entry current;

    /** The use of the value by one thread, until it is closed. */
    interface Lease<T> extends AutoCloseable {
        T value();

        @Override
        void close();
    }

    /**
     * @param key of the value that is wanted
     * @param maker is called if there is none of this key; others who want it wait meanwhile. What it throws is passed
     *     on, and the next one tries again
     */
    synchronized Lease<T> lease(String key, Supplier<T> maker) {
        if (current == null || !current.key.equals(key)) {
            retire();
            current = new Entry(key, maker.get());
        }
        return current.lease();
    }

    /** Closes the value of this key, now or when it is no longer used. */
    synchronized void release(String key) {
        if (current != null && current.key.equals(key)) {
            retire();
        }
    }

    private void retire() {
        if (current != null) {
            Entry former = current;
            current = null;
            former.retire();
        }
    }

    private final class Entry {
        private final String key;
        private final T value;
        private int uses;
        private boolean retired;

        Entry(String key, T value) {
            this.key = key;
            this.value = value;
        }

        Lease<T> lease() {
            uses++;
            return new Lease<T>() {
                private boolean ended;

                @Override
                public T value() {
                    return value;
                }

                @Override
                public void close() {
                    synchronized (Shared.this) {
                        if (!ended) {
                            ended = true;
                            uses--;
                            closeIfUnused();
                        }
                    }
                }
            };
        }

        void retire() {
            retired = true;
            closeIfUnused();
        }

        private void closeIfUnused() {
            if (!retired || uses > 0) {
                return;
            }
            try {
                value.close();
            } catch (Exception e) {
                throw new IllegalStateException("A shared value cannot be closed: " + e.getMessage(), e);
            }
        }
    }
}
