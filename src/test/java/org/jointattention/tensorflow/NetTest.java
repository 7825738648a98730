package org.jointattention.tensorflow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.jointattention.engine.EngineException;
import org.junit.Test;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

public class NetTest {
    private static final double TOLERANCE = 1e-2;

    @Test
    public void projectionHasTheRightGradients() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.TRAINING, 1)) {
            Operand<TFloat32> x = harness.input("x", 2, 6, 5, 3);
            harness.checkGradients(harness.net().projection("p", x, 3, 4), TOLERANCE);
        }
    }

    @Test
    public void projectionsThatChangeTheSizeHaveTheRightGradients() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.TRAINING, 1)) {
            Operand<TFloat32> x = harness.input("x", 2, 6, 4, 3);
            Operand<TFloat32> down = harness.net().downProjection("d", x, 4);
            assertArrayEquals(new int[] {2, 3, 2, 4}, Net.extents(down));
            harness.checkGradients(down, TOLERANCE);
            Operand<TFloat32> up = harness.net().upProjection("u", x, 4);
            assertArrayEquals(new int[] {2, 12, 8, 4}, Net.extents(up));
            harness.checkGradients(up, TOLERANCE);
        }
    }

    @Test
    public void convolutionHasTheRightGradientsInBothModes() {
        for (NetHarness.Mode mode : NetHarness.Mode.values()) {
            try (NetHarness harness = new NetHarness(mode, 2)) {
                Operand<TFloat32> x = harness.input("x", 2, 6, 5, 3);
                harness.checkGradients(harness.net().normalizedConvolution("c", x, 3, 4, WeightKind.GAMMA), TOLERANCE);
            }
        }
    }

    @Test
    public void rectifiedConvolutionHasTheRightGradients() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 3)) {
            Operand<TFloat32> x = harness.input("x", 1, 4, 4, 2);
            harness.checkGradients(harness.net().convolution("c", x, 3, 3), 3 * TOLERANCE);
        }
    }

    @Test
    public void upConvolutionDoublesTheSizeAndHasTheRightGradients() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.TRAINING, 4)) {
            Operand<TFloat32> x = harness.input("x", 2, 3, 4, 5);
            Operand<TFloat32> y = harness.net().upConvolution("u", x, 3);
            assertArrayEquals(new int[] {2, 6, 8, 3}, Net.extents(y));
            harness.checkGradients(y, 3 * TOLERANCE);
        }
    }

    @Test
    public void poolingHalvesAndAveragesAndHasTheRightGradients() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.TRAINING, 5)) {
            Operand<TFloat32> x = harness.input("x", 1, 4, 2, 1);
            Operand<TFloat32> y = harness.net().averagePool(x);
            float[] in = harness.values("x");
            assertEquals((in[0] + in[1] + in[2] + in[3]) / 4, harness.run(y)[0], 1e-6);
            harness.checkGradients(y, TOLERANCE);
        }
    }

    @Test
    public void maximumIsTakenOfEachSquareAndHasTheRightGradients() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.TRAINING, 5)) {
            Operand<TFloat32> x = harness.input("x", 1, 4, 2, 1);
            Operand<TFloat32> y = harness.net().maxPool(x);
            float[] in = harness.values("x");
            assertEquals(Math.max(Math.max(in[4], in[5]), Math.max(in[6], in[7])), harness.run(y)[1], 0);
            harness.checkGradients(y, TOLERANCE);
        }
    }

    @Test
    public void downConvolutionHalvesTheSizeAndHasTheRightGradients() {
        for (int kernel : new int[] {1, 3}) {
            try (NetHarness harness = new NetHarness(NetHarness.Mode.TRAINING, 4)) {
                Operand<TFloat32> x = harness.input("x", 2, 6, 4, 2);
                Operand<TFloat32> y = harness.net().normalizedDownConvolution("d", x, kernel, 3);
                assertArrayEquals(new int[] {2, 3, 2, 3}, Net.extents(y));
                harness.checkGradients(y, 2 * TOLERANCE);
            }
        }
    }

    @Test
    public void downConvolutionOf1x1TakesEverySecondPixel() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 4)) {
            Operand<TFloat32> y = harness.net().normalizedDownConvolution("d", harness.input("x", 1, 4, 6, 1), 1, 1);
            harness.fill("d/kernel", 1);
            harness.fill("d/gamma", 2);
            harness.fill("d/beta", 0);
            harness.fill("d/mean", 0);
            harness.fill("d/variance", 4 - Net.EPSILON);
            float[] x = harness.values("x");
            assertArrayEquals(new float[] {x[0], x[2], x[4], x[12], x[14], x[16]}, harness.run(y), 1e-6f);
        }
    }

    /** TensorFlow's gradient of such a kernel writes past its memory, which ends the process now and then. */
    @Test
    public void noConvolutionHasBothA1x1KernelAndAStride() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.TRAINING, 4)) {
            Operand<TFloat32> x = harness.input("x", 1, 8, 8, 1);
            harness.net().normalizedDownConvolution("shortcut", x, 1, 3);
            harness.net().normalizedDownConvolution("wide", x, 3, 3);
            List<Operation> convolutions = new ArrayList<>();
            ((Graph) harness.tf().scope().env()).operations().forEachRemaining(operation -> {
                if (operation.type().equals("Conv2D")) {
                    convolutions.add(operation);
                }
            });
            assertEquals(2, convolutions.size());
            for (Operation convolution : convolutions) {
                long[] strides = ((GraphOperation) convolution).attributes().getAttrIntList("strides");
                long kernel = ((GraphOperation) convolution).input(1).shape().get(0);
                assertEquals(kernel == 1 ? 1 : 2, strides[1]);
            }
        }
    }

    @Test
    public void concatenationHasTheRightGradients() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.TRAINING, 6)) {
            Operand<TFloat32> joined =
                    harness.net().concat(List.of(harness.input("a", 1, 2, 2, 2), harness.input("b", 1, 2, 2, 3)));
            assertEquals(5, Net.channels(joined));
            harness.checkGradients(joined, TOLERANCE);
        }
    }

    @Test
    public void convolutionSumsItsNeighbourhood() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 7)) {
            Operand<TFloat32> y = harness.net().projection("p", harness.input("x", 1, 3, 3, 1), 3, 1);
            harness.fill("x", 1);
            harness.fill("p/kernel", 1);
            harness.fill("p/bias", 0.5f);
            assertArrayEquals(
                    new float[] {4.5f, 6.5f, 4.5f, 6.5f, 9.5f, 6.5f, 4.5f, 6.5f, 4.5f}, harness.run(y), 1e-6f);
        }
    }

    @Test
    public void oddSizesAreRefusedBeforeTheyReachTheNativeLibrary() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.TRAINING, 8)) {
            Operand<TFloat32> x = harness.input("x", 1, 3, 4, 1);
            EngineException e =
                    assertThrows(EngineException.class, () -> harness.net().averagePool(x));
            assertEquals(
                    "Cannot halve 4x3 pixels: width and height must be multiples of the network's stride.",
                    e.getMessage());
            assertThrows(EngineException.class, () -> harness.net().maxPool(x));
            assertThrows(EngineException.class, () -> harness.net().normalizedDownConvolution("d", x, 3, 1));
            assertThrows(EngineException.class, () -> harness.net().downProjection("p", x, 1));
        }
    }

    @Test
    public void unknownShapesAreRefused() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.TRAINING, 9)) {
            Operand<TFloat32> x =
                    harness.tf().placeholder(TFloat32.class, Placeholder.shape(Tensors.shape(1, -1, 4, 1)));
            assertThrows(EngineException.class, () -> harness.net().convolution("c", x, 3, 1));
        }
    }
}
