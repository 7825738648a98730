package org.jointattention.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.jointattention.training.SymmetryReport.Transform;
import org.junit.Test;

public class SymmetryCheckTest {
    private static SymmetryReport report(List<Sample> samples) {
        return DataSummary.of(samples, 2).symmetries();
    }

    @Test
    public void imagesWithAnUpAndADownAreOnlyFlippedLeftRight() {
        DataSummary data = DataSummary.of(PlanSamples.topBright(20, 90, 80), 2);
        SymmetryReport report = data.symmetries();
        assertTrue(report.flipX());
        assertFalse(report.flipY());
        assertFalse(report.quarterTurns());
        assertEquals(15, report.maxRotationDegrees(), 0);
        assertTrue(data.asymmetry(Transform.FLIP_Y).ratio() > 0.9);
        assertTrue(report.reason(Transform.FLIP_Y).contains("share an asymmetry (R 0.9"));
    }

    @Test
    public void lyingOnTheirSideTheyAreOnlyFlippedUpDown() {
        List<Sample> turned = new ArrayList<>();
        for (Sample sample : PlanSamples.topBright(20, 64, 64)) {
            turned.add(PlanSamples.sample(64, 64, (x, y) -> sample.image().get(y, x, 0), (x, y) -> sample.label(y, x)));
        }
        SymmetryReport report = report(turned);
        assertFalse(report.flipX());
        assertTrue(report.flipY());
        assertFalse(report.quarterTurns());
        assertEquals(15, report.maxRotationDegrees(), 0);
    }

    @Test
    public void objectsAtRandomAdmitEverything() {
        SymmetryReport report = report(PlanSamples.manyDiscs(12, 96, 8, 6));
        assertTrue(report.flipX() && report.flipY() && report.quarterTurns());
        assertEquals(180, report.maxRotationDegrees(), 0);
    }

    @Test
    public void gradientsEachInAnotherDirectionAdmitEverything() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            double angle = 2 * Math.PI * i / 24;
            samples.add(PlanSamples.sample(
                    40, 40, (x, y) -> x * Math.cos(angle) + y * Math.sin(angle), (x, y) -> (x + y) % 5 == 0 ? 1 : 0));
        }
        SymmetryReport report = report(samples);
        assertTrue(report.flipX() && report.flipY() && report.quarterTurns());
    }

    @Test
    public void aSharedButFaintGradientAdmitsEverything() {
        List<Sample> samples = new ArrayList<>();
        for (Sample sample : PlanSamples.manyDiscs(12, 96, 8, 6)) {
            samples.add(PlanSamples.sample(
                    96, 96, (x, y) -> sample.image().get(x, y, 0) + 0.1 * y, (x, y) -> sample.label(x, y)));
        }
        assertTrue(report(samples).flipY());
    }

    @Test
    public void classesThatKeepToOneSideForbidTheFlipEvenInNoise() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Sample noise = PlanSamples.discs(64, 64, 1, 0, i);
            samples.add(PlanSamples.sample(64, 64, (x, y) -> noise.image().get(x, y, 0), (x, y) -> x < 30 ? 1 : 0));
        }
        DataSummary data = DataSummary.of(samples, 2);
        assertFalse(data.symmetries().flipX());
        assertEquals("class 1", data.asymmetry(Transform.FLIP_X).layer());
    }

    @Test
    public void aFewUprightImagesAreOnlyFlippedLeftRight() {
        for (int images = 1; images < SymmetryCheck.FEW; images++) {
            SymmetryReport report = report(PlanSamples.topBright(images, 90, 80));
            assertTrue(report.flipX());
            assertFalse(report.flipY());
            assertFalse(report.quarterTurns());
            assertTrue(report.reason(Transform.FLIP_X).contains("too few"));
        }
    }

    @Test
    public void aFewEvenImagesAdmitEverything() {
        SymmetryReport report = report(PlanSamples.manyDiscs(2, 256, 8, 60));
        assertTrue(report.flipX() && report.flipY() && report.quarterTurns());
    }

    @Test
    public void constantAndTinyImagesSpeakAgainstNothing() {
        for (int images : new int[] {1, 7}) {
            List<Sample> samples = new ArrayList<>();
            for (int i = 0; i < images; i++) {
                samples.add(PlanSamples.constant(1, 5, 7, 1));
            }
            SymmetryReport report = report(samples);
            assertTrue(report.flipX() && report.flipY() && report.quarterTurns());
            assertTrue(report.reason(Transform.FLIP_Y).startsWith("no image has a structure"));
        }
    }

    @Test
    public void theNoiseFloorOfManyUnrelatedImagesIsTakenOff() {
        DataSummary data = DataSummary.of(PlanSamples.manyDiscs(6, 64, 6, 8), 2);
        assertTrue(data.asymmetry(Transform.FLIP_X).ratio() < 0.25);
    }
}
