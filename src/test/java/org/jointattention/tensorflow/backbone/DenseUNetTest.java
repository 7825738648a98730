package org.jointattention.tensorflow.backbone;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.jointattention.engine.EngineException;
import org.jointattention.model.AttentionSpec;
import org.jointattention.model.BackboneSpec;
import org.jointattention.tensorflow.Net;
import org.jointattention.tensorflow.NetHarness;
import org.junit.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

public class DenseUNetTest {
    private static Operand<TFloat32> apply(NetHarness harness, BackboneSpec spec, Operand<TFloat32> x, String where) {
        AttentionPlaces places = new AttentionPlaces(AttentionSpec.parse(where));
        Operand<TFloat32> y = Backbones.create(spec).apply(harness.net(), x, places);
        places.blocks();
        return y;
    }

    @Test
    public void keepsHeightAndWidth() {
        for (int depth = 1; depth <= 3; depth++) {
            try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 1)) {
                BackboneSpec spec = new BackboneSpec("denseunet", depth, 2, 4, 6);
                Operand<TFloat32> y = apply(harness, spec, harness.input("x", 2, 16, 24, 3), "none");
                assertArrayEquals(new int[] {2, 16, 24, 6 + 2 * 4}, Net.extents(y));
                assertEquals(2 * 16 * 24 * 14, harness.run(y).length);
            }
        }
    }

    @Test
    public void gradientsAreRightThroughTheWholeNetwork() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 2)) {
            BackboneSpec spec = new BackboneSpec("denseunet", 1, 1, 2, 2);
            Operand<TFloat32> y = apply(harness, spec, harness.input("x", 1, 4, 4, 1), "joint@bottleneck,skip0");
            // ReLU has kinks, so that a difference over a finite step is off by a little.
            harness.checkGradients(y, 5e-2);
        }
    }

    @Test
    public void weightsAreAsManyAsTheFormulaSays() {
        int base = 6;
        int growth = 4;
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 3)) {
            BackboneSpec spec = new BackboneSpec("denseunet", 2, 2, growth, base);
            apply(harness, spec, harness.input("x", 1, 8, 8, 1), "none");
            long block = 9L * growth * (base + base + growth);
            int out = base + 2 * growth;
            long kernels = 9L * base // stem
                    + block * (1 + 4 + 4) // encoder 0, encoder 1, bottleneck of multiples 1, 2, 2
                    + block * (4 + 1) // decoder
                    + (long) out * 2 * base // transition to level 1
                    + (long) 2 * out * 2 * base // transition to the bottleneck
                    + 4L * (2 * out) * (2 * base) // up to level 1
                    + 4L * (2 * out) * base // up to level 0
                    + (2L * base + 2L * out) * 2 * base // fuse at level 1
                    + ((long) base + out) * base; // fuse at level 0
            assertEquals(kernels, size(harness, "kernel"));
        }
    }

    private static long size(NetHarness harness, String suffix) {
        return harness.weights().asMap().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(suffix))
                .mapToLong(entry -> entry.getValue().values().length)
                .sum();
    }

    @Test
    public void sizesThatAreNoMultipleOfTheStrideAreRefused() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 4)) {
            BackboneSpec spec = new BackboneSpec("denseunet", 2, 1, 2, 2);
            Operand<TFloat32> x = harness.input("x", 1, 6, 8, 1);
            assertThrows(EngineException.class, () -> apply(harness, spec, x, "none"));
        }
    }

    @Test
    public void unknownBackbonesAreRefusedWithTheKnownOnes() {
        EngineException e = assertThrows(
                EngineException.class, () -> Backbones.create(new BackboneSpec("backboneless", 2, 1, 2, 2)));
        assertTrue(
                e.getMessage(),
                e.getMessage()
                        .startsWith("Unknown backbone 'backboneless'; there are: denseunet, unet, unetplusplus, "));
    }
}
