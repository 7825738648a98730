package org.jointattention.comparison;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jointattention.evaluation.ConfusionCounts;

/** How well one class of one test image was segmented. */
public final class CellScore {
    private final String image;
    private final int slice;
    private final int classId;
    private final ConfusionCounts counts;
    private final Map<String, Double> values;

    /**
     * @param image its name
     * @param slice the page within the file, from 1
     * @param classId a foreground class, from 1
     * @param values by the key of the metric; metrics that are not defined here are left out
     */
    public CellScore(String image, int slice, int classId, ConfusionCounts counts, Map<String, Double> values) {
        this.image = image;
        this.slice = slice;
        this.classId = classId;
        this.counts = counts;
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public String image() {
        return image;
    }

    public int slice() {
        return slice;
    }

    public int classId() {
        return classId;
    }

    public ConfusionCounts counts() {
        return counts;
    }

    /** @param metric a key such as {@code dice} or {@code hd95_px} */
    public OptionalDouble value(String metric) {
        Double value = values.get(metric);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
