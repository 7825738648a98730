package org.jointattention.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class AugmentationRuleTest {
    private static DataSummary discs(double radius) {
        return PlanSamples.summary(PlanSamples.discs(256, 256, radius, 12, 1));
    }

    @Test
    public void thinObjectsAreChangedGently() {
        AugmentationRule rule = new AugmentationRule(discs(3), 1);
        assertEquals(AugmentationLevel.GENTLE, rule.level());
        assertTrue(rule.reason(), rule.reason().contains("px thick"));
    }

    @Test
    public void thickObjectsAreChangedAsUsual() {
        assertEquals(AugmentationLevel.STANDARD, new AugmentationRule(discs(12), 1).level());
    }

    @Test
    public void thicknessCountsAfterScaling() {
        assertEquals(AugmentationLevel.GENTLE, new AugmentationRule(discs(12), 0.25).level());
    }

    @Test
    public void withoutForegroundTheUsualIsTaken() {
        DataSummary empty = PlanSamples.summary(PlanSamples.sample(64, 64, (x, y) -> x, (x, y) -> 0));
        assertEquals(AugmentationLevel.STANDARD, new AugmentationRule(empty, 1).level());
    }

    @Test
    public void thePlanSaysWhatItTakesAndObeys() {
        TrainingPlan derived = TrainingPlan.of(discs(3), PlanRequest.builder().build());
        assertEquals(AugmentationLevel.GENTLE, derived.augmentation());
        assertTrue(derived.describe(), derived.describe().contains("augmentation"));
        TrainingPlan given = TrainingPlan.of(
                discs(3),
                PlanRequest.builder().augmentation(AugmentationLevel.NONE).build());
        assertEquals(
                0, given.batchOptions().augmentation().strength(Effect.ELASTIC).probability(), 0);
        assertNotEquals(
                given.batchOptions().augmentation(), derived.batchOptions().augmentation());
    }

    @Test
    public void gentleIsLessThanStandardInEveryEffect() {
        Symmetries symmetries = Symmetries.all();
        Augmentation gentle = AugmentationLevel.GENTLE.augmentation(symmetries, 1);
        Augmentation standard = AugmentationLevel.STANDARD.augmentation(symmetries, 1);
        for (Effect effect : Effect.values()) {
            Strength less = gentle.strength(effect);
            Strength more = standard.strength(effect);
            assertTrue(effect.name(), less.probability() <= more.probability());
            assertTrue(effect.name(), less.probability() == 0 || less.high() <= more.high());
        }
    }

    @Test
    public void levelsAreReadByName() {
        assertEquals(AugmentationLevel.GENTLE, AugmentationLevel.parse(" Gentle "));
        PlanException wrong = assertThrows(PlanException.class, () -> AugmentationLevel.parse("wild"));
        assertTrue(wrong.getMessage(), wrong.getMessage().contains("none, gentle, standard"));
    }
}
