package org.jointattention.image;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Shrinks a plane, reading it a few rows at a time: each pixel of the result is the mean of the area it covers. Gives the
 * very values of {@link Resampler}, which needs the whole plane in memory.
 */
public final class AreaReducer {
    private static final int BAND = 16;

    private final TileReader source;
    private final AxisKernel columns;
    private final AxisKernel rows;
    private final int left;
    private final int sourceWidth;
    private final int width;
    private final int height;
    private final int channels;
    private final PlanarImg<FloatType, FloatArray> result;
    private final double[] sums;
    private int next;

    private AreaReducer(TileReader source, int newWidth, int newHeight, Region part) {
        this.source = source;
        this.columns = new AxisKernel(source.width(), newWidth, part.x(), part.width());
        this.rows = new AxisKernel(source.height(), newHeight, part.y(), part.height());
        this.width = part.width();
        this.height = part.height();
        this.left = columns.first(0);
        this.sourceWidth = columns.last(width - 1) + 1 - left;
        this.channels = source.channels();
        this.sums = new double[Math.multiplyExact(width, channels)];
        this.result = create(width, height, channels);
    }

    @SuppressWarnings("unchecked")
    private static PlanarImg<FloatType, FloatArray> create(int width, int height, int channels) {
        return (PlanarImg<FloatType, FloatArray>)
                new PlanarImgFactory<>(new FloatType()).create(width, height, channels);
    }

    /**
     * @param plane axes x, y, channel
     * @param width width of the result, at most the plane's
     * @param height height of the result, at most the plane's
     */
    public static RandomAccessibleInterval<FloatType> reduce(
            RandomAccessibleInterval<FloatType> plane, int width, int height) {
        return reduce(plane, width, height, Region.all(width, height));
    }

    /**
     * A part of the reduced plane; only what it is made of is read.
     *
     * @param width width of the whole reduced plane, at most the plane's
     * @param height height of the whole reduced plane, at most the plane's
     * @param part of the reduced plane
     * @return as large as the part, with the very values that the whole has there
     */
    public static RandomAccessibleInterval<FloatType> reduce(
            RandomAccessibleInterval<FloatType> plane, int width, int height, Region part) {
        if (width < 1 || height < 1 || width > plane.dimension(0) || height > plane.dimension(1)) {
            throw new IllegalArgumentException("A plane of " + plane.dimension(0) + "x" + plane.dimension(1)
                    + " pixels cannot be reduced to " + width + "x" + height + ".");
        }
        if (!part.isWithin(width, height)) {
            throw new IllegalArgumentException(part + " is no part of " + width + "x" + height + " pixels.");
        }
        AreaReducer reducer = new AreaReducer(new TileReader(plane), width, height, part);
        reducer.run();
        return reducer.result;
    }

    private void run() {
        int rowLength = Math.multiplyExact(sourceWidth, channels);
        int bandHeight = Math.min(source.height(), Math.max(1, Math.min(BAND, (1 << 24) / rowLength)));
        int top = rows.first(0);
        float[] band = new float[bandHeight * rowLength];
        float[] reduced = new float[sums.length];
        for (int y = top; y <= rows.last(height - 1); y++) {
            int inBand = (y - top) % bandHeight;
            if (inBand == 0) {
                source.read(left, y, bandHeight, sourceWidth, band);
            }
            reduceRow(band, inBand * rowLength, reduced);
            addRow(y, reduced);
        }
    }

    private void reduceRow(float[] band, int offset, float[] reduced) {
        for (int x = 0, to = 0; x < width; x++) {
            int from = offset + (columns.first(x) - left) * channels;
            for (int c = 0; c < channels; c++) {
                reduced[to++] = columns.sum(x, band, from + c, channels);
            }
        }
    }

    /** Shares a source row out to the one or two target rows that it lies in. */
    private void addRow(int y, float[] reduced) {
        while (next < height && rows.first(next) <= y) {
            add(reduced, rows.weight(next, y - rows.first(next)));
            if (y < rows.last(next)) {
                return;
            }
            finishRow();
        }
    }

    private void add(float[] reduced, double weight) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += weight * reduced[i];
        }
    }

    private void finishRow() {
        for (int c = 0; c < channels; c++) {
            float[] plane = result.getPlane(c).getCurrentStorageArray();
            for (int x = 0; x < width; x++) {
                plane[next * width + x] = (float) sums[x * channels + c];
                sums[x * channels + c] = 0;
            }
        }
        next++;
    }
}
