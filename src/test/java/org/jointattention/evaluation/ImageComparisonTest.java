package org.jointattention.evaluation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.jointattention.image.LabelPlane;
import org.junit.Test;

public class ImageComparisonTest {
    @Test
    public void countsEachClass() {
        Mask truth = Masks.draw("11..", "1122", "..22");
        Mask prediction = Masks.draw("111.", "1.22", "...2");
        ImageComparison comparison = new ImageComparison(truth, prediction);
        assertEquals(new ConfusionCounts(3, 1, 1, 7), comparison.counts(1));
        assertEquals(new ConfusionCounts(3, 0, 1, 8), comparison.counts(2));
        assertEquals(new ConfusionCounts(3, 2, 1, 6), comparison.counts(0));
        assertEquals(new ConfusionCounts(0, 0, 0, 12), comparison.counts(254));
    }

    @Test
    public void leavesIgnoredPixelsOutOfTheCounts() {
        Mask truth = Masks.draw("1?.?", "1?..");
        Mask prediction = Masks.draw("1111", "....");
        assertEquals(
                new ConfusionCounts(1, 1, 1, 2),
                Masks.compare(truth, prediction, 1).counts());
    }

    @Test
    public void leavesIgnoredPixelsOutOfTheSurfaces() {
        Mask truth = Masks.draw("1..?????", "1..?????");
        Mask prediction = Masks.draw("1......1", "1......1");
        SurfaceDistances distances = Masks.compare(truth, prediction, 1).surfaceDistances(PixelSize.ONE_PIXEL);
        assertEquals(0, distances.hausdorff95(), 0);
        assertEquals(0, distances.averageSymmetric(), 0);
    }

    @Test
    public void anIgnoredPixelMakesASurfaceInBothMasks() {
        // All pixels of a full 5 x 5 square but the inner nine are surface; the hole makes its four neighbours surface.
        Mask full = Masks.draw("11111", "11111", "11111", "11111", "11111");
        Mask holed = Masks.draw("11111", "11111", "11?11", "11111", "11111");
        ImageComparison comparison = new ImageComparison(holed, full);
        assertEquals(20, comparison.truthOf(1).surface().length);
        assertEquals(20, comparison.predictionOf(1).surface().length);
    }

    @Test
    public void predictedValuesDoNotMatterWhereTheTruthIsIgnored() {
        Mask prediction = new Mask(new LabelPlane(2, 1, new int[] {1, 70_000}));
        assertEquals(
                new ConfusionCounts(1, 0, 0, 0),
                Masks.compare(Masks.draw("1?"), prediction, 1).counts());
    }

    @Test
    public void everythingIgnoredIsEmpty() {
        ClassComparison comparison = Masks.compare(Masks.draw("??", "??"), Masks.draw("11", "11"), 1);
        assertEquals(Emptiness.BOTH_EMPTY, comparison.counts().emptiness());
        assertEquals(ConfusionCounts.NONE, comparison.counts());
    }

    @Test
    public void refusesMasksOfDifferentSize() {
        EvaluationException e = assertThrows(
                EvaluationException.class, () -> new ImageComparison(Masks.draw("11"), Masks.draw("1", "1")));
        assertTrue(
                e.getMessage(), e.getMessage().contains("2x1") && e.getMessage().contains("1x2"));
    }

    @Test
    public void refusesValuesThatAreNoClassIds() {
        Mask with255 = new Mask(new LabelPlane(2, 1, new int[] {0, 255}));
        EvaluationException e =
                assertThrows(EvaluationException.class, () -> new ImageComparison(Masks.draw(".1"), with255));
        assertTrue(e.getMessage(), e.getMessage().contains("prediction has the value 255 at (1, 0)"));
        assertThrows(
                EvaluationException.class,
                () -> new ImageComparison(new Mask(new LabelPlane(1, 1, new int[] {-1})), Masks.draw(".")));
    }

    @Test
    public void thePixelSizeOfTheTruthGoesFirst() {
        PixelSize two = new PixelSize(2, 2, "mm");
        PixelSize three = new PixelSize(3, 3, "mm");
        Mask none = Masks.draw("1");
        assertEquals(
                two,
                new ImageComparison(Masks.draw(two, "1"), Masks.draw(three, "1"))
                        .pixelSize()
                        .get());
        assertEquals(
                three,
                new ImageComparison(none, Masks.draw(three, "1")).pixelSize().get());
        assertTrue(new ImageComparison(none, none).pixelSize().isEmpty());
    }
}
