package org.jointattention.evaluation;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class OverlapMetricTest {
    private static final double EXACT = 1e-15;

    @Test
    public void followsTheFormulas() {
        ConfusionCounts counts = new ConfusionCounts(3, 1, 2, 4);
        assertEquals(6.0 / 9, OverlapMetric.DICE.of(counts), EXACT);
        assertEquals(3.0 / 6, OverlapMetric.IOU.of(counts), EXACT);
        assertEquals(3.0 / 4, OverlapMetric.PRECISION.of(counts), EXACT);
        assertEquals(3.0 / 5, OverlapMetric.RECALL.of(counts), EXACT);
    }

    @Test
    public void isZeroWhereNothingIsShared() {
        for (OverlapMetric metric : OverlapMetric.values()) {
            assertEquals(metric.key(), 0, metric.of(new ConfusionCounts(0, 5, 7, 0)), 0);
        }
    }

    @Test
    public void isOneWhereAllIsShared() {
        for (OverlapMetric metric : OverlapMetric.values()) {
            assertEquals(metric.key(), 1, metric.of(new ConfusionCounts(5, 0, 0, 0)), 0);
        }
    }

    @Test
    public void isOneWhereBothAreEmptyAndZeroWhereOneIs() {
        for (OverlapMetric metric : OverlapMetric.values()) {
            assertEquals(metric.key(), 1, metric.of(new ConfusionCounts(0, 0, 0, 9)), 0);
            assertEquals(metric.key(), 0, metric.of(new ConfusionCounts(0, 4, 0, 5)), 0);
            assertEquals(metric.key(), 0, metric.of(new ConfusionCounts(0, 0, 4, 5)), 0);
        }
    }

    @Test
    public void survivesCountsBeyondAnInt() {
        long many = 1L << 40;
        assertEquals(0.5, OverlapMetric.IOU.of(new ConfusionCounts(many, many / 2, many / 2, many)), EXACT);
    }
}
