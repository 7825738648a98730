package org.jointattention.batch;

/** How a batch goes about its files. Immutable: each {@code with} method returns a changed copy. */
public final class BatchOptions {
    /** Most files in work at a time. */
    public static final int MOST_WORKERS = 64;

    private static final int FEWEST_DEFAULT = 3;
    private static final int MOST_DEFAULT = 8;

    private final int workers;
    private final boolean skipExisting;
    private final boolean redo;
    private final boolean failFast;

    private BatchOptions(int workers, boolean skipExisting, boolean redo, boolean failFast) {
        this.workers = workers;
        this.skipExisting = skipExisting;
        this.redo = redo;
        this.failFast = failFast;
    }

    /** The default number of workers; existing results are replaced, and all files are tried. */
    public static BatchOptions standard() {
        return new BatchOptions(defaultWorkers(), false, false, false);
    }

    /** One computes; the others read, prepare and write meanwhile, for which a fast device needs more of them. */
    static int defaultWorkers() {
        return Math.max(
                FEWEST_DEFAULT, Math.min(MOST_DEFAULT, Runtime.getRuntime().availableProcessors()));
    }

    /**
     * @param number of files in work at a time, 1 to {@value #MOST_WORKERS}; 0 for the default
     * @throws IllegalArgumentException if out of range
     */
    public BatchOptions withWorkers(int number) {
        if (number < 0 || number > MOST_WORKERS) {
            throw new IllegalArgumentException("Use 1 to " + MOST_WORKERS + " workers, or 0 for the default.");
        }
        return new BatchOptions(number == 0 ? defaultWorkers() : number, skipExisting, redo, failFast);
    }

    /** @param value whether files whose results are all there are left out, whoever made them */
    public BatchOptions withSkipExisting(boolean value) {
        return new BatchOptions(workers, value, redo, failFast);
    }

    /** @param value whether labels of OME-Zarr that are there, complete or not, are made anew */
    public BatchOptions withRedo(boolean value) {
        return new BatchOptions(workers, skipExisting, value, failFast);
    }

    /** @param value whether the first failure ends the batch */
    public BatchOptions withFailFast(boolean value) {
        return new BatchOptions(workers, skipExisting, redo, value);
    }

    public int workers() {
        return workers;
    }

    public boolean skipExisting() {
        return skipExisting;
    }

    public boolean redo() {
        return redo;
    }

    public boolean failFast() {
        return failFast;
    }
}
