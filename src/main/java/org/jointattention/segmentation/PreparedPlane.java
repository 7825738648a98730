package org.jointattention.segmentation;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import org.jointattention.image.Normalizer;
import org.jointattention.image.TileGrid;
import org.jointattention.image.TileReader;
import org.jointattention.model.ModelSpec;

/** A plane as a model's network sees it: at the model's scale, and normalised by statistics of the whole plane. */
final class PreparedPlane {
    private final ModelSpec spec;
    private final TileReader reader;
    private final Normalizer normalizer;

    private PreparedPlane(ModelSpec spec, TileReader reader, Normalizer normalizer) {
        this.spec = spec;
        this.reader = reader;
        this.normalizer = normalizer;
    }

    /**
     * @param plane axes x, y, channel; not to be changed meanwhile
     * @throws SegmentationException if the plane does not have the model's channels
     */
    static PreparedPlane of(ModelSpec spec, RandomAccessibleInterval<FloatType> plane) {
        if (plane.numDimensions() != 3 || plane.dimension(2) != spec.channels()) {
            long channels = plane.numDimensions() < 3 ? 1 : plane.dimension(2);
            throw new SegmentationException("The model needs " + spec.channels() + " channels, but the image has "
                    + channels + ": choose the channels the model was trained on.");
        }
        Normalizer normalizer = Normalizer.fit(spec.normalization(), plane);
        RandomAccessibleInterval<FloatType> scaled = spec.scale() == 1 ? plane : ScaledPlane.of(plane, spec.scale());
        return new PreparedPlane(spec, new TileReader(scaled), normalizer);
    }

    /** At the model's scale. */
    int width() {
        return reader.width();
    }

    /** At the model's scale. */
    int height() {
        return reader.height();
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
        reader.read(x, y, tileHeight, tileWidth, tile);
        normalizer.apply(tile);
    }

    TileSource tiles(TileGrid grid, TestTimeAugmentation augmentation) {
        return new TileSource(grid, reader, normalizer, augmentation);
    }
}
