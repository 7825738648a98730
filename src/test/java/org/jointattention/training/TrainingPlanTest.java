package org.jointattention.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import org.jointattention.model.NormalizationSpec;
import org.junit.Test;

public class TrainingPlanTest {
    private static final DataSummary DISCS = PlanSamples.summary(PlanSamples.discs(600, 500, 10, 40, 1));

    private static TrainingPlan automatic(Sample... samples) {
        return TrainingPlan.of(PlanSamples.summary(samples), PlanRequest.automatic());
    }

    private static TrainingPlan plan(PlanRequestBuilder builder) {
        return TrainingPlan.of(DISCS, builder.build());
    }

    private static String refusal(PlanRequestBuilder builder) {
        return assertThrows(PlanException.class, () -> plan(builder)).getMessage();
    }

    private static Decision decision(TrainingPlan plan, String name) {
        return plan.decisions().stream()
                .filter(d -> d.name().equals(name))
                .findFirst()
                .get();
    }

    @Test
    public void defaultsOfAnOrdinaryImage() {
        TrainingPlan plan = plan(PlanRequest.builder());
        assertEquals("denseunet", plan.spec().backbone().name());
        assertEquals(3, plan.spec().backbone().depth());
        assertEquals("joint:slim@bottleneck", plan.spec().attention().toString());
        assertEquals(256, plan.patch());
        assertEquals(4, plan.batch());
        assertEquals("256 px, overlap 64 px", plan.spec().tile().toString());
        assertEquals(500, plan.steps().getAsInt());
        assertFalse(plan.minutes().isPresent());
        assertEquals(25, plan.warmupSteps());
        assertEquals(50, plan.checkpointEvery().getAsInt());
        assertFalse(plan.checkpointSeconds().isPresent());
        assertEquals(2e-3, plan.learningRate(), 0);
        assertEquals(NormalizationSpec.meanStd(), plan.spec().normalization());
        assertEquals("class 1", plan.spec().classes().get(1).name());
        assertEquals(0xe69f00, plan.spec().classes().get(1).rgb());
        assertEquals(0, plan.validationFraction(), 0);
        assertEquals(256, plan.trainerOptions().patch());
    }

    @Test
    public void aGpuGetsTheLargerPreset() {
        assertEquals(4, plan(PlanRequest.builder().gpu(true)).spec().backbone().depth());
        assertEquals(
                "base",
                decision(plan(PlanRequest.builder().gpu(true)), "preset").value());
        assertEquals("small", decision(plan(PlanRequest.builder()), "preset").value());
    }

    @Test
    public void patchesFollowTheImagesAndBatchesThePatches() {
        assertPatch(256, 4, automatic(PlanSamples.discs(256, 256, 8, 9, 1)));
        assertPatch(272, 4, automatic(PlanSamples.discs(267, 256, 8, 9, 1)));
        assertPatch(136, 14, automatic(PlanSamples.discs(400, 130, 8, 9, 1)));
        assertPatch(64, 16, automatic(PlanSamples.discs(30, 20, 3, 1, 1)));
        assertPatch(512, 2, plan(PlanRequest.builder().patch(512)));
    }

    private static void assertPatch(int patch, int batch, TrainingPlan plan) {
        assertEquals(patch, plan.patch());
        assertEquals(batch, plan.batch());
        assertEquals(patch, plan.spec().tile().size());
        assertEquals(0, plan.spec().tile().overlap() % plan.spec().backbone().stride());
    }

    @Test
    public void smallPatchesLimitTheDepth() {
        PlanRequest gpu = PlanRequest.builder().gpu(true).build();
        TrainingPlan plan = TrainingPlan.of(PlanSamples.summary(PlanSamples.discs(70, 70, 6, 3, 1)), gpu);
        assertEquals(3, plan.spec().backbone().depth());
        assertEquals(72, plan.patch());
        assertTrue(decision(plan, "depth").reason().contains("8x8"));
        assertEquals(2, plan(PlanRequest.builder().patch(32)).spec().backbone().depth());
    }

    @Test
    public void stepsGrowWithTheDataUpTo6000() {
        Sample[] some = PlanSamples.manyDiscs(40, 256, 8, 9).toArray(new Sample[0]);
        assertEquals(1500, automatic(some).steps().getAsInt());
        assertEquals(0.2, automatic(some).validationFraction(), 0);
        Sample shared = PlanSamples.discs(128, 128, 8, 4, 1);
        DataSummary many = DataSummary.of(Collections.nCopies(700, shared), 2);
        assertEquals(
                6000, TrainingPlan.of(many, PlanRequest.automatic()).steps().getAsInt());
        assertEquals(200, TrainingPlan.of(many, PlanRequest.automatic()).warmupSteps());
    }

