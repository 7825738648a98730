package org.jointattention.evaluation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class DistanceMetricTest {
    private static final double EXACT = 1e-12;

    private static double value(Metric metric, Mask truth, Mask prediction) {
        return metric.of(Masks.compare(truth, prediction, 1)).getAsDouble();
    }

    @Test
    public void measuresInPixelsAndInUnits() {
        Mask truth = Masks.draw(new PixelSize(2, 3, "mm"), "1...", "....");
        Mask prediction = Masks.draw("...1", "....");
        assertEquals(3, value(DistanceMetric.HD95_PIXELS, truth, prediction), EXACT);
        assertEquals(3, value(DistanceMetric.ASSD_PIXELS, truth, prediction), EXACT);
        assertEquals(6, value(DistanceMetric.HD95, truth, prediction), EXACT);
        assertEquals(6, value(DistanceMetric.ASSD, truth, prediction), EXACT);
    }

    @Test
    public void theNearestPixelDependsOnThePixelSize() {
        String[] prediction = {"....", "...1", "1..."};
        Mask truth = Masks.draw(new PixelSize(1, 10, "mm"), "1...", "....", "....");
        assertEquals(2, value(DistanceMetric.HD95_PIXELS, truth, Masks.draw("....", "....", "1...")), EXACT);
        // Forth sqrt(10^2 + 3^2), back that and 20: the flat way round is shorter.
        double near = Math.sqrt(109);
        assertEquals((near + near + 20) / 3, value(DistanceMetric.ASSD, truth, Masks.draw(prediction)), EXACT);
        double pixels = Math.sqrt(10);
        assertEquals((2 + pixels + 2) / 3, value(DistanceMetric.ASSD_PIXELS, truth, Masks.draw(prediction)), EXACT);
    }

    @Test
    public void squarePixelsScale() {
        Mask truth = Masks.draw(new PixelSize(0.5, 0.5, "mm"), "1...", "....");
        Mask prediction = Masks.draw("...1", "....");
        assertEquals(1.5, value(DistanceMetric.HD95, truth, prediction), EXACT);
    }

    @Test
    public void noPixelSizeNoUnits() {
        ClassComparison comparison = Masks.compare(Masks.draw("1."), Masks.draw(".1"), 1);
        assertTrue(DistanceMetric.HD95.of(comparison).isEmpty());
        assertTrue(DistanceMetric.ASSD.of(comparison).isEmpty());
        assertEquals(1, DistanceMetric.HD95_PIXELS.of(comparison).getAsDouble(), EXACT);
    }

    @Test
    public void nothingBesideNothingIsZero() {
        Mask none = Masks.draw(new PixelSize(2, 3, "mm"), "...", "...");
        for (DistanceMetric metric : DistanceMetric.values()) {
            assertEquals(metric.key(), 0, value(metric, none, none), 0);
        }
    }

    @Test
    public void somethingBesideNothingIsTheDiagonal() {
        PixelSize size = new PixelSize(2, 1.5, "mm");
        Mask none = Masks.draw(size, "...", "...", "...", "...");
        Mask some = Masks.draw(size, ".1.", "...", "...", "...");
        for (Metric metric : new Metric[] {DistanceMetric.HD95_PIXELS, DistanceMetric.ASSD_PIXELS}) {
            assertEquals(5, value(metric, none, some), EXACT);
            assertEquals(5, value(metric, some, none), EXACT);
        }
        assertEquals(Math.hypot(6, 6), value(DistanceMetric.HD95, none, some), EXACT);
        assertEquals(Math.hypot(6, 6), value(DistanceMetric.ASSD, some, none), EXACT);
    }

    @Test
    public void aPredictionWithinIgnoredPixelsAloneIsEmpty() {
        Mask truth = Masks.draw("1.??", "1.??");
        Mask prediction = Masks.draw("...1", "...1");
        assertEquals(Math.sqrt(20), value(DistanceMetric.HD95_PIXELS, truth, prediction), EXACT);
    }

    @Test
    public void aSinglePixelImage() {
        assertEquals(0, value(DistanceMetric.HD95_PIXELS, Masks.draw("1"), Masks.draw("1")), 0);
        assertEquals(Math.sqrt(2), value(DistanceMetric.HD95_PIXELS, Masks.draw("1"), Masks.draw(".")), EXACT);
    }

    @Test
    public void countsDoNotDetermineDistances() {
        assertTrue(DistanceMetric.HD95.ofPooled(new ConfusionCounts(1, 1, 1, 1)).isEmpty());
    }
}
