package org.jointattention.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jointattention.model.ModelSpec;

/** Takes the measurements of a {@link DataSummary}. */
final class SampleSurvey {
    private static final int LOOKED_AT = 64;
    /** Pixels looked at in all: some seconds of work. */
    private static final long PIXELS = 40_000_000;

    private static final long SEED = 20220328;

    private final List<Sample> samples;
    private final int classes;
    private final long[] counts = new long[256];
    private final List<GeometryMeter> objects = new ArrayList<>();
    private final GreyMeter grey;
    private final SymmetryCheck symmetry;

    SampleSurvey(List<Sample> samples, int classes) {
        this.samples = Objects.requireNonNull(samples);
        this.classes = classes;
        checkSamples();
        samples.forEach(this::count);
        if (counts[ModelSpec.IGNORE] == pixels()) {
            throw new PlanException("No pixel of the " + samples.size()
                    + " training images is labelled (all labels are 255); label some background and some objects.");
        }
        for (int k = 1; k < classes; k++) {
            objects.add(new GeometryMeter(k));
        }
        grey = new GreyMeter(channels());
        List<Sample> chosen = choose();
        symmetry = new SymmetryCheck(channels(), classes, chosen.size() < SymmetryCheck.FEW);
        chosen.forEach(this::measure);
    }

    private void checkSamples() {
        if (samples.isEmpty()) {
            throw new PlanException("There is no training image; give at least one image with labels.");
        }
        if (classes < 2 || classes >= ModelSpec.IGNORE) {
            throw new PlanException("The number of classes is " + classes + "; it must be 2 to 254.");
        }
        Sample first = samples.get(0);
        for (Sample sample : samples) {
            if (sample.labels().length == 0) {
                throw new PlanException(sample.name() + " has no pixels; remove it.");
            }
            if (sample.image().channels() != channels()) {
                throw new PlanException(sample.name() + " has " + sample.image().channels() + " channels, but "
                        + first.name() + " has " + channels() + "; all training images must have the same channels.");
            }
        }
    }

    private void count(Sample sample) {
        long[] own = histogram(sample);
        for (int k = 0; k < own.length; k++) {
            if (own[k] > 0 && k >= classes && k != ModelSpec.IGNORE) {
                throw new PlanException(sample.name() + " has the label " + k + ", but with " + classes
                        + " classes labels are 0 to " + (classes - 1)
                        + ", or 255 where nobody labelled; correct the labels or the number of classes.");
            }
            counts[k] += own[k];
        }
    }

    private static long[] histogram(Sample sample) {
        long[] histogram = new long[256];
        for (byte label : sample.labels()) {
            histogram[label & 0xff]++;
        }
        return histogram;
    }

    /** The samples to look at closely, drawn at random but always the same. */
    private List<Sample> choose() {
        List<Sample> shuffled = new ArrayList<>(samples);
        Collections.shuffle(shuffled, new Random(SEED));
        List<Sample> chosen = new ArrayList<>();
        long sum = 0;
        for (Sample sample : shuffled) {
            sum += sample.labels().length;
            if (chosen.size() < LOOKED_AT && (sum <= PIXELS || chosen.size() < SymmetryCheck.FEW)) {
                chosen.add(sample);
            }
        }
        return chosen;
    }

    private void measure(Sample sample) {
        long[] histogram = histogram(sample);
        for (int k = 1; k < classes; k++) {
            if (histogram[k] > 0) {
                objects.get(k - 1).add(sample);
            } else {
                objects.get(k - 1).addNone();
            }
        }
        grey.add(sample.image());
        symmetry.add(sample, histogram);
    }

    int samples() {
        return samples.size();
    }

    int channels() {
        return samples.get(0).image().channels();
    }

    Spread width() {
        return Spread.of(samples.stream().mapToInt(s -> s.image().width()).toArray());
    }

    Spread height() {
        return Spread.of(samples.stream().mapToInt(s -> s.image().height()).toArray());
    }

    long pixels() {
        return samples.stream().mapToLong(s -> s.labels().length).sum();
    }

    double[] frequencies() {
        double[] frequencies = new double[classes];
        for (int k = 0; k < classes; k++) {
            frequencies[k] = (double) counts[k] / (pixels() - counts[ModelSpec.IGNORE]);
        }
        return frequencies;
    }

    double labelledFraction() {
        return 1 - (double) counts[ModelSpec.IGNORE] / pixels();
    }

    List<ClassGeometry> geometry() {
        List<ClassGeometry> geometry = new ArrayList<>();
        objects.forEach(meter -> geometry.add(meter.result()));
        return geometry;
    }

    GreyStatistics grey() {
        return grey.result();
    }

    SymmetryCheck symmetry() {
        return symmetry;
    }
}
