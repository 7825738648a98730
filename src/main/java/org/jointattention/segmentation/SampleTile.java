package org.jointattention.segmentation;

import ij.ImagePlus;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import org.jointattention.image.ImagePlanes;
import org.jointattention.image.TileGrid;
import org.jointattention.model.ModelSpec;

/**
 * One tile of an image as the network will see it, for {@link
 * org.jointattention.engine.PredictorOptions#withSample}.
 */
public final class SampleTile {
    /** Tiles looked at along an axis. */
    private static final int CANDIDATES = 3;

    private SampleTile() {}

    /**
     * A tile of the first plane of an image.
     *
     * @return height x width x channels values
     * @throws org.jointattention.image.ImageException if the image does not have the model's channels
     */
    public static float[] of(ModelSpec spec, ImagePlus image, int tileHeight, int tileWidth) {
        return of(spec, ImagePlanes.of(image, spec).plane(0), tileHeight, tileWidth);
    }

    /**
     * Of a few tiles spread over the plane, the one whose values vary most: where there is something to see.
     *
     * @param plane axes x, y, channel
     * @return height x width x channels values, normalised and scaled as {@link Segmenter} does
     * @throws SegmentationException if the plane does not have the model's channels
     */
    public static float[] of(ModelSpec spec, RandomAccessibleInterval<FloatType> plane, int tileHeight, int tileWidth) {
        PreparedPlane prepared = PreparedPlane.of(spec, plane);
        TileGrid grid = prepared.grid(tileHeight, tileWidth, 0);
        TileSource source = prepared.tiles(grid, TestTimeAugmentation.none());
        float[] best = new float[0];
        double most = -1;
        for (int i = 0; i < CANDIDATES * CANDIDATES; i++) {
            long row = spread(i / CANDIDATES, grid.rows());
            float[] tile = new float[tileHeight * tileWidth * spec.channels()];
            source.prepare(row * grid.columns() + spread(i % CANDIDATES, grid.columns()), tile);
            double variance = variance(tile);
            if (variance > most) {
                most = variance;
                best = tile;
            }
        }
        return best;
    }

    /** The middle one of each of as many equal parts as there are candidates; of one or two, each is met. */
    private static int spread(int candidate, int count) {
        return (2 * candidate + 1) * count / (2 * CANDIDATES);
    }

    private static double variance(float[] values) {
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += (double) value * value;
        }
        return Math.max(0, squares / values.length - sum / values.length * (sum / values.length));
    }
}
