package org.jointattention.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jointattention.files.CancelledException;
import org.jointattention.files.WritableFolder;
import org.jointattention.image.ImageException;
import org.jointattention.segmentation.FileListener;
import org.jointattention.segmentation.FileResult;
import org.jointattention.segmentation.FileSegmenter;
import org.jointattention.segmentation.Progress;

/** Does the files of a batch, each on its own: skips, segments, or says why it failed. Used by several threads. */
final class FileWork {
    private final FileSegmenter segmenter;
    /** Null where images of OME-Zarr are not taken. */
    private final ZarrWork zarr;

    private final boolean skipExisting;
    private final BatchRecord record;
    private final MemoryBudget memory;
    private final BatchListener listener;

    FileWork(
            FileSegmenter segmenter,
            ZarrWork zarr,
            boolean skipExisting,
            BatchRecord record,
            MemoryBudget memory,
            BatchListener listener) {
        this.segmenter = segmenter;
        this.zarr = zarr;
        this.skipExisting = skipExisting;
        this.record = record;
        this.memory = memory;
        this.listener = listener;
    }

    /** @throws CancelledException if the progress says so */
    FileOutcome outcome(BatchFile file, Progress progress) {
        FileStamp stamp = FileStamp.of(file.image());
        return known(file, stamp).orElseGet(() -> noted(segmented(file, stamp, progress), stamp));
    }

    private Optional<FileOutcome> known(BatchFile file, FileStamp stamp) {
        Optional<FileOutcome> same = record.ofSameFile(file, stamp);
        if (same.isPresent()) {
            return same;
        }
        return skipExisting && file.isDone(segmenter.outputs())
                ? Optional.of(FileOutcome.skipped(file))
                : record.ofSameContent(file, stamp);
    }

    private FileOutcome segmented(BatchFile file, FileStamp stamp, Progress progress) {
        long start = System.nanoTime();
        try (MemoryBudget.Share share = memory.take(need(file))) {
            return FileOutcome.done(file, segment(file, stamp, progress), seconds(start));
        } catch (CancelledException e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError e) {
            return FileOutcome.failed(file, e, seconds(start));
        }
    }

    private long need(BatchFile file) {
        return file.isZarr() && zarr != null
                ? zarr.need()
                : MemoryBudget.need(file.image(), segmenter.classes().size(), segmenter.outputs());
    }

    private FileResult segment(BatchFile file, FileStamp stamp, Progress progress) {
        WritableFolder.require(file.folder(), ImageException::new);
        List<Path> saved = new ArrayList<>();
        FileResult result = segment(file, stamp, progress, new FileListener() {
            @Override
            public void opened(String mapping) {
                stamp.requireUnchanged(); // before anything is made of pixels that are not those of the checksum
                listener.opened(file, mapping);
            }

            @Override
            public void saved(Path result) {
                saved.add(result);
                listener.saved(file, result);
            }
        });
        requireUnchanged(stamp, saved);
        return result;
    }

    private FileResult segment(BatchFile file, FileStamp stamp, Progress progress, FileListener told) {
        if (!file.isZarr()) {
            return segmenter.segment(file.image(), file.folder(), progress, told);
        }
        if (zarr == null) {
            throw new ImageException(file.image() + " is an image of OME-Zarr: 'joint-attention segment' takes those.");
        }
        return zarr.segment(file, stamp, record.hasChangedResults(file), progress, told);
    }

    /** Planes of a stack may have been read from two different files. */
    private static void requireUnchanged(FileStamp stamp, List<Path> results) {
        try {
            stamp.requireUnchanged();
        } catch (ImageException changed) {
            for (Path result : results) {
                delete(result, changed);
            }
            throw changed;
        }
    }

    private static void delete(Path result, ImageException why) {
        try {
            if (Files.isDirectory(result)) {
                ZarrWork.remove(result);
            } else {
                Files.deleteIfExists(result);
            }
        } catch (IOException | ImageException e) {
            why.addSuppressed(e);
        }
    }

    /** What is not noted would be done again by the next run, so this is a failure, too. */
    private FileOutcome noted(FileOutcome outcome, FileStamp stamp) {
        try {
            record.add(outcome, stamp);
            return outcome;
        } catch (IOException e) {
            Throwable failure = outcome.failure().orElseGet(() -> new ImageException(e.getMessage(), e));
            return FileOutcome.failed(outcome.file(), failure, outcome.seconds());
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
