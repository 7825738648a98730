package org.jointattention.tensorflow.backbone;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.jointattention.engine.EngineException;
import org.jointattention.model.AttentionSpec;
import org.jointattention.model.BackboneSpec;
import org.jointattention.tensorflow.Net;
import org.jointattention.tensorflow.NetHarness;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** What holds for every backbone. */
@RunWith(Parameterized.class)
public class BackbonesTest {
    @Parameters(name = "{0}")
    public static List<Backbones> backbones() {
        return Arrays.asList(Backbones.values());
    }

    private final Backbones backbone;

    public BackbonesTest(Backbones backbone) {
        this.backbone = backbone;
    }

    private BackboneSpec spec(int depth, int layers, int width) {
        return new BackboneSpec(backbone.label(), depth, layers, 2, width);
    }

    @Test
    public void keepsHeightAndWidthAtEveryDepth() {
        for (int depth = 1; depth <= 3; depth++) {
            for (int channels : new int[] {1, 3}) {
                try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 1)) {
                    Operand<TFloat32> x = harness.input("x", 2, 16, 24, channels);
                    for (Operand<TFloat32> y : BackboneHarness.outputs(harness, spec(depth, 2, 2), x, "none")) {
                        assertArrayEquals(new int[] {2, 16, 24}, Arrays.copyOf(Net.extents(y), 3));
                        float[] values = harness.run(y);
                        assertEquals(2 * 16 * 24 * Net.channels(y), values.length);
                        assertTrue(Float.isFinite(values[0]));
                    }
                }
            }
        }
    }

    @Test
    public void everyLayerReachesTheOutput() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 1)) {
            Operand<TFloat32> y = BackboneHarness.apply(harness, spec(2, 1, 3), harness.input("x", 1, 8, 8, 1), "none");
            float[] before = harness.run(y);
            for (String name : harness.weights().names()) {
                if (name.endsWith("/beta") || name.endsWith("/bias")) {
                    float[] saved = harness.values(name).clone();
                    harness.fill(name, 3);
                    assertFalse(name, Arrays.equals(before, harness.run(y)));
                    System.arraycopy(saved, 0, harness.values(name), 0, saved.length);
                }
            }
        }
    }

    @Test
    public void gradientsAreRightThroughTheWholeNetwork() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 2)) {
            Operand<TFloat32> x = harness.input("x", 1, 4, 4, 1);
            Operand<TFloat32> y = BackboneHarness.apply(harness, spec(1, 1, 2), x, "joint@bottleneck,skip0");
            keepAlive(harness);
            harness.checkGradients(y, 5e-2);
        }
    }

    @Test
    public void attentionIsTakenAtEveryPlace() {
        for (String place : List.of("bottleneck", "skip0", "skip1")) {
            try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 4)) {
                Operand<TFloat32> x = harness.input("x", 1, 8, 8, 1);
                Operand<TFloat32> y = BackboneHarness.apply(harness, spec(2, 1, 2), x, "self@" + place);
                keepAlive(harness);
                String gamma = place + "/attention/gamma";
                float[] attended = harness.run(y);
                harness.fill(gamma, 0);
                assertNotEquals(0, difference(attended, harness.run(y)), 1e-6);
            }
        }
    }

    /** Keeps the ReLUs of the few channels here away from their kinks, where differences over finite steps are off. */
    private static void keepAlive(NetHarness harness) {
        for (String name : harness.weights().names()) {
            if (name.endsWith("/beta")) {
                harness.fill(name, 1);
            } else if (name.endsWith("/gamma")) {
                harness.fill(name, 0.2f);
            }
        }
    }

    private static double difference(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum;
    }

    @Test
    public void placesThatItHasNotAreRefusedWithThoseItHas() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 5)) {
            Operand<TFloat32> x = harness.input("x", 1, 8, 8, 1);
            AttentionPlaces places = new AttentionPlaces(AttentionSpec.parse("self@skip2"));
            Backbones.create(spec(2, 1, 2)).apply(harness.net(), x, places);
            String message = assertThrows(EngineException.class, places::blocks).getMessage();
            assertTrue(message, message.startsWith("This network has no place 'skip2' for attention; it has ["));
            for (String place : List.of("bottleneck", "skip0", "skip1")) {
                assertTrue(message, message.contains(place));
            }
        }
    }

    @Test
    public void sizesThatAreNoMultipleOfTheStrideAreRefused() {
        for (int[] size : new int[][] {{6, 8}, {8, 6}, {7, 8}}) {
            try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 4)) {
                Operand<TFloat32> x = harness.input("x", 1, size[0], size[1], 1);
                EngineException e = assertThrows(
                        EngineException.class, () -> BackboneHarness.apply(harness, spec(2, 1, 2), x, "none"));
                assertTrue(e.getMessage(), e.getMessage().endsWith("must be multiples of the network's stride."));
            }
        }
    }
}
