package org.jointattention.comparison;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.jointattention.model.BackboneSpec;
import org.junit.Test;

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
    public void saysWhenNoWidthWillDo() {
        WidthFit fit = new WidthFit(1000, 0.05, spec -> weights(spec, 5000));
        String message =
                assertThrows(ComparisonException.class, () -> fit.fit(STANDARD)).getMessage();
        assertTrue(message, message.contains("denseunet") && message.contains("1000"));
    }
}
