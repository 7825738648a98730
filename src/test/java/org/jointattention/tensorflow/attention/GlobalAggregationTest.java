package org.jointattention.tensorflow.attention;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import org.jointattention.tensorflow.Net;
import org.jointattention.tensorflow.NetHarness;
import org.jointattention.tensorflow.WeightKind;
import org.jointattention.tensorflow.attention.GlobalAggregation.Size;
import org.junit.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

public class GlobalAggregationTest {
    private static final int CHANNELS = 6;

    private static Operand<TFloat32> input(NetHarness harness) {
        return harness.input("x", 2, 4, 6, 3);
    }

    @Test
    public void outputHasTheSizeOfTheQueries() {
        for (Size size : Size.values()) {
            try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 1)) {
                Operand<TFloat32> y = new GlobalAggregation(size).apply(harness.net(), "a", input(harness), CHANNELS);
                int[] expected = {2, 4, 6, CHANNELS};
                if (size != Size.SAME) {
                    expected[1] = size == Size.UP ? 8 : 2;
                    expected[2] = size == Size.UP ? 12 : 3;
                }
                assertArrayEquals(expected, Net.extents(y));
            }
        }
    }

    @Test
    public void gradientsAreRight() {
        for (Size size : Size.values()) {
            // By moving statistics: by those of the batch, a shift of the values would change nothing.
            try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 2)) {
                Operand<TFloat32> x = input(harness);
                harness.checkGradients(new GlobalAggregation(size).apply(harness.net(), "a", x, CHANNELS), 3e-2);
            }
        }
    }

    @Test
    public void blocksOfQueriesGiveTheSame() {
        for (Size size : Size.values()) {
            try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 3)) {
                Operand<TFloat32> x = input(harness);
                float[] whole = harness.run(new GlobalAggregation(size).apply(harness.net(), "a", x, CHANNELS));
                for (int values : new int[] {1, 5 * 2 * 24}) {
                    Operand<TFloat32> chunked =
                            new GlobalAggregation(size, values).apply(harness.net(), "a", x, CHANNELS);
                    assertArrayEquals(whole, harness.run(chunked), 1e-5f);
                }
            }
        }
    }

    @Test
    public void whatIsAddedIsTheProductOfTheAssembledMatrixWithTheValues() {
        for (Size size : Size.values()) {
            try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 4)) {
                Operand<TFloat32> x = input(harness);
                Net net = harness.net();
                Operand<TFloat32> y = new GlobalAggregation(size).apply(net, "a", x, CHANNELS);
                float[] q = harness.run(query(net, size, x));
                float[] k = harness.run(net.normalizedConvolution("a/key", x, 1, 3, WeightKind.GAMMA));
                float[] v = harness.run(net.normalizedConvolution("a/value", x, 1, 3, WeightKind.GAMMA));
                int[] extents = Net.extents(y);
                float[] attended = new float[extents[0] * extents[1] * extents[2] * 3];
                for (int i = 0; i < attended.length / 3; i++) {
                    attend(i, i / (extents[1] * extents[2]) * 24, q, k, v, attended);
                }
                Operand<TFloat32> taken = harness.input("taken", extents[0], extents[1], extents[2], 3);
                System.arraycopy(attended, 0, harness.values("taken"), 0, attended.length);
                Operand<TFloat32> out = net.normalizedConvolution("a/out", taken, 1, CHANNELS, WeightKind.ZERO_GAMMA);
                assertArrayEquals(harness.run(out), harness.run(y), 1e-5f);
            }
        }
    }

    private static Operand<TFloat32> query(Net net, Size size, Operand<TFloat32> x) {
        if (size == Size.DOWN) {
            return net.normalizedDownConvolution("a/query", x, 3, 3);
        }
        return size == Size.UP
                ? net.normalizedUpConvolution("a/query", x, 3)
                : net.normalizedConvolution("a/query", x, 1, 3, WeightKind.GAMMA);
    }

    /** One row of softmax(Q K^T / sqrt 3) times V, of 24 keys from one on. */
    private static void attend(int i, int from, float[] q, float[] k, float[] v, float[] attended) {
        double[] row = new double[24];
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            double dot = 0;
            for (int c = 0; c < 3; c++) {
                dot += (double) q[3 * i + c] * k[3 * (from + j) + c];
            }
            row[j] = Math.exp(dot / Math.sqrt(3));
            sum += row[j];
        }
        for (int c = 0; c < 3; c++) {
            double value = 0;
            for (int j = 0; j < row.length; j++) {
                value += row[j] / sum * v[3 * (from + j) + c];
            }
            attended[3 * i + c] = (float) value;
        }
    }

    @Test
    public void withoutScaleNothingButTheShiftComesOut() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 5)) {
            Operand<TFloat32> y = new GlobalAggregation(Size.SAME).apply(harness.net(), "a", input(harness), CHANNELS);
            harness.fill("a/out/gamma", 0);
            harness.fill("a/out/beta", 0);
            for (float value : harness.run(y)) {
                assertEquals(0, value, 0);
            }
        }
    }
}
