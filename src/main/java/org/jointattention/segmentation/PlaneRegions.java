package org.jointattention.segmentation;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import org.jointattention.engine.Predictor;
import org.jointattention.image.Normalizer;
import org.jointattention.image.Region;
import org.jointattention.image.RowBlender;
import org.jointattention.image.RowSink;
import org.jointattention.image.TileGrid;

/**
 * A plane that is segmented region by region, at different times or on different machines. Each region gets, to the bit,
 * the probabilities that it has where the whole plane is segmented at once: the tiles are the same, and so are the
 * statistics. Tiles at the border of two regions are computed for both. This is so with one tile a batch: in a larger one
 * the place of a tile may change the last bit, on a CPU where TensorFlow does without oneDNN.
 *
 * <pre>{@code
 * PlaneRegions regions = segmenter.regions(plane);
 * regions.segment(new Region(4096, 0, 2048, 2048), labels, Progress.NONE);
 * }</pre>
 */
public final class PlaneRegions {
    private final Predictor predictor;
    private final int overlap;
    private final TestTimeAugmentation augmentation;
    private final int width;
    private final int height;
    private final PreparedPlane prepared;

    PlaneRegions(
            Predictor predictor,
            int overlap,
            TestTimeAugmentation augmentation,
            RandomAccessibleInterval<FloatType> plane,
            PreparedPlane prepared) {
        this.predictor = predictor;
        this.overlap = overlap;
        this.augmentation = augmentation;
        this.width = Math.toIntExact(plane.dimension(0));
        this.height = Math.toIntExact(plane.dimension(1));
        this.prepared = prepared;
    }

    /** Made of the statistics of the whole plane. */
    public Normalizer normalizer() {
        return prepared.normalizer();
    }

    /** The whole plane. */
    public Region all() {
        return Region.all(width, height);
    }

    /**
     * Segments a region; reads and computes only what it depends on.
     *
     * @param sink receives the class probabilities, on the calling thread; rows count from the top of the region, and have
     *     its width
     * @param progress counts tiles
     * @throws SegmentationException if the region does not lie in the plane
     * @throws org.jointattention.files.CancelledException if the progress says so, or the thread is interrupted; the sink
     *     has got a part of the rows then
     */
    public void segment(Region region, RowSink sink, Progress progress) {
        if (!region.isWithin(width, height)) {
            throw new SegmentationException(
                    "The region " + region + " does not lie in the plane of " + width + "x" + height + " pixels.");
        }
        if (prepared.width() == width && prepared.height() == height) {
            run(region, sink, progress);
        } else {
            RowInterpolator interpolator = new RowInterpolator(
                    new ScaledAxis(prepared.width(), width),
                    new ScaledAxis(prepared.height(), height),
                    region,
                    predictor.classes(),
                    sink);
            run(interpolator.source(), interpolator, progress);
        }
    }

    /** @param region at the model's scale */
    private void run(Region region, RowSink sink, Progress progress) {
        TileGrid grid =
                prepared.grid(predictor.height(), predictor.width(), overlap).covering(region);
        Region inGrid = new Region(region.x() - grid.left(), region.y() - grid.top(), region.width(), region.height());
        RowSink cropped = new CroppedRows(inGrid, predictor.classes(), sink);
        RowBlender blender = new RowBlender(grid, predictor.classes(), cropped);
        new TilePipeline(grid, prepared.tiles(grid, augmentation), predictor, blender, augmentation).run(progress);
    }
}
