package org.jointattention.segmentation;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import org.jointattention.engine.Predictor;
import org.jointattention.files.CancelledException;
import org.jointattention.image.Normalizer;
import org.jointattention.image.RowSink;
import org.jointattention.image.Symmetry;
import org.jointattention.model.ModelSpec;

/**
 * Segments planes of any size tile by tile.
 *
 * <p>Needs memory for one row of tiles only; the rows of the result go to a {@link RowSink}, from
 * top to bottom. Immutable; several threads may use one, as far as its predictor allows.
 *
 * <pre>{@code
 * LabelRows labels = new LabelRows(width, height);
 * new Segmenter(model.spec(), predictor).segment(plane, labels, Progress.NONE);
 * }</pre>
 */
public final class Segmenter {
    private final ModelSpec spec;
    private final Predictor predictor;
    private final int overlap;
    private final TestTimeAugmentation augmentation;

    /**
     * A segmenter with the model's overlap, as far as the predictor's tile allows, and no augmentation.
     *
     * @throws SegmentationException if the predictor was made for another model
     */
    public Segmenter(ModelSpec spec, Predictor predictor) {
        this(spec, predictor, tile(spec, predictor).overlap(), TestTimeAugmentation.none());
    }

    private Segmenter(ModelSpec spec, Predictor predictor, int overlap, TestTimeAugmentation augmentation) {
        this.spec = Objects.requireNonNull(spec);
        this.predictor = Objects.requireNonNull(predictor);
        this.overlap = overlap;
        this.augmentation = Objects.requireNonNull(augmentation);
        check();
    }

    private static TileChoice tile(ModelSpec spec, Predictor predictor) {
        return TileChoice.existing(spec, Math.min(predictor.height(), predictor.width()));
    }

    private void check() {
        if (predictor.channels() != spec.channels()
                || predictor.classes() != spec.classes().size()) {
            throw new SegmentationException("The predictor takes " + predictor.channels() + " channels and gives "
                    + predictor.classes() + " classes, but the model has " + spec.channels() + " and "
                    + spec.classes().size() + ".");
        }
        if (augmentation.needsSquareTiles() && predictor.height() != predictor.width()) {
            throw new SegmentationException("Turned tiles must be square, but the predictor's are " + predictor.width()
                    + "x" + predictor.height() + ": use flips only, or a square tile.");
        }
    }

    /**
     * @param pixels that neighbouring tiles share at least, 0 to half of a tile
     * @throws SegmentationException if out of range
     */
    public Segmenter withOverlap(int pixels) {
        return new Segmenter(spec, predictor, tile(spec, predictor).overlap(pixels), augmentation);
    }

    public Segmenter withAugmentation(TestTimeAugmentation value) {
        return new Segmenter(spec, predictor, overlap, value);
    }

    public ModelSpec spec() {
        return spec;
    }

    public int overlap() {
        return overlap;
    }

    /** Rows of a plane, at its own scale, that one row of tiles sees. */
    int rowsOfTile() {
        return (int) Math.ceil(predictor.height() / spec.scale());
    }

    /** What results depend on beside image and weights, such as {@code tile 256x256, overlap 64, float32, identity}. */
    public String settings() {
        String transforms = augmentation.symmetries().stream()
                .map(Symmetry::toString)
                .collect(Collectors.joining("+"))
                .toLowerCase(Locale.ROOT);
        return "tile " + predictor.width() + "x" + predictor.height() + ", overlap " + overlap + ", "
                + predictor.precision().name().toLowerCase(Locale.ROOT) + ", " + transforms + "; scale " + spec.scale()
                + ", slices " + spec.slices() + ", " + spec.normalization();
    }

    /**
     * Segments a plane. Where the model has a scale, the plane is resized, and the probabilities are
     * interpolated back: the sink always gets the plane's own size.
     *
     * @param plane axes x, y, channel; not to be changed meanwhile
     * @param sink receives the class probabilities, on the calling thread
     * @param progress counts tiles
     * @throws SegmentationException if the plane does not fit the model
     * @throws CancelledException if the progress says so, or the thread is interrupted; the sink has
     *     got a part of the rows then
     */
    public void segment(RandomAccessibleInterval<FloatType> plane, RowSink sink, Progress progress) {
        PlaneRegions regions = regions(plane);
        regions.segment(regions.all(), sink, progress);
    }

    /**
     * A plane whose regions are to be segmented one by one. Reads it all once, for the statistics that normalise it.
     *
     * @param plane axes x, y, channel; not to be changed meanwhile
     * @throws SegmentationException if the plane does not fit the model
     */
    public PlaneRegions regions(RandomAccessibleInterval<FloatType> plane) {
        return new PlaneRegions(predictor, overlap, augmentation, plane, PreparedPlane.of(spec, plane));
    }

    /**
     * As {@link #regions(RandomAccessibleInterval)}, with statistics that are known.
     *
     * @param normalizer what {@link PlaneRegions#normalizer} gave for the same plane, perhaps on another machine
     */
    public PlaneRegions regions(RandomAccessibleInterval<FloatType> plane, Normalizer normalizer) {
        return new PlaneRegions(predictor, overlap, augmentation, plane, PreparedPlane.of(spec, plane, normalizer));
    }
}
