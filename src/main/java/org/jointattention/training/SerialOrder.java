package org.jointattention.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jointattention.image.FloatPlane;

/**
 * Whether images, in their order, are like the sections of a stack: each resembles the one before.
 *
 * <p>If validation images lie between such training images, they validate what was learnt by heart: on serial sections
 * of membranes the validation Dice rose to the end of a training with sections held out at random, and fell in its
 * second half with the last ones held out.
 *
 * <p>Each image is reduced to 8 x 8 means, less the mean of all images, and normalised; neighbours are compared with
 * pairs at least three apart by their mean correlations.
 */
final class SerialOrder {
    private static final int GRID = 8;
    private static final int APART = 3;
    private static final int FEWEST = 8;
    private static final double RESEMBLES = 0.3;

    private final int images;
    private final double neighbours;
    private final double others;

    SerialOrder(List<Sample> samples) {
        this.images = samples.size();
        if (images < FEWEST) {
            neighbours = 0;
            others = 0;
            return;
        }
        List<double[]> grids = new ArrayList<>();
        samples.forEach(sample -> grids.add(normalized(means(sample.image()))));
        subtractMean(grids);
        neighbours = correlation(grids, 1, 1);
        others = correlation(grids, APART, images - 1);
    }

    /** Whether neighbours correlate more than others do, by 0.3 at least. */
    boolean isSerial() {
        return neighbours - others >= RESEMBLES;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "neighbouring images correlate by %.2f, others by %.2f", neighbours, others);
    }

    /** Mean of all channels; pixels that are not finite count as 0. */
    private static double[] means(FloatPlane image) {
        double[] sums = new double[GRID * GRID];
        int[] counts = new int[GRID * GRID];
        float[] values = image.values();
        for (int i = 0; i < values.length; i++) {
            int pixel = i / image.channels();
            int column = (int) ((long) (pixel % image.width()) * GRID / image.width());
            int row = (int) ((long) (pixel / image.width()) * GRID / image.height());
            int cell = row * GRID + column;
            sums[cell] += Float.isFinite(values[i]) ? values[i] : 0;
            counts[cell]++;
        }
        for (int cell = 0; cell < sums.length; cell++) {
            sums[cell] /= Math.max(1, counts[cell]);
        }
        return sums;
    }

    private static double[] normalized(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double variance = 0;
        for (double value : values) {
            variance += (value - mean) * (value - mean) / values.length;
        }
        double scale = variance > 0 ? 1 / Math.sqrt(variance) : 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] - mean) * scale;
        }
        return values;
    }

    /** What all images share, such as a round field of view, says nothing of their order. */
    private static void subtractMean(List<double[]> grids) {
        double[] mean = new double[GRID * GRID];
        for (double[] grid : grids) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += grid[i] / grids.size();
            }
        }
        for (double[] grid : grids) {
            for (int i = 0; i < mean.length; i++) {
                grid[i] -= mean[i];
            }
            normalized(grid);
        }
    }

    private static double correlation(List<double[]> grids, int nearest, int farthest) {
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < grids.size(); i++) {
            for (int j = i + nearest; j < grids.size() && j <= i + farthest; j++) {
                sum += product(grids.get(i), grids.get(j));
                pairs++;
            }
        }
        return sum / pairs;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum / a.length;
    }
}
