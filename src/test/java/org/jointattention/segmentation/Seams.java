package org.jointattention.segmentation;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.jointattention.image.FloatPlane;
import org.jointattention.image.Normalizer;
import org.jointattention.image.Region;
import org.jointattention.image.TileReader;
import org.jointattention.model.ModelSpec;

/**
 * How much a result depends on where tiles meet. A plane is segmented three times: with tiles as usual, with all tiles moved by half
 * their spacing, so that what was a seam is the centre of a tile, and with all tiles moved a little. The first two are compared
 * at seams; the first and the third in centres, where they differ by what lies in view only. Planes are cut so that the spacing is
 * the same everywhere.
 */
final class Seams {
    private static final int NEAR = 8;

    private final Segmenter segmenter;
    private final int tile;
    private final int spacing;

    /** Pixels of a plane for one of the model. */
    private final int factor;

    private final Zone seams = new Zone();
    private final Zone centres = new Zone();

    /** @param tile height and width of the predictor's tiles */
    Seams(Segmenter segmenter, int tile) {
        ModelSpec spec = segmenter.spec();
        this.segmenter = segmenter;
        this.tile = tile;
        this.spacing = aligned(tile - segmenter.overlap());
        this.factor = (int) Math.round(1 / spec.scale());
        if (factor < 1 || Math.abs(factor * spec.scale() - 1) > 1e-9) {
            throw new IllegalArgumentException("Planes are made smaller by whole numbers only.");
        }
    }

    private int aligned(int pixels) {
        int stride = segmenter.spec().backbone().stride();
        return pixels / stride * stride;
    }

    /** Where tiles meet. */
    Zone seams() {
        return seams;
    }

    /** In the middle of tiles. */
    Zone centres() {
        return centres;
    }

    /** Tiles that a large plane needs, beside those without overlap. */
    double cost() {
        return Math.pow((double) tile / spacing, 2);
    }

    /** Pixels at the model's scale that are compared along an axis; 0 if there are no two tiles. */
    private int extent(long pixels) {
        long spacings = (pixels / factor - tile) / spacing;
        return spacings < 1 ? 0 : (int) (tile + spacings * spacing);
    }

    /** Whether a plane is large enough for seams. */
    boolean takes(RandomAccessibleInterval<FloatType> plane) {
        return extent(plane.dimension(0)) > 0 && extent(plane.dimension(1)) > 0;
    }

    void add(RandomAccessibleInterval<FloatType> plane) {
        int width = extent(plane.dimension(0)) * factor;
        int height = extent(plane.dimension(1)) * factor;
        RandomAccessibleInterval<FloatType> cut =
                Views.interval(plane, new long[3], new long[] {width - 1, height - 1, plane.dimension(2) - 1});
        Normalizer normalizer = segmenter.regions(cut).normalizer();
        int half = aligned(spacing / 2);
        int little = aligned(spacing / 8);
        float[] usual = probabilities(cut, 0, normalizer);
        Wanted atSeams = (x, y) -> isAtSeam(x) || isAtSeam(y);
        Wanted inCentres = (x, y) -> isCentral(x, little) && isCentral(y, little);
        compare(usual, probabilities(cut, half, normalizer), half, width, atSeams, seams);
        compare(usual, probabilities(cut, little, normalizer), little, width, inCentres, centres);
    }

    /** @param shift of the tiles to the left and up, at the model's scale */
    private float[] probabilities(RandomAccessibleInterval<FloatType> plane, int shift, Normalizer normalizer) {
        int before = shift * factor;
        int after = shift == 0 ? 0 : (spacing - shift) * factor;
        int width = (int) plane.dimension(0);
        int height = (int) plane.dimension(1);
        RandomAccessibleInterval<FloatType> shifted =
                mirrored(plane, before, width + before + after, height + before + after);
        ProbabilityRows rows =
                new ProbabilityRows(width, height, segmenter.spec().classes().size());
        segmenter.regions(shifted, normalizer).segment(new Region(before, before, width, height), rows, Progress.NONE);
        return rows.plane().values();
    }

    /** The plane with more around it, as tiles at its border see it. */
    private static RandomAccessibleInterval<FloatType> mirrored(
            RandomAccessibleInterval<FloatType> plane, int before, int width, int height) {
        TileReader reader = new TileReader(plane);
        float[] values = new float[width * height * reader.channels()];
        reader.read(-before, -before, height, width, values);
        return new FloatPlane(width, height, reader.channels(), values).view();
    }

    /** @param shift what the second's tiles were moved by, at the model's scale */
    private void compare(float[] first, float[] second, int shift, int width, Wanted wanted, Zone zone) {
        int classes = segmenter.spec().classes().size();
        int columns = width / factor;
        int rows = first.length / classes / width / factor;
        for (int i = 0; i < first.length; i += classes) {
            int x = i / classes % width / factor;
            int y = i / classes / width / factor;
            if (wanted.at(x, y) && isInTile(x + shift, shift, columns) && isInTile(y + shift, shift, rows)) {
                zone.add(first, second, i, classes);
            }
        }
    }

    private interface Wanted {
        boolean at(int x, int y);
    }

    private boolean isAtSeam(int position) {
        return distance(position) < NEAR;
    }

    private boolean isCentral(int position, int shift) {
        return Math.min(distance(position), distance(position + shift)) >= spacing / 4.0;
    }

    /** Whether the moved tile that gives a pixel lies in the image: others have its mirrored continuation in view. */
    private boolean isInTile(int position, int shift, int extent) {
        double overlap = tile - spacing;
        int start = (int) Math.floor((position + 0.5 - overlap / 2) / spacing) * spacing - shift;
        return start >= 0 && start + tile <= extent && distance(position) >= overlap / 4;
    }

    /** Pixels to the nearest middle of an overlap. */
    private double distance(int position) {
        double phase = (position + 0.5 - (tile - spacing) / 2.0) % spacing;
        double positive = phase < 0 ? phase + spacing : phase;
        return Math.min(positive, spacing - positive);
    }

    /** The difference of two results at some of their pixels. */
    static final class Zone {
        private long pixels;
        private double sum;
        private long labels;

        private void add(float[] first, float[] second, int offset, int classes) {
            double difference = 0;
            int best = 0;
            int otherBest = 0;
            for (int c = 0; c < classes; c++) {
                difference += Math.abs(first[offset + c] - second[offset + c]);
                best = first[offset + c] > first[offset + best] ? c : best;
                otherBest = second[offset + c] > second[offset + otherBest] ? c : otherBest;
            }
            pixels++;
            sum += difference / classes;
            labels += best == otherBest ? 0 : 1;
        }

        /** Mean absolute difference of a class's probability. */
        double difference() {
            return sum / pixels;
        }

        /** Share of the pixels with another label. */
        double otherLabels() {
            return (double) labels / pixels;
        }
    }
}
