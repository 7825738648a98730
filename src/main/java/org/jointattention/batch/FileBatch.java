package org.jointattention.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jointattention.files.CancelledException;
import org.jointattention.files.WritableFolder;
import org.jointattention.image.ImageException;
import org.jointattention.segmentation.FileListener;
import org.jointattention.segmentation.FileResult;
import org.jointattention.segmentation.FileSegmenter;
import org.jointattention.segmentation.Progress;

/** Segments files one by one, each on its own: a failure is reported, and the rest goes on. */
public final class FileBatch {
    private final FileSegmenter segmenter;
    private final boolean skipExisting;

    /** @param skipExisting whether files whose results are all there are left out */
    public FileBatch(FileSegmenter segmenter, boolean skipExisting) {
        this.segmenter = Objects.requireNonNull(segmenter);
        this.skipExisting = skipExisting;
    }

    /**
     * Segments all files, or as many as the progress lets it.
     *
     * @param progress counts thousandths of files
     * @return an outcome for each file; fewer if the progress, or an interrupt of the thread, ended it
     */
    public List<FileOutcome> run(List<BatchFile> files, Progress progress, BatchListener listener) {
        List<FileOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < files.size() && !progress.cancelled(); i++) {
            FileProgress ofFile = new FileProgress(progress, i, files.size());
            listener.began(files.get(i), i, files.size());
            try {
                FileOutcome outcome = outcome(files.get(i), ofFile, listener);
                outcomes.add(outcome);
                listener.ended(outcome);
            } catch (CancelledException e) {
                return outcomes;
            }
            ofFile.update(1, 1);
        }
        return outcomes;
    }

    private FileOutcome outcome(BatchFile file, Progress progress, BatchListener listener) {
        if (skipExisting && file.isDone(segmenter.outputs())) {
            return FileOutcome.skipped(file);
        }
        long start = System.nanoTime();
        try {
            FileResult result = segment(file, progress, listener);
            return FileOutcome.done(file, result, seconds(start));
        } catch (CancelledException e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError e) {
            return FileOutcome.failed(file, e, seconds(start));
        }
    }

    private FileResult segment(BatchFile file, Progress progress, BatchListener listener) {
        WritableFolder.require(file.folder(), ImageException::new);
        return segmenter.segment(file.image(), file.folder(), progress, new FileListener() {
            @Override
            public void opened(String mapping) {
                listener.opened(file, mapping);
            }

            @Override
            public void saved(Path result) {
                listener.saved(file, result);
            }
        });
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
