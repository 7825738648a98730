package org.jointattention.comparison;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jointattention.model.AttentionSpec;
import org.jointattention.model.BackboneSpec;
import org.jointattention.model.LabelClass;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.NormalizationSpec;
import org.jointattention.model.TileSpec;
import org.jointattention.tensorflow.TensorFlowEngine;
import org.jointattention.training.Preset;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

public class WidthFitTest {
    private static final BackboneSpec STANDARD = new BackboneSpec("denseunet", 3, 2, 16, 16);

    /** Grows with both widths as a network does, and has some weights whatever the widths. */
    private static long weights(BackboneSpec spec, long attention) {
        return attention + 500L * spec.baseWidth() * spec.baseWidth() + 800L * spec.growth() * spec.growth();
    }

    @Test
    public void keepsStandardWidthsThatAreNearEnough() {
        long target = weights(STANDARD, 0);
        WidthFit fit = new WidthFit(target, 0.05, spec -> weights(spec, target / 25));
        assertEquals(STANDARD, fit.fit(STANDARD));
    }

    @Test
    public void thinsANetworkThatHasMore() {
        long target = weights(STANDARD, 0);
        for (long attention : new long[] {40_000, 100_000, 250_000}) {
            WidthFit fit = new WidthFit(target, 0.05, spec -> weights(spec, attention));
            BackboneSpec fitted = fit.fit(STANDARD);
            assertTrue(fitted.toString(), fitted.baseWidth() < 16);
            assertEquals(target, weights(fitted, attention), 0.05 * target);
            assertEquals(STANDARD.depth(), fitted.depth());
        }
    }

    @Test
    public void widensANetworkThatHasLess() {
        long target = 2 * weights(STANDARD, 0);
        BackboneSpec fitted = new WidthFit(target, 0.01, spec -> weights(spec, 0)).fit(STANDARD);
        assertEquals(target, weights(fitted, 0), 0.01 * target);
    }

    @Test
    public void saysWhenTheWidestWillNotDo() {
        BackboneSpec unet = new BackboneSpec("unet", 3, 2, 13, 13);
        WidthFit dense = new WidthFit(1L << 40, 0.05, spec -> weights(spec, 0));
        WidthFit other = new WidthFit(1L << 40, 0.05, WidthFitTest::unetWeights);
        for (ThrowingRunnable fit : new ThrowingRunnable[] {() -> dense.fit(STANDARD), () -> other.fit(unet)}) {
            String message = assertThrows(ComparisonException.class, fit).getMessage();
            assertTrue(message, message.startsWith("No width of "));
        }
    }

    /** Of U-Net and its like the growth is not used, and a step of the base width changes a sixth of the weights. */
    @Test
    public void whereThereIsNoGrowthTheBottleneckMakesUpForTheRest() {
        BackboneSpec unet = new BackboneSpec("unet", 3, 2, 13, 13);
        ToLongFunction<BackboneSpec> weights = WidthFitTest::unetWeights;
        for (double share : new double[] {0.7, 0.93, 1.07, 1.4}) {
            long target = (long) (share * weights.applyAsLong(unet));
            BackboneSpec fitted = new WidthFit(target, 0.01, weights).fit(unet);
            assertEquals(target, weights.applyAsLong(fitted), 0.01 * target);
            assertEquals(8.0 * fitted.baseWidth(), fitted.doubledWidth(3), 1.6 * fitted.baseWidth());
        }
        long two = weights.applyAsLong(new BackboneSpec("unet", 3, 2, 2, 2));
        assertFalse(new WidthFit(two, 0.01, weights).fit(unet).bottleneckWidth().isPresent());
    }

    private static long unetWeights(BackboneSpec spec) {
        return 1000L * spec.baseWidth() * spec.baseWidth() + 20L * spec.doubledWidth(3) * spec.doubledWidth(3);
    }

    /** The sizes that docs/comparing.md promises: every backbone with what changes its weights most. */
    @Test
    public void everyBackboneIsBroughtToTheWeightsOfAnother() {
        everyBackboneFits(Preset.SMALL, "none", "joint", "nonlocal", "aggregation", "psa:collect");
        everyBackboneFits(Preset.BASE, "none", "joint");
    }

    private static void everyBackboneFits(Preset preset, String... attentions) {
        TensorFlowEngine engine = new TensorFlowEngine();
        long target = count(engine, preset.backbone("denseunet", preset.depth()), "none");
        for (String name : new String[] {"unet", "unetplusplus", "unetplusplus:deep", "nonlocalunet"}) {
            for (String attention : attentions) {
                BackboneSpec fitted = new WidthFit(target, 0.05, spec -> count(engine, spec, attention))
                        .fit(preset.backbone(name, preset.depth()));
                assertEquals(name + " " + attention, target, count(engine, fitted, attention), 0.05 * target);
            }
        }
    }

    private static long count(TensorFlowEngine engine, BackboneSpec backbone, String attention) {
        ModelSpec spec = new ModelSpec(
                backbone,
                AttentionSpec.parse(attention),
                1,
                List.of(new LabelClass("background", 0), new LabelClass("object", 1)),
                NormalizationSpec.meanStd(),
                1,
                new TileSpec(128, 0));
        return engine.initialWeights(spec, 1).size();
    }

    @Test
    public void saysWhenNoWidthWillDo() {
        WidthFit fit = new WidthFit(1000, 0.05, spec -> weights(spec, 5000));
        String message =
                assertThrows(ComparisonException.class, () -> fit.fit(STANDARD)).getMessage();
        assertTrue(message, message.contains("denseunet") && message.contains("1000"));
    }
}
