package org.jointattention.batch.spark;

/** Hears what becomes of a run, on the thread that called it. */
public interface RunListener {
    /**
     * @param items in all
     * @param itemsPerTask at most so many a task
     * @param jobs that Spark is given one after the other
     * @param tile height and width, in pixels
     */
    void planned(long items, int itemsPerTask, long jobs, int tile);

    /** What comes before or after the items begins. @param count of what it names, such as {@code planes} */
    default void step(String name, long count) {}

    /** An item failed. @param reason for the user */
    void failed(String item, String reason);

    /** Told after each job. @param done items that nothing more happens to, failed ones too */
    void progress(long done, long items);
}
