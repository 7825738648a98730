package org.jointattention.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jointattention.evaluation.EvaluationScores;
import org.jointattention.evaluation.ImageScore;
import org.jointattention.evaluation.Metric;
import org.jointattention.evaluation.ScoreTable;
import org.jointattention.evaluation.TextTable;

/**
 * How much the scores of one segmentation differ from those of another of the same images: means over the images of the
 * paired differences, with the 95 % interval of a bootstrap over images ({@link Bootstrap}) and the p value of a paired
 * randomisation test ({@link SignFlipTest}).
 */
public final class ScoreDifferences {
    private final EvaluationScores scores;
    private final EvaluationScores baseline;

    /**
     * @param scores of at least one image that the baseline has, too
     * @throws ComparisonException if the classes of the two are not the same
     */
    public ScoreDifferences(EvaluationScores scores, EvaluationScores baseline) {
        if (!scores.classIds().equals(baseline.classIds())) {
            throw new ComparisonException(
                    "The masks have the classes " + scores.classIds() + " and those of the baseline "
                            + baseline.classIds() + ". Say how many there are, with --classes.");
        }
        this.scores = scores;
        this.baseline = baseline;
    }

    /**
     * For people to read: a line for each class and metric; where there are several classes, their mean, too. Distances
     * are in pixels alone: units may differ from image to image.
     */
    public String table() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("class", "metric", "mean", "baseline", "difference", "95 % interval", "p"));
        for (int id : scores.classIds()) {
            add(Integer.toString(id), List.of(id), lines);
        }
        if (scores.classIds().size() > 1) {
            add(ScoreTable.FOREGROUND, scores.classIds(), lines);
        }
        return TextTable.format(lines);
    }

    private void add(String name, List<Integer> classIds, List<List<String>> lines) {
        for (Metric metric : scores.metrics()) {
            if (metric.isCalibrated()) {
                continue;
            }
            Observations values = observations(scores, metric, classIds);
            Observations others = observations(baseline, metric, classIds);
            Optional<PairedDifference> difference = PairedDifference.of(values, others);
            difference.ifPresent(found -> lines.add(List.of(
                    name,
                    metric.key(),
                    number("%.4f", values.mean()),
                    number("%.4f", others.mean()),
                    number("%+.4f", found.mean()),
                    number("%+.4f", found.low()) + " to " + number("%+.4f", found.high()),
                    number("%.4f", found.p()))));
        }
    }

    /** The mean over the classes of each image that has a value of any. */
    private static Observations observations(EvaluationScores scores, Metric metric, List<Integer> classIds) {
        Map<String, Double> images = new LinkedHashMap<>();
        for (ImageScore image : scores.images()) {
            image.classes().stream()
                    .filter(score -> classIds.contains(score.id()))
                    .map(score -> score.value(metric))
                    .filter(OptionalDouble::isPresent)
                    .mapToDouble(OptionalDouble::getAsDouble)
                    .average()
                    .ifPresent(value -> images.put(image.name() + "/" + image.slice(), value));
        }
        return new Observations(images);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
