package org.jointattention.training;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jointattention.training.SymmetryReport.Transform;

/**
 * What training samples are like: sizes, classes, objects, grey values, symmetries. All in pixels and
 * grey values of the original images.
 */
public final class DataSummary {
    private final int samples;
    private final int channels;
    private final Spread width;
    private final Spread height;
    private final long pixels;
    private final double[] frequencies;
    private final double labelledFraction;
    private final List<ClassGeometry> geometry;
    private final GreyStatistics grey;
    private final SymmetryReport symmetries;
    private final Map<Transform, Asymmetry> asymmetries;

    DataSummary(SampleSurvey survey) {
        this.samples = survey.samples();
        this.channels = survey.channels();
        this.width = survey.width();
        this.height = survey.height();
        this.pixels = survey.pixels();
        this.frequencies = survey.frequencies();
        this.labelledFraction = survey.labelledFraction();
        this.geometry = Collections.unmodifiableList(survey.geometry());
        this.grey = survey.grey();
        this.symmetries = survey.symmetry().report();
        this.asymmetries = Collections.unmodifiableMap(survey.symmetry().asymmetries());
    }

    /**
     * Looks at samples: at the labels of all, and at the objects, grey values and symmetries of at most
     * 64, always the same ones.
     *
     * @param classes number of classes, background included, 2 to 254
     * @throws PlanException if there is no sample, samples differ in channels, a label is no class, or
     *     nothing is labelled
     */
    public static DataSummary of(List<Sample> samples, int classes) {
        return new DataSummary(new SampleSurvey(samples, classes));
    }

    public int samples() {
        return samples;
    }

    public int channels() {
        return channels;
    }

    /** Number of classes, background included. */
    public int classes() {
        return frequencies.length;
    }

    public Spread width() {
        return width;
    }

    public Spread height() {
        return height;
    }

    /** Pixels of all samples together. */
    public long pixels() {
        return pixels;
    }

    /** Share of the labelled pixels that belong to a class; they sum to 1. */
    public double frequency(int label) {
        return frequencies[label];
    }

    /** Share of the labelled pixels that belong to any class but the background. */
    public double foregroundFrequency() {
        double sum = 0;
        for (int k = 1; k < frequencies.length; k++) {
            sum += frequencies[k];
        }
        return sum;
    }

    /** Share of the pixels that are labelled. */
    public double labelledFraction() {
        return labelledFraction;
    }

    /** The foreground classes in order; class k at k - 1. */
    public List<ClassGeometry> geometry() {
        return geometry;
    }

    /** The class present whose objects are thinnest. */
    public Optional<ClassGeometry> thinnestClass() {
        return geometry.stream()
                .filter(ClassGeometry::isPresent)
                .min((a, b) -> Double.compare(a.typicalThickness(), b.typicalThickness()));
    }

    public GreyStatistics grey() {
        return grey;
    }

    /** The mirrorings and turnings that the images admit. */
    public SymmetryReport symmetries() {
        return symmetries;
    }

    /** The shared asymmetry under a transform. */
    Asymmetry asymmetry(Transform transform) {
        return asymmetries.get(transform);
    }
}
