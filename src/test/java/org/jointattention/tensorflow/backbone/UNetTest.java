package org.jointattention.tensorflow.backbone;

import static org.junit.Assert.assertEquals;

import org.jointattention.model.BackboneSpec;
import org.jointattention.tensorflow.Net;
import org.jointattention.tensorflow.NetHarness;
import org.junit.Test;

public class UNetTest {
    /** Kernels of the encoder: two 3x3 convolutions a level. */
    static long encoder(int depth, int width, int channels) {
        long sum = 0;
        for (int level = 0; level <= depth; level++) {
            long w = (long) width << level;
            sum += 9 * w * (level == 0 ? channels : w / 2) + 9 * w * w;
        }
        return sum;
    }

    @Test
    public void weightsAreAsManyAsTheFormulaSays() {
        for (int depth = 1; depth <= 4; depth++) {
            long sum = encoder(depth, 6, 3);
            for (int level = 0; level < depth; level++) {
                long w = 6L << level;
                sum += 4 * w * 2 * w + 9 * 2 * w * w + 9 * w * w;
            }
            assertEquals(sum, BackboneHarness.kernels(new BackboneSpec("unet", depth, 2, 1, 6), 3));
        }
    }

    @Test
    public void growthIsNotUsed() {
        assertEquals(
                BackboneHarness.kernels(new BackboneSpec("unet", 2, 2, 1, 6), 1),
                BackboneHarness.kernels(new BackboneSpec("unet", 2, 2, 99, 6), 1));
    }

    @Test
    public void featuresHaveTheBaseWidth() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 1)) {
            BackboneSpec spec = new BackboneSpec("unet", 2, 2, 1, 6);
            assertEquals(6, Net.channels(BackboneHarness.apply(harness, spec, harness.input("x", 1, 8, 8, 1), "none")));
        }
    }
}
