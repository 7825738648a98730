package org.jointattention.segmentation;

import java.util.Locale;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.jointattention.image.TileGrid;

/**
 * How much results depend on where tiles meet: a plane is segmented by two grids of tiles, of which one is shifted by half a
 * step, so that what is a seam of one is the centre of a tile of the other.
 */
final class Seams {
    private static final int NEAR = 4;

    private final RandomAccessibleInterval<FloatType> plane;
    private final Segmenter segmenter;
    private final int tile;
    private final int step;
    private final int shift;

    private double nearSum;
    private double awaySum;
    private long near;
    private long away;
    private long nearOther;
    private long awayOther;

    /**
     * @param plane axes x, y, channel; at least five tiles wide and high
     * @param segmenter of a model with scale 1, with the overlap to be judged
     */
    Seams(RandomAccessibleInterval<FloatType> plane, Segmenter segmenter, int tile) {
        this.plane = plane;
        this.segmenter = segmenter;
        this.tile = tile;
        int stride = segmenter.spec().backbone().stride();
        TileGrid grid = new TileGrid(10 * tile, tile, tile, tile, segmenter.overlap(), stride);
        this.step = grid.x(1);
        this.shift = step / 2 / stride * stride;
    }

    Seams measure() {
        int width = (int) plane.dimension(0);
        int height = (int) plane.dimension(1);
        PlaneRegions whole = segmenter.regions(plane);
        RandomAccessibleInterval<FloatType> crop = Views.zeroMin(
                Views.interval(plane, new long[] {shift, shift, 0}, new long[] {width - 1, height - 1, plane.max(2)}));
        float[] first = probabilities(whole);
        float[] second = probabilities(segmenter.regions(crop, whole.normalizer()));
        for (int y = shift + tile; y < height - tile; y++) {
            for (int x = shift + tile; x < width - tile; x++) {
                compare(first, (y * width + x), second, (y - shift) * (width - shift) + x - shift, x, y);
            }
        }
        return this;
    }

    private float[] probabilities(PlaneRegions regions) {
        int classes = segmenter.spec().classes().size();
        ProbabilityRows rows =
                new ProbabilityRows(regions.all().width(), regions.all().height(), classes);
        regions.segment(regions.all(), rows, Progress.NONE);
        return rows.plane().values();
    }

    private void compare(float[] first, int i, float[] second, int k, int x, int y) {
        int classes = segmenter.spec().classes().size();
        double difference = 0;
        for (int c = 0; c < classes; c++) {
            difference = Math.max(difference, Math.abs(first[i * classes + c] - second[k * classes + c]));
        }
        boolean other = best(first, i * classes, classes) != best(second, k * classes, classes);
        int distance = Math.min(distance(x), distance(y));
        if (distance <= NEAR) {
            nearSum += difference;
            near++;
            nearOther += other ? 1 : 0;
        } else if (distance >= step / 8) {
            awaySum += difference;
            away++;
            awayOther += other ? 1 : 0;
        }
    }

    /** To the middle of the nearest overlap of either grid. */
    private int distance(int position) {
        return Math.min(distance(position, 0), distance(position, shift));
    }

    private int distance(int position, int start) {
        int behind = Math.floorMod(position - start - (tile - step) / 2, step);
        return Math.min(behind, step - behind);
    }

    private static int best(float[] values, int offset, int classes) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
            best = values[offset + c] > values[offset + best] ? c : best;
        }
        return best;
    }

    /** The mean largest difference of a probability, at most 4 pixels from a seam of either grid. */
    double nearDifference() {
        return nearSum / near;
    }

    /** The same, an eighth of a step or more from all seams. */
    double awayDifference() {
        return awaySum / away;
    }

    /** The share of pixels near a seam that have another label. */
    double nearOther() {
        return (double) nearOther / near;
    }

    double awayOther() {
        return (double) awayOther / away;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "| %d | %d | %.5f | %.5f | %.3f | %.3f |",
                tile,
                segmenter.overlap(),
                nearDifference(),
                awayDifference(),
                100 * nearOther(),
                100 * awayOther());
    }
}
