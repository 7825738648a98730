package org.jointattention.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The metrics of one class in one image. */
public final class ClassScore {
    private final int id;
    private final ConfusionCounts counts;
    private final Map<Metric, OptionalDouble> values;

    private ClassScore(int id, ConfusionCounts counts, Map<Metric, OptionalDouble> values) {
        this.id = id;
        this.counts = counts;
        this.values = Collections.unmodifiableMap(values);
    }

    /** Computes the metrics of one class. */
    public static ClassScore of(ClassComparison comparison, List<Metric> metrics) {
        Map<Metric, OptionalDouble> values = new LinkedHashMap<>();
        for (Metric metric : metrics) {
            values.put(metric, metric.of(comparison));
        }
        return new ClassScore(comparison.id(), comparison.counts(), values);
    }

    /** The class id. */
    public int id() {
        return id;
    }

    public ConfusionCounts counts() {
        return counts;
    }

    /** The value of a metric; empty if it is not defined here or was not asked for. */
    public OptionalDouble value(Metric metric) {
        return values.getOrDefault(metric, OptionalDouble.empty());
    }
}
