package org.jointattention.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The metrics that masks are compared by. */
public final class Metrics {
    private Metrics() {}

    /** Dice, IoU, precision, recall, then HD95 and ASSD in pixels and in units. */
    public static List<Metric> standard() {
        List<Metric> metrics = new ArrayList<>();
        metrics.addAll(Arrays.asList(OverlapMetric.values()));
        metrics.addAll(Arrays.asList(DistanceMetric.values()));
        return Collections.unmodifiableList(metrics);
    }
}
