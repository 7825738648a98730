package org.jointattention.tensorflow.backbone;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jointattention.model.BackboneSpec;
import org.jointattention.tensorflow.Net;
import org.jointattention.tensorflow.NetHarness;
import org.junit.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

public class UNetPlusPlusTest {
    private static BackboneSpec spec(String name, int depth) {
        return new BackboneSpec(name, depth, 2, 1, 4);
    }

    @Test
    public void weightsAreAsManyAsTheFormulaSays() {
        for (int depth = 1; depth <= 4; depth++) {
            long sum = UNetTest.encoder(depth, 4, 3);
            for (int level = 0; level < depth; level++) {
                long w = 4L << level;
                for (int column = 1; level + column <= depth; column++) {
                    sum += 4 * w * 2 * w + 9 * (column + 1) * w * w + 9 * w * w;
                }
            }
            assertEquals(sum, BackboneHarness.kernels(spec("unetplusplus", depth), 3));
            assertEquals(sum, BackboneHarness.kernels(spec("unetplusplus:deep", depth), 3));
        }
    }

    @Test
    public void nodesAreThoseOfTheTriangle() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 1)) {
            BackboneHarness.apply(harness, spec("unetplusplus", 3), harness.input("x", 1, 8, 8, 1), "none");
            Set<String> names = harness.weights().names();
            for (int level = 0; level < 4; level++) {
                for (int column = 1; column < 4; column++) {
                    String name = "node" + level + "_" + column + "/up/kernel";
                    assertEquals(name, level + column <= 3, names.contains(name));
                }
            }
        }
    }

    @Test
    public void deepSupervisionHasAnOutputForEachColumn() {
        for (int depth = 1; depth <= 3; depth++) {
            try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 1)) {
                Operand<TFloat32> x = harness.input("x", 1, 16, 8, 1);
                assertEquals(1, outputs(harness, "unetplusplus", depth, x).size());
                List<Operand<TFloat32>> deep = outputs(harness, "unetplusplus:deep", depth, x);
                assertEquals(depth, deep.size());
                for (Operand<TFloat32> output : deep) {
                    assertArrayEquals(new int[] {1, 16, 8, 4}, Net.extents(output));
                }
            }
        }
    }

    @Test
    public void theFinestOutputIsThatWithoutSupervision() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 1)) {
            Operand<TFloat32> x = harness.input("x", 1, 8, 8, 1);
            float[] plain = harness.run(outputs(harness, "unetplusplus", 2, x).get(0));
            List<Operand<TFloat32>> deep = outputs(harness, "unetplusplus:deep", 2, x);
            assertTrue(Arrays.equals(plain, harness.run(deep.get(1))));
            assertFalse(Arrays.equals(plain, harness.run(deep.get(0))));
        }
    }

    /** A column knows nothing of levels below itself. */
    @Test
    public void coarserColumnsDoNotSeeTheBottleneck() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 2)) {
            List<Operand<TFloat32>> deep = outputs(harness, "unetplusplus:deep", 2, harness.input("x", 1, 8, 8, 1));
            float[] first = harness.run(deep.get(0));
            float[] last = harness.run(deep.get(1));
            harness.fill("bottleneck/layer1/beta", 3);
            assertArrayEquals(first, harness.run(deep.get(0)), 0);
            assertFalse(Arrays.equals(last, harness.run(deep.get(1))));
        }
    }

    private static List<Operand<TFloat32>> outputs(NetHarness harness, String name, int depth, Operand<TFloat32> x) {
        return BackboneHarness.outputs(harness, spec(name, depth), x, "none");
    }
}
