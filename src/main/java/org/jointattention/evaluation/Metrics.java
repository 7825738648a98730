package org.jointattention.evaluation;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The metrics that masks are compared by. */
public final class Metrics {
    /** Pixels from the true border within which a predicted one is right. */
    private static final int TOLERANCE = 2;

    /** Pixels from all that is true, beyond which a false positive is no matter of borders. */
    private static final int FAR = 20;

    private static final List<Metric> STANDARD = Stream.<Collection<? extends Metric>>of(
                    Arrays.asList(OverlapMetric.values()),
                    Arrays.asList(DistanceMetric.values()),
                    Arrays.asList(new BoundaryF1(TOLERANCE), new FarFalsePositives(FAR)))
            .flatMap(Collection::stream)
            .collect(Collectors.toUnmodifiableList());

    private Metrics() {}

    /**
     * Dice, IoU, precision, recall, then HD95 and ASSD in pixels and in units, the F1 score of borders at 2 pixels, and false
     * positives farther than 20 pixels from the truth.
     */
    public static List<Metric> standard() {
        return STANDARD;
    }
}
