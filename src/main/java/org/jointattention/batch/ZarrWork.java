package org.jointattention.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jointattention.files.FailureReason;
import org.jointattention.files.FolderTree;
import org.jointattention.image.ImageException;
import org.jointattention.image.zarr.OmeZarrImage;
import org.jointattention.segmentation.FileListener;
import org.jointattention.segmentation.FileResult;
import org.jointattention.segmentation.Progress;
import org.jointattention.segmentation.zarr.ZarrPlace;
import org.jointattention.segmentation.zarr.ZarrSegmenter;

/**
 * Segments images of OME-Zarr: goes on with unfinished labels of the same image, model and settings, and removes others that
 * this program made.
 */
final class ZarrWork {
    private final ZarrSegmenter segmenter;
    private final boolean redo;

    /** @param redo whether labels that are there count for nothing */
    ZarrWork(ZarrSegmenter segmenter, boolean redo) {
        this.segmenter = segmenter;
        this.redo = redo;
    }

    /** Java memory that an image takes while it is segmented. */
    long need() {
        return segmenter.cacheBytes();
    }

    /**
     * @param stamp of the image as it is
     * @param changed whether the labels are known to be others than were written
     * @throws ImageException if it cannot be read, or its labels not be written
     */
    FileResult segment(BatchFile file, FileStamp stamp, boolean changed, Progress progress, FileListener listener) {
        listener.opened(segmenter.mapping(file.image()));
        ZarrSegmenter ofState = segmenter.withImageState(stamp.sha256());
        Path labels = ZarrPlace.labels(file.image(), file.folder());
        ZarrPlace place = ZarrPlace.at(labels);
        boolean distrusted = redo || changed && OmeZarrImage.isComplete(labels);
        if (distrusted && ZarrSegmenter.hasBegun(labels) || ofState.isOutdated(file.image(), place)) {
            remove(labels);
        }
        ofState.segment(file.image(), place, progress);
        FileResult result = ofState.result(labels, progress);
        listener.saved(labels);
        return result;
    }

    /**
     * Under another name first, so that nobody ever takes what is left for complete labels; a later call removes that.
     *
     * @throws ImageException if they cannot be removed
     */
    static void remove(Path labels) {
        Path former = labels.resolveSibling("." + labels.getFileName() + ".former");
        try {
            FolderTree.delete(former);
            Files.move(labels, former);
            FolderTree.delete(former);
        } catch (IOException e) {
            throw new ImageException(
                    "Former labels cannot be removed from " + labels + ": " + FailureReason.of(e)
                            + ". Remove that folder yourself.",
                    e);
        }
    }
}
