package org.jointattention.segmentation;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import org.jointattention.image.Normalizer;
import org.jointattention.image.Region;
import org.jointattention.image.TileGrid;
import org.jointattention.image.TileReader;
import org.jointattention.model.ModelSpec;

/** A plane as a model's network sees it: at the model's scale, and normalised by statistics of the whole plane. */
final class PreparedPlane {
    private final ModelSpec spec;
    private final ScaledPlane scaled;
    private final Normalizer normalizer;
    private TileReader whole;

    private PreparedPlane(ModelSpec spec, ScaledPlane scaled, Normalizer normalizer) {
        this.spec = spec;
        this.scaled = scaled;
        this.normalizer = normalizer;
    }

    /**
     * @param plane axes x, y, channel; not to be changed meanwhile
     * @throws SegmentationException if the plane does not have the model's channels
     */
    static PreparedPlane of(ModelSpec spec, RandomAccessibleInterval<FloatType> plane) {
        checkChannels(spec, plane);
        return of(spec, plane, Normalizer.fit(spec.normalization(), plane));
    }

    /**
     * @param normalizer made of the whole plane before
     * @throws SegmentationException if the plane does not have the model's channels
     */
    static PreparedPlane of(ModelSpec spec, RandomAccessibleInterval<FloatType> plane, Normalizer normalizer) {
        checkChannels(spec, plane);
        return new PreparedPlane(spec, new ScaledPlane(plane, spec.scale()), normalizer);
    }

    private static void checkChannels(ModelSpec spec, RandomAccessibleInterval<FloatType> plane) {
        if (plane.numDimensions() != 3 || plane.dimension(2) != spec.channels()) {
            long channels = plane.numDimensions() < 3 ? 1 : plane.dimension(2);
            throw new SegmentationException("The model needs " + spec.channels() + " channels, but the image has "
                    + channels + ": choose the channels the model was trained on.");
        }
    }

    Normalizer normalizer() {
        return normalizer;
    }

    /** At the model's scale. */
    int width() {
        return scaled.width();
    }

    /** At the model's scale. */
    int height() {
        return scaled.height();
    }

    /** Tiles aligned to the network's stride. */
    TileGrid grid(int tileHeight, int tileWidth, int overlap) {
        return new TileGrid(
                width(),
                height(),
                tileHeight,
                tileWidth,
                overlap,
                spec.backbone().stride());
    }

    /** Reads a tile as the network gets it. */
    void read(int x, int y, int tileHeight, int tileWidth, float[] tile) {
        if (whole == null) {
            whole = new TileReader(scaled.whole());
        }
        whole.read(x, y, tileHeight, tileWidth, tile);
        normalizer.apply(tile);
    }

    /** @param grid all of {@link #grid}, or the tiles of a region */
    TileSource tiles(TileGrid grid, TestTimeAugmentation augmentation) {
        Region part = new Region(grid.left(), grid.top(), grid.width(), grid.height());
        return new TileSource(grid, new TileReader(scaled.part(part)), normalizer, augmentation);
    }
}