    @Test
    public void rareClassesWeighMore() {
        Sample sample = PlanSamples.sample(
                100, 100, (x, y) -> x, (x, y) -> y == 0 ? 1 : y < 3 ? 2 : y == 3 && x < 5 ? 3 : y > 80 ? 4 : 0);
        DataSummary data = DataSummary.of(Collections.singletonList(sample), 6);
        TrainingPlan plan = TrainingPlan.of(data, PlanRequest.automatic());
        float[] expected = {1, 2.24f, 1.58f, 4, 1, 1};
        assertArrayEquals(expected, plan.classWeights(), 0);
        assertTrue(decision(plan, "class weights").reason().contains("NEVER LABELLED: class 5"));
    }

    @Test
    public void scarceForegroundIsSampledMore() {
        assertEquals(0.5, automatic(PlanSamples.discs(256, 256, 10, 1, 1)).foregroundFraction(), 0);
        assertEquals(1 / 3.0, automatic(PlanSamples.discs(100, 100, 20, 2, 1)).foregroundFraction(), 0);
    }

    @Test
    public void darkBackgroundsAreNormalisedByPercentiles() {
        Sample dark = PlanSamples.sample(
                64, 64, (x, y) -> x % 16 < 4 && y % 16 < 4 ? 200 : x % 3, (x, y) -> x % 16 < 4 ? 1 : 0);
        assertEquals(
                NormalizationSpec.percentile(1, 99.8), automatic(dark).spec().normalization());
    }

    @Test
    public void whatTheUserGivesWins() {
        SymmetryReport none = SymmetryReport.given(false, false, false, 0);
        TrainingPlan plan = plan(PlanRequest.builder()
                .backbone("unet")
                .preset(Preset.BASE)
                .depth(2)
                .attention("pointwise@skip1")
                .classNames(Arrays.asList("ground", "cell"))
                .classWeights(Arrays.asList(0.5, 2.0))
                .augmentation(AugmentationLevel.GENTLE)
                .normalization(NormalizationSpec.percentile(2, 98))
                .scale(0.5)
                .symmetries(none)
                .patch(100)
                .batch(3)
                .steps(40)
                .learningRate(1e-3)
                .weightDecay(0.0)
                .warmupSteps(0)
                .foregroundFraction(0.25)
                .validationFraction(0.3)
                .seed(42L)
                .checkpointEvery(7));
        assertEquals(Preset.BASE.backbone("unet", 2), plan.spec().backbone());
        assertEquals("cell", plan.spec().classes().get(1).name());
        assertEquals(0.5, plan.spec().scale(), 0);
        assertEquals(none, plan.symmetries());
        assertFalse(plan.symmetries().toSymmetries().flipX());
        assertPatch(100, 3, plan);
        assertEquals(40, plan.steps().getAsInt());
        assertEquals(42, plan.seed());
        assertArrayEquals(new float[] {0.5f, 2}, plan.trainerOptions().classWeights(), 0);
        assertEquals(0, plan.trainerOptions().weightDecay(), 0);
        plan.decisions().stream()
                .filter(d -> !d.name().equals("tile") && !d.name().equals("averaging")) // follow from others, or fixed
                .forEach(d -> assertEquals(d.toString(), Decision.GIVEN, d.reason()));
    }

    @Test
    public void minutesReplaceSteps() {
        TrainingPlan plan = plan(PlanRequest.builder().minutes(7.5));
        assertFalse(plan.steps().isPresent());
        assertEquals(7.5, plan.minutes().getAsDouble(), 0);
        assertEquals("7.5", decision(plan, "minutes").value());
        assertTrue(refusal(PlanRequest.builder().minutes(7.5).steps(3)).contains("one of them"));
        assertTrue(refusal(PlanRequest.builder().minutes(-1.0)).contains("minutes"));
    }

