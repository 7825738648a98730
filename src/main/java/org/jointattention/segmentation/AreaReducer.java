package org.jointattention.segmentation;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.numeric.real.FloatType;
import org.jointattention.image.TileReader;

/**
 * Shrinks a plane: each pixel of the result is the mean of the area it covers, source pixels cut by
 * its border counted by the part inside. Reads the source a few rows at a time.
 */
final class AreaReducer {
    private static final int BAND = 16;

    private final TileReader source;
    private final int width;
    private final int height;
    private final int channels;
    private final PlanarImg<FloatType, FloatArray> result;
    private final double[] sums;
    private int next;

    private AreaReducer(TileReader source, int width, int height) {
        this.source = source;
        this.width = width;
        this.height = height;
        this.channels = source.channels();
        this.sums = new double[Math.multiplyExact(width, channels)];
        this.result = create(width, height, channels);
    }

    @SuppressWarnings("unchecked")
    private static PlanarImg<FloatType, FloatArray> create(int width, int height, int channels) {
        PlaneSize.check(width, height);
        return (PlanarImg<FloatType, FloatArray>)
                new PlanarImgFactory<>(new FloatType()).create(width, height, channels);
    }

    /**
     * @param plane axes x, y, channel
     * @param width width of the result, at most the plane's
     * @param height height of the result, at most the plane's
     */
    static RandomAccessibleInterval<FloatType> reduce(
            RandomAccessibleInterval<FloatType> plane, int width, int height) {
        AreaReducer reducer = new AreaReducer(new TileReader(plane), width, height);
        reducer.run();
        return reducer.result;
    }

    private void run() {
        int rowLength = Math.multiplyExact(source.width(), channels);
        int bandHeight = Math.min(source.height(), Math.max(1, Math.min(BAND, (1 << 24) / rowLength)));
        float[] band = new float[bandHeight * rowLength];
        double[] reduced = new double[sums.length];
        for (int y = 0; y < source.height(); y++) {
            if (y % bandHeight == 0) {
                source.read(0, y, bandHeight, source.width(), band);
            }
            reduceRow(band, y % bandHeight * rowLength, reduced);
            addRow(y, reduced);
        }
    }

    /** Sums of each target column, in units of source pixels. */
    private void reduceRow(float[] row, int offset, double[] reduced) {
        double step = (double) source.width() / width;
        for (int x = 0; x < width; x++) {
            double start = x * step;
            double end = x + 1 == width ? source.width() : start + step;
            for (int c = 0; c < channels; c++) {
                double sum = 0;
                for (int i = (int) start; i < end; i++) {
                    sum += (Math.min(i + 1, end) - Math.max(i, start)) * row[offset + i * channels + c];
                }
                reduced[x * channels + c] = sum;
            }
        }
    }

    /** Shares a source row out to the one or two target rows that it lies in. */
    private void addRow(int y, double[] reduced) {
        double step = (double) source.height() / height;
        double end = next + 1 == height ? source.height() : (next + 1) * step;
        add(reduced, Math.min(y + 1, end) - y);
        if (y + 1 >= end) {
            finishRow();
            if (y + 1 > end) {
                add(reduced, y + 1 - end);
            }
        }
    }

    private void add(double[] reduced, double weight) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += weight * reduced[i];
        }
    }

    private void finishRow() {
        double area = (double) source.width() / width * source.height() / height;
        for (int c = 0; c < channels; c++) {
            float[] plane = result.getPlane(c).getCurrentStorageArray();
            for (int x = 0; x < width; x++) {
                plane[next * width + x] = (float) (sums[x * channels + c] / area);
                sums[x * channels + c] = 0;
            }
        }
        next++;
    }
}
