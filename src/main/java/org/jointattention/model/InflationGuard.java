package org.jointattention.model;

import java.io.InputStream;

/** Refuses zip bombs: entries that inflate to far more than the compressed bytes read so far can hold honestly. */
final class InflationGuard {
    /** Weights shrink to nine tenths, texts to a fourth; only emptiness shrinks more. */
    private static final int MAX_RATIO = 100;

    private static final long FREE = 16 << 20;

    private final BoundedInputStream compressed;
    private final long max;
    private long inflated;

    /** @param max most bytes of all entries together */
    InflationGuard(BoundedInputStream compressed, long max) {
        this.compressed = compressed;
        this.max = max;
    }

    /**
     * The rest of an entry as a guarded stream; closing it does not close the zip.
     *
     * @param maxEntry most bytes of this entry
     */
    InputStream entry(InputStream zip, long maxEntry) {
        return new Entry(zip, maxEntry);
    }

    private void check(int more) {
        inflated += more;
        if (inflated > max || inflated > FREE + MAX_RATIO * compressed.count()) {
            throw new ModelException("The zip inflates to more than " + Math.min(max, inflated) + " bytes from only "
                    + compressed.count() + "; it is no model, but a zip bomb.");
        }
    }

    /** One entry's bytes. */
    private final class Entry extends WatchedInputStream {
        private long left;

        Entry(InputStream in, long left) {
            super(in);
            this.left = left;
        }

        @Override
        void seen(byte[] bytes, int from, int count) {
            check(count);
            left -= count;
            if (left < 0) {
                throw new ModelException("The entry is larger than is allowed for it.");
            }
        }

        @Override
        public void close() {
            // The zip goes on behind the entry.
        }
    }
}
