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
    private final int width;
    private final int height;
    private final int channels;
    private final PlanarImg<FloatType, FloatArray> result;
    private final double[] sums;
    private int next;

    private AreaReducer(TileReader source, int width, int height) {
        this.source = source;
        this.columns = new AxisKernel(source.width(), width);
        this.rows = new AxisKernel(source.height(), height);
        this.width = width;
        this.height = height;
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
        if (width < 1 || height < 1 || width > plane.dimension(0) || height > plane.dimension(1)) {
            throw new IllegalArgumentException("A plane of " + plane.dimension(0) + "x" + plane.dimension(1)
                    + " pixels cannot be reduced to " + width + "x" + height + ".");
        }
        AreaReducer reducer = new AreaReducer(new TileReader(plane), width, height);
        reducer.run();
        return reducer.result;
    }

    private void run() {
        int rowLength = Math.multiplyExact(source.width(), channels);
        int bandHeight = Math.min(source.height(), Math.max(1, Math.min(BAND, (1 << 24) / rowLength)));
        float[] band = new float[bandHeight * rowLength];
        float[] reduced = new float[sums.length];
        for (int y = 0; y < source.height(); y++) {
            if (y % bandHeight == 0) {
                source.read(0, y, bandHeight, source.width(), band);
            }
            reduceRow(band, y % bandHeight * rowLength, reduced);
            addRow(y, reduced);
        }
    }

    private void reduceRow(float[] band, int offset, float[] reduced) {
        for (int x = 0, to = 0; x < width; x++) {
            int from = offset + columns.first(x) * channels;
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