    @Test
    public void minutesAreDividedByTime() {
        double[][] intervals = {{0.5, 10}, {7.5, 22.5}, {40, 120}, {600, 120}};
        for (double[] interval : intervals) {
            TrainingPlan plan = plan(PlanRequest.builder().minutes(interval[0]));
            assertEquals(interval[1], plan.checkpointSeconds().getAsDouble(), 1e-9);
            assertFalse(plan.checkpointEvery().isPresent());
        }
        TrainingPlan plan = plan(PlanRequest.builder().minutes(7.5));
        assertEquals("22.5 s", decision(plan, "checkpoint every").value());
        assertTrue(decision(plan, "checkpoint every").reason().contains("a twentieth of the minutes"));
        TrainingPlan given = plan(PlanRequest.builder().minutes(7.5).checkpointEvery(30));
        assertEquals(30, given.checkpointEvery().getAsInt());
        assertFalse(given.checkpointSeconds().isPresent());
    }

    @Test
    public void aPatchThatCannotBePooledIsRefusedWithItsNeighbours() {
        String message = refusal(PlanRequest.builder().patch(250));
        assertTrue(message, message.contains("250") && message.contains("248 or 256"));
        assertTrue(refusal(PlanRequest.builder().patch(8)).contains("16 to 2048"));
        assertTrue(refusal(PlanRequest.builder().patch(20).depth(5)).contains("use 32."));
    }

    @Test
    public void valuesOutOfRangeAreRefusedByName() {
        assertTrue(refusal(PlanRequest.builder().batch(0)).contains("batch is 0"));
        assertTrue(refusal(PlanRequest.builder().steps(0)).contains("steps is 0"));
        assertTrue(refusal(PlanRequest.builder().learningRate(Double.NaN)).contains("learning rate is NaN"));
        assertTrue(refusal(PlanRequest.builder().scale(9.0)).contains("scale is 9"));
        assertTrue(refusal(PlanRequest.builder().depth(7)).contains("depth is 7"));
        assertTrue(refusal(PlanRequest.builder().validationFraction(0.9)).contains("0 to 0.5"));
        assertTrue(refusal(PlanRequest.builder().attention("joint@roof")).contains("roof"));
        assertTrue(refusal(PlanRequest.builder().attention("joint@skip3")).contains("skip0 to skip2"));
        assertTrue(refusal(PlanRequest.builder().classNames(Arrays.asList("a", "b", "c")))
                .contains("3 class names"));
        String weight = refusal(PlanRequest.builder().classWeights(Arrays.asList(1.0, -1.0)));
        assertTrue(weight, weight.contains("class weight is -1"));
        assertTrue(refusal(PlanRequest.builder().warmupSteps(20).steps(10)).contains("warm-up"));
        assertThrows(PlanException.class, () -> SymmetryReport.given(true, true, true, 200));
        assertThrows(PlanException.class, () -> Preset.parse("huge"));
        assertEquals(Preset.BASE, Preset.parse(" Base "));
    }

    @Test
    public void onlyBackgroundIsNothingToLearn() {
        DataSummary empty = PlanSamples.summary(PlanSamples.constant(64, 64, 5, 0));
        PlanException refused =
                assertThrows(PlanException.class, () -> TrainingPlan.of(empty, PlanRequest.automatic()));
        assertTrue(refused.getMessage(), refused.getMessage().contains("nothing to learn"));
    }

    @Test
    public void constantAndSparseImagesGetAPlan() {
        assertPatch(64, 16, automatic(PlanSamples.constant(1, 9, 5, 1)));
        TrainingPlan sparse = automatic(PlanSamples.sparse(PlanSamples.discs(300, 300, 60, 1, 4), 0.02, 9));
        assertEquals(1, sparse.spec().scale(), 0);
        assertEquals(256, sparse.patch());
    }

    @Test
    public void theTableIsAlignedAndHasEveryDecision() {
        TrainingPlan plan = plan(PlanRequest.builder().seed(5L));
        String[] lines = plan.describe().split("\n");
        assertEquals(plan.decisions().size(), lines.length);
        int column = lines[0].indexOf(plan.decisions().get(0).value());
        for (int i = 0; i < lines.length; i++) {
            assertEquals(column, lines[i].indexOf(plan.decisions().get(i).value(), column));
        }
        assertTrue(plan.describe().endsWith("given\n"));
    }

    @Test
    public void aBuilderUsedAgainDoesNotChangeEarlierRequests() {
        PlanRequestBuilder builder = PlanRequest.builder().patch(128);
        PlanRequest first = builder.build();
        builder.patch(null);
        assertEquals(128, first.patch().get().intValue());
        assertFalse(builder.build().patch().isPresent());
    }
}
