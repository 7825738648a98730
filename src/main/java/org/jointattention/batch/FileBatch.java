package org.jointattention.batch;

import java.util.List;
import java.util.Objects;
import org.jointattention.segmentation.FileSegmenter;
import org.jointattention.segmentation.Progress;
import org.jointattention.segmentation.zarr.ZarrSegmenter;

/**
 * Segments files, each on its own: a failure is reported, and the rest goes on.
 *
 * <p>Several files are in work at a time, each on a thread of its own from reading to writing, while the network computes for one
 * of them: who is ready waits for its turn. So no more is held than these files, and a slow disk slows the rest down instead of
 * filling the memory; files begin only when Java's memory has room for them.
 *
 * <pre>{@code
 * List<FileOutcome> outcomes = new FileBatch(segmenter, BatchOptions.standard()).run(files, Progress.NONE, listener);
 * }</pre>
 */
public final class FileBatch {
    private final FileSegmenter segmenter;
    /** Null where there are no images of OME-Zarr. */
    private final ZarrSegmenter zarr;

    private final BatchOptions options;
    private final BatchRecord record;

    /** A batch that knows nothing of former runs. */
    public FileBatch(FileSegmenter segmenter, BatchOptions options) {
        this(segmenter, null, options, BatchRecord.NONE);
    }

    private FileBatch(FileSegmenter segmenter, ZarrSegmenter zarr, BatchOptions options, BatchRecord record) {
        this.segmenter = Objects.requireNonNull(segmenter);
        this.zarr = zarr;
        this.options = Objects.requireNonNull(options);
        this.record = Objects.requireNonNull(record);
    }

    /** The same, which skips what the manifest says is done, and writes there what it does. */
    public FileBatch with(Manifest manifest) {
        return new FileBatch(segmenter, zarr, options, manifest);
    }

    /** The same, which segments images of OME-Zarr, too: without this they fail. */
    public FileBatch with(ZarrSegmenter value) {
        return new FileBatch(segmenter, Objects.requireNonNull(value), options, record);
    }

    /**
     * Segments all files, or as many as the progress lets it. Returns, or throws, only after all of its threads have ended.
     *
     * @param progress counts bytes of image files, without those that are skipped; called on the batch's threads, one at a time
     * @return an outcome for each file, in their order; fewer if the progress, an interrupt of the thread, or a failure that is to
     *     end the batch ended it: files that were in work then have none, and are as they were before
     */
    public List<FileOutcome> run(List<BatchFile> files, Progress progress, BatchListener listener) {
        BatchRun run = new BatchRun(files, progress, listener, options);
        ZarrWork zarrWork = zarr == null ? null : new ZarrWork(zarr, options.redo());
        FileWork work = new FileWork(
                segmenter, zarrWork, options.skipExisting(), record, MemoryBudget.ofHeap(), run.whileInWork());
        return run.run(work);
    }
}
