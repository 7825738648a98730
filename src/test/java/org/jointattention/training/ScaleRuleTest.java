package org.jointattention.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Collections;
import org.junit.Test;

public class ScaleRuleTest {
    private static ScaleRule rule(Sample... samples) {
        return new ScaleRule(PlanSamples.summary(samples));
    }

    private static double scaleOfDisc(int size, double radius) {
        return rule(PlanSamples.discs(size, size, radius, 1, 4)).scale();
    }

    @Test
    public void fineObjectsKeepFullResolution() {
        ScaleRule rule = rule(PlanSamples.discs(256, 256, 5, 20, 1));
        assertEquals(1, rule.scale(), 0);
        assertTrue(rule.reason(), rule.reason().contains("full resolution"));
        assertEquals(1, scaleOfDisc(512, 12), 0);
    }

    @Test
    public void largeObjectsAreShrunkUntilSeenAsAWhole() {
        assertEquals(0.25, scaleOfDisc(512, 60), 0);
        assertEquals(0.5, scaleOfDisc(1000, 28), 0);
        assertEquals(0.125, scaleOfDisc(1200, 125), 0);
    }

    @Test
    public void thicknessDecidesWhateverTheSizeOfTheImage() {
        assertEquals(0.25, scaleOfDisc(512, 36), 0);
        assertEquals(0.25, scaleOfDisc(1000, 36), 0);
        assertEquals(0.5, scaleOfDisc(280, 22), 0);
    }

    @Test
    public void smallImagesAreNotShrunkBelow96Pixels() {
        ScaleRule rule = rule(PlanSamples.discs(190, 190, 60, 1, 4));
        assertEquals(1, rule.scale(), 0);
        assertTrue(rule.reason(), rule.reason().contains("too small to shrink"));
        assertEquals(0.5, scaleOfDisc(380, 120), 0);
    }

    @Test
    public void aThinClassKeepsFullResolutionForAll() {
        Sample both = PlanSamples.sample(512, 512, (x, y) -> x, (x, y) -> x < 200 ? 1 : x > 300 && x < 306 ? 2 : 0);
        assertEquals(1, new ScaleRule(DataSummary.of(Collections.singletonList(both), 3)).scale(), 0);
    }

    @Test
    public void sparseLabelsKeepFullResolution() {
        ScaleRule rule = rule(PlanSamples.sparse(PlanSamples.discs(512, 512, 60, 1, 4), 0.02, 9));
        assertEquals(1, rule.scale(), 0);
        assertTrue(rule.reason(), rule.reason().contains("labelled"));
    }
}
