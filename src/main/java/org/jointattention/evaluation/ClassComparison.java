package org.jointattention.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jointattention.image.DistanceTransform;

/** One class in a truth mask beside the same class in a prediction: all that a {@link Metric} is made of. */
public final class ClassComparison {
    private final ImageComparison image;
    private final int id;
    private final ConfusionCounts counts;
    private final Map<PixelSize, SurfaceDistances> distances = new HashMap<>();

    ClassComparison(ImageComparison image, int id) {
        this.image = image;
        this.id = id;
        this.counts = image.counts(id);
    }

    public int id() {
        return id;
    }

    public ConfusionCounts counts() {
        return counts;
    }

    public Optional<PixelSize> pixelSize() {
        return image.pixelSize();
    }

    /** The length of the image's diagonal, which stands for the distance to a surface that is not there. */
    public double diagonal(PixelSize size) {
        return image.diagonal(size);
    }

    /**
     * The distances between the surfaces; ignored pixels belong to neither mask.
     *
     * @throws IllegalArgumentException if truth or prediction lacks the class
     */
    public SurfaceDistances surfaceDistances(PixelSize size) {
        SurfaceDistances known = distances.get(size);
        if (known == null) {
            known = measure(size);
            distances.put(size, known);
        }
        return known;
    }

    /**
     * How many pixels are wrongly of the class and farther than some pixels from each true pixel of it; all of them where
     * there is no true one.
     */
    public long falsePositivesBeyond(double pixels) {
        if (counts.falsePositives() == 0 || counts.truth() == 0) {
            return counts.falsePositives();
        }
        BinaryMask truth = image.truthOf(id);
        int[] wrong = image.predictionOf(id).without(truth);
        double[] distances = new DistanceTransform(truth.width(), truth.height(), truth.surface(), 1, 1).from(wrong);
        return Arrays.stream(distances).filter(distance -> distance > pixels).count();
    }

    private SurfaceDistances measure(PixelSize size) {
        if (size.isSquare() && !size.equals(PixelSize.ONE_PIXEL)) {
            return surfaceDistances(PixelSize.ONE_PIXEL).scaled(size.width());
        }
        // Outside the rectangle the class is in neither mask, so its border is a border to background: nothing is lost.
        return SurfaceDistances.between(image.truthOf(id), image.predictionOf(id), size);
    }
}
