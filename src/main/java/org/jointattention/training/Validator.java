package org.jointattention.training;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jointattention.engine.Predictor;
import org.jointattention.evaluation.ConfusionCounts;
import org.jointattention.evaluation.ImageComparison;
import org.jointattention.evaluation.Mask;
import org.jointattention.evaluation.OverlapMetric;
import org.jointattention.image.FloatPlane;
import org.jointattention.image.LabelPlane;
import org.jointattention.image.NeighbourSlices;
import org.jointattention.model.ModelSpec;
import org.jointattention.segmentation.LabelRows;
import org.jointattention.segmentation.Progress;
import org.jointattention.segmentation.Segmenter;

/** Segments whole validation images, at their own resolution, the way users will. */
final class Validator {
    private final ModelSpec spec;
    private final List<Sample> samples;
    private final boolean foreground;
    private final Sample example;

    /** @param split with raw grey values */
    Validator(ModelSpec spec, Split split) {
        this.spec = spec;
        this.samples = split.validation().samples();
        this.foreground = samples.stream().anyMatch(Validator::hasForeground);
        List<Sample> shown = foreground ? samples : split.train().samples();
        this.example = shown.stream()
                .filter(Validator::hasForeground)
                .min(Comparator.comparing((Sample sample) -> -classes(sample))
                        .thenComparing(sample -> sample.labels().length))
                .orElse(shown.get(0));
    }

    /** How many classes it shows. */
    private static int classes(Sample sample) {
        BitSet classes = new BitSet();
        for (byte label : sample.labels()) {
            classes.set(label & 0xff);
        }
        classes.clear(ModelSpec.IGNORE);
        return classes.cardinality();
    }

    private static boolean hasForeground(Sample sample) {
        for (byte label : sample.labels()) {
            if (label != 0 && (label & 0xff) != ModelSpec.IGNORE) {
                return true;
            }
        }
        return false;
    }

    /** Whether there are images, and they show something to be found; else no weights can be chosen by them. */
    boolean canChoose() {
        return foreground;
    }

    /** Whether there are images, but nothing to be found on them. */
    boolean isBlank() {
        return !samples.isEmpty() && !foreground;
    }

    /**
     * Segments the example: of the validation images, or else of those trained on, the smallest that shows most classes.
     *
     * @throws org.jointattention.files.CancelledException as soon as it is stopped
     */
    TrainingPreview preview(Predictor predictor, long step, BooleanSupplier stopped) {
        return preview(step, segment(new Segmenter(spec, predictor), example, stopped));
    }

    private TrainingPreview preview(long step, LabelPlane predicted) {
        return new TrainingPreview(step, middle(example), foreground, predicted);
    }

    /** What people see of an image that the network sees with its neighbours. */
    private Sample middle(Sample sample) {
        return new Sample(sample.name(), NeighbourSlices.middle(sample.image(), spec.slices()), sample.labels());
    }

    /**
     * @param step of the previews
     * @param previews told of the example, if it is a validation image
     * @throws org.jointattention.files.CancelledException as soon as it is stopped
     */
    ValidationScore score(Predictor predictor, long step, BooleanSupplier stopped, Consumer<TrainingPreview> previews) {
        ConfusionCounts[] counts = new ConfusionCounts[spec.classes().size()];
        Arrays.fill(counts, ConfusionCounts.NONE);
        Segmenter segmenter = new Segmenter(spec, predictor);
        for (Sample sample : samples) {
            LabelPlane predicted = segment(segmenter, sample, stopped);
            if (sample == example) {
                previews.accept(preview(step, predicted));
            }
            ImageComparison comparison = compare(sample, predicted);
            for (int k = 0; k < counts.length; k++) {
                counts[k] = counts[k].add(comparison.ofClass(k).counts());
            }
        }
        return new ValidationScore(
                Arrays.stream(counts).mapToDouble(Validator::dice).toArray());
    }

    private static LabelPlane segment(Segmenter segmenter, Sample sample, BooleanSupplier stopped) {
        LabelRows rows = new LabelRows(sample.image().width(), sample.image().height());
        segmenter.segment(sample.image().view(), rows, Progress.until(stopped));
        return rows.plane();
    }

    private static ImageComparison compare(Sample sample, LabelPlane predicted) {
        FloatPlane image = sample.image();
        LabelPlane truth = new LabelPlane(image.width(), image.height(), sample.labels());
        return new ImageComparison(new Mask(truth), new Mask(predicted));
    }

    /** NaN for a class that no image shows: one wrong pixel would make it 0, and none 1. */
    private static double dice(ConfusionCounts counts) {
        return counts.truth() == 0 ? Double.NaN : OverlapMetric.DICE.of(counts);
    }
}
