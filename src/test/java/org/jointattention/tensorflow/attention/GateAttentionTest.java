package org.jointattention.tensorflow.attention;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.jointattention.engine.EngineException;
import org.jointattention.tensorflow.NetHarness;
import org.junit.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

public class GateAttentionTest {
    private static final int BATCH = 2;
    private static final int CHANNELS = 4;
    private static final int INNER = 2;
    private static final int QUERY_CHANNELS = 5;
    private static final float TOLERANCE = 1e-5f;

    private static AttentionResult gate(NetHarness harness, int size, int querySize) {
        Operand<TFloat32> x = harness.input("x", BATCH, size, size, CHANNELS);
        Operand<TFloat32> query = harness.input("g", BATCH, querySize, querySize, QUERY_CHANNELS);
        return BlockTrial.named("gate").apply(harness.net(), "a", x, query);
    }

    @Test
    public void gradientsAreRight() {
        for (int querySize : new int[] {1, 2, 4}) {
            try (NetHarness harness = new NetHarness(NetHarness.Mode.TRAINING, 3)) {
                harness.checkGradients(gate(harness, 4, querySize).output(), 2e-2);
            }
        }
    }

    @Test
    public void weightsAreCountedByTheFormula() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.TRAINING, 3)) {
            gate(harness, 4, 2);
            int inputs = BATCH * (16 * CHANNELS + 4 * QUERY_CHANNELS);
            int expected = 4 * CHANNELS * INNER + QUERY_CHANNELS * INNER + INNER + INNER + 1;
            assertEquals(expected, harness.weights().size() - inputs);
        }
    }

    /** sigmoid(psi(ReLU(W_x x + W_g g))) of the one 2x2 window that an image consists of. */
    private static double gate(NetHarness harness, int image) {
        float[] own = harness.values("a/own/kernel");
        float[] asked = harness.values("a/query/kernel");
        double sum = harness.values("a/psi/bias")[0];
        for (int k = 0; k < INNER; k++) {
            double value = harness.values("a/query/bias")[k];
            for (int c = 0; c < 4 * CHANNELS; c++) {
                value += harness.values("x")[image * 4 * CHANNELS + c] * own[c * INNER + k];
            }
            for (int c = 0; c < QUERY_CHANNELS; c++) {
                value += harness.values("g")[image * QUERY_CHANNELS + c] * asked[c * INNER + k];
            }
            sum += Math.max(0, value) * harness.values("a/psi/kernel")[k];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    @Test
    public void gateIsThatOfTheFormula() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 4)) {
            AttentionResult result = gate(harness, 2, 1);
            float[] gates = harness.run(result.diagonal().get());
            for (int i = 0; i < gates.length; i++) {
                assertEquals(gate(harness, i / 4), gates[i], TOLERANCE);
            }
            assertFalse(result.row(harness.index()).isPresent());
        }
    }

    @Test
    public void theDiagonalTimesTheSkipIsTheOutput() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 5)) {
            AttentionResult result = gate(harness, 6, 3);
            float[] gates = harness.run(result.diagonal().get());
            float[] expected = harness.values("x").clone();
            for (int i = 0; i < expected.length; i++) {
                expected[i] *= gates[i / CHANNELS];
            }
            assertArrayEquals(expected, harness.run(result.output()), TOLERANCE);
        }
    }

    @Test
    public void gatesStartHalfOpen() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 6)) {
            AttentionResult result = gate(harness, 4, 2);
            harness.fill("a/psi/kernel", 0);
            harness.fill("a/psi/bias", 0);
            for (float gate : harness.run(result.diagonal().get())) {
                assertEquals(0.5f, gate, 0);
            }
        }
    }

    @Test
    public void withoutAQueryItIsRefused() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 7)) {
            Operand<TFloat32> x = harness.input("x", BATCH, 4, 4, CHANNELS);
            SpatialAttention gate = BlockTrial.named("gate");
            assertTrue(gate.needsQuery());
            EngineException e = assertThrows(EngineException.class, () -> gate.apply(harness.net(), "bottleneck", x));
            assertTrue(e.getMessage(), e.getMessage().contains("there is none at 'bottleneck'"));
        }
    }

    @Test
    public void mechanismsWithoutAQueryTakeNoNoticeOfIt() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 8)) {
            Operand<TFloat32> x = harness.input("x", BATCH, 4, 4, CHANNELS);
            Operand<TFloat32> query = harness.input("g", BATCH, 2, 2, QUERY_CHANNELS);
            SpatialAttention self = BlockTrial.named("self");
            assertFalse(self.needsQuery());
            assertArrayEquals(
                    harness.run(self.apply(harness.net(), "a", x).output()),
                    harness.run(self.apply(harness.net(), "a", x, query).output()),
                    0);
        }
    }
}
