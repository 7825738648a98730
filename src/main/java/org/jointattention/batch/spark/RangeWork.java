package org.jointattention.batch.spark;

/** A number of items, and what makes the slices of them. */
final class RangeWork implements Work {
    private final long count;
    private final Maker maker;

    /** Makes a slice, as {@link Work#slice} does. */
    interface Maker {
        Slice slice(long from, long to);
    }

    RangeWork(long count, Maker maker) {
        this.count = count;
        this.maker = maker;
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public Slice slice(long from, long to) {
        return maker.slice(from, to);
    }
}
