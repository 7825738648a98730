package org.jointattention.evaluation;

import java.util.Arrays;
import org.jointattention.image.DistanceTransform;

/**
 * The distances from each surface pixel of one mask to the nearest surface pixel of another, and back.
 *
 * @see BinaryMask#surface()
 */
public final class SurfaceDistances {
    private final double[] forth;
    private final double[] back;

    private SurfaceDistances(double[] forth, double[] back) {
        this.forth = forth;
        this.back = back;
    }

    /**
     * @param truth with at least one foreground pixel
     * @param prediction of the same size, with at least one foreground pixel
     * @throws IllegalArgumentException if the sizes differ or a mask is empty
     */
    public static SurfaceDistances between(BinaryMask truth, BinaryMask prediction, PixelSize pixelSize) {
        if (truth.width() != prediction.width() || truth.height() != prediction.height()) {
            throw new IllegalArgumentException("The masks differ in size.");
        }
        int[] truthSurface = truth.surface();
        int[] predictedSurface = prediction.surface();
        return new SurfaceDistances(
                sorted(truth, truthSurface, predictedSurface, pixelSize),
                sorted(truth, predictedSurface, truthSurface, pixelSize));
    }

    private static double[] sorted(BinaryMask frame, int[] from, int[] to, PixelSize pixelSize) {
        double[] distances = new DistanceTransform(
                        frame.width(), frame.height(), to, pixelSize.width(), pixelSize.height())
                .from(from);
        Arrays.sort(distances);
        return distances;
    }

    /** The same distances in another unit. */
    public SurfaceDistances scaled(double factor) {
        return new SurfaceDistances(scaled(forth, factor), scaled(back, factor));
    }

    private static double[] scaled(double[] values, double factor) {
        return Arrays.stream(values).map(value -> value * factor).toArray();
    }

    /**
     * The larger of the two directed 95th percentiles. A percentile between two ranks is interpolated linearly: rank
     * 0.95 (n - 1) of the ascending distances 0 to n - 1, the default of NumPy.
     */
    public double hausdorff95() {
        return Math.max(percentile(forth, 0.95), percentile(back, 0.95));
    }

    /** The mean over the pixels of both surfaces together (ASSD). */
    public double averageSymmetric() {
        double sum = Arrays.stream(forth).sum() + Arrays.stream(back).sum();
        return sum / (forth.length + back.length);
    }

    /** The share of the true surface that lies within a distance of the predicted one, 0 to 1. */
    public double truthWithin(double distance) {
        return within(forth, distance);
    }

    /** The share of the predicted surface that lies within a distance of the true one, 0 to 1. */
    public double predictionWithin(double distance) {
        return within(back, distance);
    }

    private static double within(double[] distances, double limit) {
        return Arrays.stream(distances).filter(distance -> distance <= limit).count() / (double) distances.length;
    }

    static double percentile(double[] ascending, double fraction) {
        double rank = fraction * (ascending.length - 1);
        int below = (int) rank;
        int above = Math.min(below + 1, ascending.length - 1);
        return ascending[below] + (rank - below) * (ascending[above] - ascending[below]);
    }
}
