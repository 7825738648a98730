package org.jointattention.segmentation.zarr;

import java.nio.file.Path;
import java.util.Objects;
import org.jointattention.files.CancelledException;
import org.jointattention.image.ChunkCache;
import org.jointattention.image.ImageException;
import org.jointattention.image.zarr.DataType;
import org.jointattention.image.zarr.FolderStore;
import org.jointattention.image.zarr.LabelDescription;
import org.jointattention.image.zarr.LabelPyramid;
import org.jointattention.image.zarr.LabelStorage;
import org.jointattention.image.zarr.OmeZarrImage;
import org.jointattention.image.zarr.Store;
import org.jointattention.segmentation.Progress;
import org.jointattention.segmentation.Segmenter;
import org.jointattention.segmentation.VolumeSegmenter;

/**
 * Segments images of OME-Zarr, of any size, into labels of OME-Zarr. What was stopped goes on with the blocks that are
 * missing, if image, model and settings are the same.
 */
public final class ZarrSegmenter {
    private final Segmenter segmenter;
    private final String weights;
    private final String info;
    private final int level;
    private final long cacheBytes;

    /**
     * @param weights SHA-256 of the model's weights: by it and the settings labels are known again
     * @param info how the labels are made, lines of text that they carry
     * @param level resolution of the image, 0 for the largest
     * @param cacheBytes for chunks of the image that were read last
     */
    public ZarrSegmenter(Segmenter segmenter, String weights, String info, int level, long cacheBytes) {
        this.segmenter = Objects.requireNonNull(segmenter);
        this.weights = Objects.requireNonNull(weights);
        this.info = Objects.requireNonNull(info);
        this.level = level;
        this.cacheBytes = cacheBytes;
    }

    /**
     * How the axes of an image are understood.
     *
     * @throws ImageException if it cannot be read, or does not fit the model
     */
    public String mapping(Path image) {
        return new ZarrStack(open(image), level, segmenter.spec()).mapping();
    }

    /**
     * Writes labels into a folder of their own.
     *
     * @param progress counts pixels
     * @throws ImageException if the image cannot be read or does not fit the model, or the labels cannot be written
     * @throws CancelledException if the progress says so; the blocks that are done stay
     */
    public ZarrResult segment(Path image, Path labels, Progress progress) {
        OmeZarrImage source = open(image);
        ZarrStack stack = new ZarrStack(source, level, segmenter.spec());
        Store store = new FolderStore(labels);
        LabelDescription description = description(image);
        if (LabelPyramid.isFinished(store, "", description)) {
            return new ZarrResult(labels.toString(), 0, false);
        }
        LabelPyramid pyramid = LabelPyramid.separate(store, "", source.labelFrame(level), storage(source), description);
        return run(source, stack, pyramid, labels.toString(), progress);
    }

    /**
     * Writes labels into the image itself, below its {@code labels}, where viewers look for them. Otherwise as {@link
     * #segment}.
     *
     * @param name of the labels
     */
    public ZarrResult segmentWithin(Path image, String name, Progress progress) {
        OmeZarrImage source = open(image);
        ZarrStack stack = new ZarrStack(source, level, segmenter.spec());
        LabelDescription description = description(image);
        String place = image.resolve("labels").resolve(name).toString();
        if (LabelPyramid.isFinished(new FolderStore(image), "labels/" + name, description)) {
            return new ZarrResult(place, 0, false);
        }
        LabelPyramid pyramid = LabelPyramid.within(source, level, name, storage(source), description);
        return run(source, stack, pyramid, place, progress);
    }

    private OmeZarrImage open(Path image) {
        return OmeZarrImage.open(image, new ChunkCache(cacheBytes));
    }

    private static LabelStorage storage(OmeZarrImage image) {
        return new LabelStorage(image.format(), DataType.UINT8);
    }

    private LabelDescription description(Path image) {
        String origin =
                image.getFileName() + ", resolution " + level + "; weights " + weights + "; " + segmenter.settings();
        return new LabelDescription(segmenter.spec().classes(), null, origin).withInfo(info);
    }

    private ZarrResult run(OmeZarrImage image, ZarrStack stack, LabelPyramid pyramid, String place, Progress progress) {
        ZarrLabels labels =
                new ZarrLabels(pyramid.base(), image.labelFrame(level).axes(), stack.slices());
        new VolumeSegmenter(segmenter, stack, labels).run(progress);
        pyramid.finish(() -> {
            if (progress.cancelled()) {
                throw new CancelledException("The segmentation was cancelled.");
            }
        });
        long pixels = (long) stack.width() * stack.height() * stack.count();
        return new ZarrResult(place, pixels, true);
    }
}
