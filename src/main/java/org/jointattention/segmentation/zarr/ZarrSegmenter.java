package org.jointattention.segmentation.zarr;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jointattention.files.CancelledException;
import org.jointattention.image.ChunkCache;
import org.jointattention.image.ClassArea;
import org.jointattention.image.ImageException;
import org.jointattention.image.zarr.Axes;
import org.jointattention.image.zarr.ChunkedArray;
import org.jointattention.image.zarr.DataType;
import org.jointattention.image.zarr.FolderStore;
import org.jointattention.image.zarr.LabelDescription;
import org.jointattention.image.zarr.LabelPyramid;
import org.jointattention.image.zarr.LabelStorage;
import org.jointattention.image.zarr.OmeZarrImage;
import org.jointattention.segmentation.FileResult;
import org.jointattention.segmentation.Progress;
import org.jointattention.segmentation.Segmenter;

/**
 * Segments images of OME-Zarr, of any size, into labels of OME-Zarr. What was stopped goes on with the blocks that are
 * missing, if image, model and settings are the same.
 */
public final class ZarrSegmenter {
    /** Of Java's memory. */
    private static final int PART_FOR_CHUNKS = 4;

    private final Segmenter segmenter;
    private final String weights;
    private final String info;
    private final int level;
    private final long cacheBytes;
    private final String imageState;

    /**
     * For the largest resolution, with a quarter of Java's memory for chunks of the image that were read last.
     *
     * @param weights SHA-256 of the model's weights: by it and the settings labels are known again
     * @param info how the labels are made, lines of text that they carry
     */
    public ZarrSegmenter(Segmenter segmenter, String weights, String info) {
        this(segmenter, weights, info, 0, Runtime.getRuntime().maxMemory() / PART_FOR_CHUNKS, "");
    }

    private ZarrSegmenter(
            Segmenter segmenter, String weights, String info, int level, long cacheBytes, String imageState) {
        this.segmenter = Objects.requireNonNull(segmenter);
        this.weights = Objects.requireNonNull(weights);
        this.info = Objects.requireNonNull(info);
        this.level = level;
        this.cacheBytes = cacheBytes;
        this.imageState = Objects.requireNonNull(imageState);
    }

    /** @param number resolution of the image, 0 for the largest */
    public ZarrSegmenter withLevel(int number) {
        return new ZarrSegmenter(segmenter, weights, info, number, cacheBytes, imageState);
    }

    /** @param bytes for chunks of the image that were read last */
    public ZarrSegmenter withCache(long bytes) {
        return new ZarrSegmenter(segmenter, weights, info, level, bytes, imageState);
    }

    /** @param value tells the image from a changed one: labels are known again only where it is the same, too */
    public ZarrSegmenter withImageState(String value) {
        return new ZarrSegmenter(segmenter, weights, info, level, cacheBytes, value);
    }

    /** Bytes for chunks of the image that were read last. */
    public long cacheBytes() {
        return cacheBytes;
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
     * Writes labels.
     *
     * @param progress counts pixels
     * @throws ImageException if the image cannot be read or does not fit the model, or the labels cannot be written
     * @throws CancelledException if the progress says so; the blocks that are done stay
     */
    public ZarrResult segment(Path image, ZarrPlace place, Progress progress) {
        return begin(image, place)
                .map(volume -> volume.run(progress))
                .orElseGet(() -> new ZarrResult(place.of(image).toString(), 0, false));
    }

    /**
     * Opens an image, and makes its labels without pixels, or finds those that are not complete yet.
     *
     * @return empty if complete labels of the same image, model and settings are there
     * @throws ImageException as {@link #segment} does
     */
    public Optional<ZarrVolume> begin(Path image, ZarrPlace place) {
        OmeZarrImage source = open(image);
        ZarrStack stack = new ZarrStack(source, level, segmenter.spec());
        LabelDescription description = description(image);
        if (LabelPyramid.isFinished(new FolderStore(place.of(image)), "", description)) {
            return Optional.empty();
        }
        LabelPyramid pyramid = pyramid(source, place, image, description);
        Axes axes = source.labelFrame(level).axes();
        return Optional.of(
                new ZarrVolume(segmenter, stack, pyramid, axes, place.of(image).toString()));
    }

    /** Whether labels are there that this program made, complete or not: of another image, model or settings. */
    public boolean isOutdated(Path image, ZarrPlace place) {
        return LabelPyramid.origin(new FolderStore(place.of(image)), "")
                .filter(origin -> !origin.equals(description(image).origin()))
                .isPresent();
    }

    /** Whether labels are there that this program made, complete or not. */
    public static boolean hasBegun(Path labels) {
        return LabelPyramid.origin(new FolderStore(labels), "").isPresent();
    }

    /**
     * What complete labels have in them; reads them once.
     *
     * @param progress asked whether to go on
     * @throws ImageException if they cannot be read
     */
    public FileResult result(Path labels, Progress progress) {
        ChunkedArray array = open(labels).levels().get(0).array();
        long pixels = Arrays.stream(array.shape()).reduce(1, Math::multiplyExact);
        List<ClassArea> areas =
                new LabelCount(array, progress).areas(segmenter.spec().classes());
        return new FileResult(List.of(labels), pixels, areas);
    }

    private LabelPyramid pyramid(OmeZarrImage source, ZarrPlace place, Path image, LabelDescription description) {
        return place.isWithin()
                ? LabelPyramid.within(source, level, place.name(), storage(source), description)
                : LabelPyramid.separate(
                        new FolderStore(place.of(image)), "", source.labelFrame(level), storage(source), description);
    }

    private OmeZarrImage open(Path image) {
        return OmeZarrImage.open(image, new ChunkCache(cacheBytes));
    }

    private static LabelStorage storage(OmeZarrImage image) {
        return new LabelStorage(image.format(), DataType.UINT8);
    }

    private LabelDescription description(Path image) {
        String origin = image.getFileName() + ", resolution " + level
                + (imageState.isEmpty() ? "" : ", state " + imageState) + "; weights " + weights + "; "
                + segmenter.settings();
        return new LabelDescription(segmenter.spec().classes(), null, origin).withInfo(info);
    }
}
