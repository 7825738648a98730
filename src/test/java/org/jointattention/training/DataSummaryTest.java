package org.jointattention.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jointattention.image.FloatPlane;
import org.junit.Test;

public class DataSummaryTest {
    private static String refusal(List<Sample> samples, int classes) {
        return assertThrows(PlanException.class, () -> DataSummary.of(samples, classes))
                .getMessage();
    }

    @Test
    public void sizesAndFrequenciesAreCounted() {
        Sample left = PlanSamples.sample(20, 10, (x, y) -> x, (x, y) -> x < 5 ? 1 : 0);
        Sample unlabelled = PlanSamples.sample(40, 30, (x, y) -> x, (x, y) -> 255);
        Sample middle = PlanSamples.sample(30, 20, (x, y) -> x, (x, y) -> x < 15 ? 2 : 0);
        DataSummary data = DataSummary.of(Arrays.asList(left, unlabelled, middle), 3);
        assertEquals("20 to 40 (median 30)", data.width().toString());
        assertEquals("10 to 30 (median 20)", data.height().toString());
        assertEquals(2000, data.pixels());
        assertEquals(0.4, data.labelledFraction(), 1e-12);
        assertEquals(50 / 800.0, data.frequency(1), 1e-12);
        assertEquals(300 / 800.0, data.frequency(2), 1e-12);
        assertEquals(350 / 800.0, data.foregroundFrequency(), 1e-12);
    }

    @Test
    public void discsAreMeasured() {
        ClassGeometry discs = PlanSamples.summary(PlanSamples.discs(200, 150, 20, 1, 5))
                .geometry()
                .get(0);
        assertEquals(40, discs.typicalThickness(), 2);
        assertEquals(40, discs.typicalDiameter(), 1.5);
        assertEquals(1, discs.componentsPerImage(), 0);
    }

    @Test
    public void aDiscCutByTheBorderKeepsItsSize() {
        Sample half = PlanSamples.sample(80, 80, (x, y) -> x, (x, y) -> Math.hypot(x, y - 40) <= 20 ? 1 : 0);
        assertEquals(40, PlanSamples.summary(half).geometry().get(0).typicalThickness(), 2);
    }

    @Test
    public void componentsTouchAtCorners() {
        Sample diagonal = PlanSamples.sample(30, 30, (x, y) -> x, (x, y) -> x == y ? 1 : 0);
        ClassGeometry line = PlanSamples.summary(diagonal).geometry().get(0);
        assertEquals(1, line.componentsPerImage(), 0);
        assertEquals(1, line.typicalThickness(), 0.01);
    }

    @Test
    public void theThinnestClassThatIsPresentCounts() {
        Sample sample = PlanSamples.sample(90, 90, (x, y) -> x, (x, y) -> x < 30 ? 1 : x > 60 && x <= 66 ? 3 : 0);
        DataSummary data = DataSummary.of(Collections.singletonList(sample), 4);
        assertFalse(data.geometry().get(1).isPresent());
        assertEquals(3, data.thinnestClass().get().label());
        assertEquals(6, data.thinnestClass().get().typicalThickness(), 1.01);
    }

    @Test
    public void ofAVeryLargeImageTheRichestWindowIsMeasured() {
        Sample wide = PlanSamples.sample(
                4500, 60, (x, y) -> x, (x, y) -> x < 10 || x > 3000 && x < 4000 && y > 20 && y <= 30 ? 1 : 0);
        ClassGeometry geometry = PlanSamples.summary(wide).geometry().get(0);
        assertEquals(10, geometry.typicalThickness(), 1.01);
        assertEquals(1, geometry.componentsPerImage(), 0);
    }

    @Test
    public void fluorescenceHasADarkBackgroundAndNoiseHasNot() {
        Sample nuclei = PlanSamples.sample(
                64, 64, (x, y) -> x % 16 < 4 && y % 16 < 4 ? 200 + x : 3 + x % 3, (x, y) -> x % 16 < 4 ? 1 : 0);
        GreyStatistics dark = PlanSamples.summary(nuclei).grey();
        assertTrue(dark.darkBackground());
        assertTrue(dark.integers());
        assertEquals(3, dark.min(), 0);
        GreyStatistics noise =
                PlanSamples.summary(PlanSamples.discs(64, 64, 5, 2, 1)).grey();
        assertFalse(noise.darkBackground());
        assertFalse(noise.integers());
    }

    @Test
    public void constantImagesAndNaNHaveDefinedStatistics() {
        DataSummary constant = PlanSamples.summary(PlanSamples.constant(9, 1, 4, 1));
        assertEquals(0, constant.grey().skew(0), 0);
        assertEquals(0.5, constant.grey().medianPosition(0), 0);
        assertEquals(1, constant.geometry().get(0).typicalThickness(), 0.01);
        Sample nan = PlanSamples.sample(8, 8, (x, y) -> Double.NaN, (x, y) -> x % 2);
        GreyStatistics grey = PlanSamples.summary(nan).grey();
        assertEquals(0, grey.max(), 0);
        assertEquals(0, grey.skew(0), 0);
        assertFalse(grey.darkBackground());
    }

    @Test
    public void twoSummariesOfManySamplesAgree() {
        List<Sample> samples = PlanSamples.manyDiscs(70, 40, 5, 3);
        DataSummary first = DataSummary.of(samples, 2);
        DataSummary second = DataSummary.of(new ArrayList<>(samples), 2);
        assertEquals(first.geometry().toString(), second.geometry().toString());
        assertEquals(first.symmetries(), second.symmetries());
        assertEquals(first.grey().toString(), second.grey().toString());
    }

    @Test
    public void whatCannotBeUsedIsRefusedByName() {
        Sample good = PlanSamples.constant(4, 4, 1, 0);
        assertTrue(refusal(Collections.emptyList(), 2).contains("at least one image"));
        assertTrue(refusal(Collections.singletonList(good), 1).contains("2 to 254"));
        String label = refusal(Arrays.asList(good, PlanSamples.constant(5, 4, 1, 2)), 2);
        assertTrue(label, label.contains("5x4 has the label 2") && label.contains("0 to 1"));
        String unlabelled = refusal(Collections.singletonList(PlanSamples.constant(4, 4, 1, 255)), 2);
        assertTrue(unlabelled, unlabelled.contains("255"));
        Sample colour = new Sample("colour", new FloatPlane(4, 4, 3, new float[48]), new byte[16]);
        String channels = refusal(Arrays.asList(good, colour), 2);
        assertTrue(channels, channels.contains("colour has 3 channels"));
        Sample empty = new Sample("empty", new FloatPlane(0, 4, 1, new float[0]), new byte[0]);
        assertTrue(refusal(Collections.singletonList(empty), 2).contains("empty has no pixels"));
    }
}
