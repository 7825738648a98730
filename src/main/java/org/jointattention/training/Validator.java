package org.jointattention.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.jointattention.engine.Trainer;
import org.jointattention.evaluation.ConfusionCounts;
import org.jointattention.evaluation.ImageComparison;
import org.jointattention.evaluation.Mask;
import org.jointattention.evaluation.OverlapMetric;
import org.jointattention.image.FloatPlane;
import org.jointattention.image.LabelPlane;
import org.jointattention.model.ModelSpec;
import org.jointattention.segmentation.LabelRows;
import org.jointattention.segmentation.Progress;
import org.jointattention.segmentation.Segmenter;

/** Segments whole validation images, at their own resolution, the way users will. */
final class Validator {
    private final ModelSpec spec;
    private final List<Sample> samples;

    /** @param samples with raw grey values */
    Validator(ModelSpec spec, List<Sample> samples) {
        this.spec = spec;
        this.samples = new ArrayList<>(samples);
    }

    boolean isEmpty() {
        return samples.isEmpty();
    }

    ValidationScore score(Trainer trainer, int batch, int patch) {
        int classes = spec.classes().size();
        ConfusionCounts[] counts = new ConfusionCounts[classes];
        Arrays.fill(counts, ConfusionCounts.NONE);
        try (TrainerPredictor predictor = new TrainerPredictor(trainer, spec, batch, patch)) {
            Segmenter segmenter = new Segmenter(spec, predictor);
            for (Sample sample : samples) {
                LabelRows rows =
                        new LabelRows(sample.image().width(), sample.image().height());
                segmenter.segment(plane(sample.image()), rows, Progress.NONE);
                ImageComparison comparison = compare(sample, rows);
                for (int k = 0; k < classes; k++) {
                    counts[k] = counts[k].add(comparison.ofClass(k).counts());
                }
            }
        }
        double[] dice = new double[classes];
        for (int k = 0; k < classes; k++) {
            dice[k] = OverlapMetric.DICE.of(counts[k]);
        }
        return new ValidationScore(dice);
    }

    /** A channels-last image with axes x, y, channel, not copied. */
    static RandomAccessibleInterval<FloatType> plane(FloatPlane image) {
        return Views.moveAxis(ArrayImgs.floats(image.values(), image.channels(), image.width(), image.height()), 0, 2);
    }

    private static ImageComparison compare(Sample sample, LabelRows predicted) {
        FloatPlane image = sample.image();
        LabelPlane truth = new LabelPlane(image.width(), image.height(), sample.labels());
        return new ImageComparison(new Mask(truth), new Mask(predicted.plane()));
    }
}
