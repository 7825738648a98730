package org.jointattention.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rows of a table that are about all images. */
final class ScoreSummary {
    private final EvaluationScores scores;
    private final String unit;
    private final boolean mixedUnits;

    ScoreSummary(EvaluationScores scores) {
        this.scores = scores;
        List<String> units = scores.images().stream()
                .map(ImageScore::unit)
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.toList());
        this.mixedUnits = units.size() > 1;
        this.unit = units.size() == 1 ? units.get(0) : "";
    }

    /** From the counts summed over images, one row a class and one averaged over the classes. */
    List<ScoreRow> pooled() {
        List<ScoreRow> rows = new ArrayList<>();
        for (int index = 0; index < scores.classIds().size(); index++) {
            ConfusionCounts sum =
                    ofClass(index).stream().map(ClassScore::counts).reduce(ConfusionCounts.NONE, ConfusionCounts::add);
            List<OptionalDouble> values = scores.metrics().stream()
                    .map(metric -> metric.ofPooled(sum))
                    .collect(Collectors.toList());
            rows.add(ScoreRow.ofAll(
                    ScoreRow.Scope.POOLED,
                    id(index),
                    sum,
                    values,
                    "",
                    sum.emptiness().flag()));
        }
        rows.add(foreground(ScoreRow.Scope.POOLED, rows, "", tally(flags(rows))));
        return rows;
    }

    /** From the values of the images where they are defined, one row a class and one averaged over the classes. */
    List<ScoreRow> means() {
        List<ScoreRow> rows = new ArrayList<>();
        List<String> allFlags = new ArrayList<>();
        for (int index = 0; index < scores.classIds().size(); index++) {
            List<ClassScore> ofClass = ofClass(index);
            List<OptionalDouble> values = scores.metrics().stream()
                    .map(metric -> mean(metric, ofClass))
                    .collect(Collectors.toList());
            List<String> flags = ofClass.stream()
                    .map(score -> score.counts().emptiness().flag())
                    .collect(Collectors.toList());
            allFlags.addAll(flags);
            rows.add(ScoreRow.ofAll(ScoreRow.Scope.MEAN, id(index), null, values, unit, tally(flags)));
        }
        rows.add(foreground(ScoreRow.Scope.MEAN, rows, unit, tally(allFlags)));
        return rows;
    }

    private String id(int index) {
        return scores.classIds().get(index).toString();
    }

    private List<ClassScore> ofClass(int index) {
        return scores.images().stream().map(image -> image.classes().get(index)).collect(Collectors.toList());
    }

    private OptionalDouble mean(Metric metric, List<ClassScore> images) {
        if (metric.isCalibrated() && mixedUnits) {
            return OptionalDouble.empty();
        }
        return mean(images.stream().map(score -> score.value(metric)).collect(Collectors.toList()));
    }

    private static OptionalDouble mean(List<OptionalDouble> values) {
        return values.stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .average();
    }

    private ScoreRow foreground(ScoreRow.Scope scope, List<ScoreRow> classes, String ofUnit, String flag) {
        List<OptionalDouble> values = IntStream.range(0, scores.metrics().size())
                .mapToObj(column -> mean(
                        classes.stream().map(row -> row.values().get(column)).collect(Collectors.toList())))
                .collect(Collectors.toList());
        return ScoreRow.ofAll(scope, ScoreTable.FOREGROUND, null, values, ofUnit, flag);
    }

    private static List<String> flags(List<ScoreRow> rows) {
        return rows.stream().map(ScoreRow::flag).collect(Collectors.toList());
    }

    /** How often each flag occurs, such as {@code both_empty:2 truth_empty:1}. */
    private static String tally(List<String> flags) {
        Map<String, Long> counts = flags.stream()
                .filter(flag -> !flag.isEmpty())
                .collect(Collectors.groupingBy(flag -> flag, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
