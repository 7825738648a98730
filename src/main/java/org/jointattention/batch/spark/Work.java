package org.jointattention.batch.spark;

/**
 * Items that are numbered from 0, such as the files of a list. Lives on the driver, which makes slices of it one after
 * the other; so its size does not depend on the number of items.
 */
public interface Work {
    long count();

    /**
     * Some of the items, to be done by one task.
     *
     * @param from the first item, 0 to {@code to}
     * @param to the item after the last, at most the count
     */
    Slice slice(long from, long to);
}
