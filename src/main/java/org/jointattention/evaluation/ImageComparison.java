package org.jointattention.evaluation;

import java.util.Optional;

/** A truth mask beside a prediction of the same image; counts the pixels of all classes in one pass. */
public final class ImageComparison {
    private final Mask truth;
    private final Mask prediction;
    private final long[] truthCounts = new long[Mask.IGNORED];
    private final long[] predictedCounts = new long[Mask.IGNORED];
    private final long[] sharedCounts = new long[Mask.IGNORED];
    private final Bounds[] bounds = new Bounds[Mask.IGNORED];
    private long pixels;

    /**
     * @param truth class ids 0 to 254, or {@link Mask#IGNORED}
     * @param prediction of the same size; class ids 0 to 254 wherever the truth is not ignored
     * @throws EvaluationException if the sizes differ or a pixel has no class id
     */
    public ImageComparison(Mask truth, Mask prediction) {
        if (!truth.hasSizeOf(prediction)) {
            throw new EvaluationException(
                    "The truth is " + truth.size() + " pixels, but the prediction " + prediction.size() + ".");
        }
        this.truth = truth;
        this.prediction = prediction;
        for (int id = 0; id < bounds.length; id++) {
            bounds[id] = new Bounds();
        }
        for (int y = 0, pixel = 0; y < truth.height(); y++) {
            for (int x = 0; x < truth.width(); x++, pixel++) {
                count(x, y, truth.label(pixel), prediction.label(pixel));
            }
        }
    }

    private void count(int x, int y, int truthId, int predictedId) {
        if (truthId == Mask.IGNORED) {
            return;
        }
        checkId("truth", truthId, x, y);
        checkId("prediction", predictedId, x, y);
        pixels++;
        truthCounts[truthId]++;
        predictedCounts[predictedId]++;
        bounds[truthId].include(x, y);
        if (truthId == predictedId) {
            sharedCounts[truthId]++;
        } else {
            bounds[predictedId].include(x, y);
        }
    }

    private static void checkId(String which, int id, int x, int y) {
        if (id < 0 || id >= Mask.IGNORED) {
            throw new EvaluationException(
                    "The " + which + " has the value " + id + " at (" + x + ", " + y + "); class ids are 0 to 254.");
        }
    }

    /** The two masks as seen by one class. */
    public ClassComparison ofClass(int id) {
        return new ClassComparison(this, id);
    }

    /** The size of the truth's pixels; if it has none, that of the prediction's. */
    public Optional<PixelSize> pixelSize() {
        return truth.pixelSize().or(prediction::pixelSize);
    }

    ConfusionCounts counts(int id) {
        long shared = sharedCounts[id];
        long invented = predictedCounts[id] - shared;
        long missed = truthCounts[id] - shared;
        return new ConfusionCounts(shared, invented, missed, pixels - shared - invented - missed);
    }

    /** The truth within the rectangle that holds the class in either mask. */
    BinaryMask truthOf(int id) {
        return crop(truth, id);
    }

    /** The prediction within the same rectangle. */
    BinaryMask predictionOf(int id) {
        return crop(prediction, id);
    }

    private BinaryMask crop(Mask mask, int id) {
        Bounds box = bounds[id];
        boolean[] foreground = new boolean[box.width() * box.height()];
        for (int y = 0, i = 0; y < box.height(); y++) {
            int pixel = (box.top() + y) * mask.width() + box.left();
            for (int x = 0; x < box.width(); x++, i++, pixel++) {
                foreground[i] = mask.label(pixel) == id && truth.label(pixel) != Mask.IGNORED;
            }
        }
        return new BinaryMask(box.width(), box.height(), foreground);
    }

    double diagonal(PixelSize size) {
        return Math.hypot(truth.width() * size.width(), truth.height() * size.height());
    }
}
