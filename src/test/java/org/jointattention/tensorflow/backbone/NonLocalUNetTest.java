package org.jointattention.tensorflow.backbone;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.Arrays;
import java.util.List;
import org.jointattention.model.AttentionSpec;
import org.jointattention.model.BackboneSpec;
import org.jointattention.tensorflow.NetHarness;
import org.junit.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

public class NonLocalUNetTest {
    private static final int WIDTH = 4;

    private static BackboneSpec spec(int depth, int layers) {
        return new BackboneSpec("nonlocalunet", depth, layers, 1, WIDTH);
    }

    /** Q of some taps from the input, K and V from the input, and what comes out, all of as many channels. */
    private static long aggregation(long taps, long in, long out) {
        return (taps + 2) * in * out + out * out;
    }

    @Test
    public void weightsAreAsManyAsTheFormulaSays() {
        for (int layers = 1; layers <= 3; layers++) {
            for (int depth = 1; depth <= 4; depth++) {
                long bottom = (long) WIDTH << depth;
                long sum = 9L * 3 * WIDTH
                        + 9L * layers * WIDTH * WIDTH // stem from 3 channels
                        + aggregation(9, bottom / 2, bottom)
                        + aggregation(1, bottom, bottom)
                        + aggregation(4, bottom, bottom / 2);
                for (int level = 0; level < depth; level++) {
                    long w = (long) WIDTH << level;
                    sum += 10 * w * 2 * w
                            + 9 * (layers - 1) * 4 * w * w // down
                            + 4 * 2 * w * w
                            + 9 * layers * w * w; // up
                }
                assertEquals(sum, BackboneHarness.kernels(spec(depth, layers), 3));
            }
        }
    }

    /** The first row changes the last, far beyond what convolutions reach, through the aggregation alone. */
    @Test
    public void aggregationSeesTheWholeImage() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 1)) {
            Operand<TFloat32> x = harness.input("x", 1, 64, 2, 1);
            Operand<TFloat32> y = BackboneHarness.apply(harness, spec(1, 1), x, "none");
            assertFalse(Arrays.equals(lastRow(harness, y, 1), lastRow(harness, y, -1)));
            for (String name : new String[] {"bottom/down", "bottom/aggregation", "decoder0/aggregation"}) {
                harness.fill(name + "/out/kernel", 0);
            }
            assertArrayEquals(lastRow(harness, y, 1), lastRow(harness, y, -1), 0);
        }
    }

    /** Whatever attention is chosen besides, which is looked at first. */
    @Test
    public void itsOwnAggregationCanBeLookedAt() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 1)) {
            AttentionPlaces places = new AttentionPlaces(AttentionSpec.parse("joint@bottleneck"));
            new NonLocalUNet(spec(1, 1)).apply(harness.net(), harness.input("x", 1, 8, 6, 1), places);
            assertEquals(
                    List.of("bottleneck", "aggregation"),
                    List.copyOf(places.blocks().keySet()));
            Operand<TInt32> index = harness.index();
            Operand<TFloat32> row =
                    places.blocks().get("aggregation").row(index).get();
            harness.setIndex(index, 7);
            float[] values = harness.run(row);
            assertEquals(4 * 3, values.length);
            float sum = 0;
            for (float value : values) {
                sum += value;
            }
            assertEquals(1, sum, 1e-5);
        }
    }

    private static float[] lastRow(NetHarness harness, Operand<TFloat32> y, float corner) {
        harness.values("x")[0] = corner;
        float[] values = harness.run(y);
        return Arrays.copyOfRange(values, values.length - 2 * WIDTH, values.length);
    }
}
