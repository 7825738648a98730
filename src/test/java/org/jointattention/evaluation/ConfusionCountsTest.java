package org.jointattention.evaluation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.junit.Test;

public class ConfusionCountsTest {
    @Test
    public void addsUp() {
        ConfusionCounts sum = new ConfusionCounts(1, 2, 3, 4).add(new ConfusionCounts(10, 20, 30, 40));
        assertEquals(new ConfusionCounts(11, 22, 33, 44), sum);
        assertEquals(44, sum.truth());
        assertEquals(33, sum.predicted());
    }

    @Test
    public void knowsWhichSideIsEmpty() {
        assertEquals(Emptiness.BOTH_EMPTY, new ConfusionCounts(0, 0, 0, 4).emptiness());
        assertEquals(Emptiness.TRUTH_EMPTY, new ConfusionCounts(0, 1, 0, 4).emptiness());
        assertEquals(Emptiness.PREDICTION_EMPTY, new ConfusionCounts(0, 0, 1, 4).emptiness());
        assertEquals(Emptiness.NEITHER_EMPTY, new ConfusionCounts(0, 1, 1, 4).emptiness());
    }

    @Test
    public void refusesNegativeCounts() {
        assertThrows(IllegalArgumentException.class, () -> new ConfusionCounts(0, -1, 0, 0));
    }
}
