package org.jointattention.tensorflow.attention;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jointattention.engine.EngineException;
import org.jointattention.model.AttentionSpec;
import org.jointattention.tensorflow.NetHarness;
import org.junit.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** What attention.md says must hold, for every mechanism. */
public class AttentionTest {
    private static final int BATCH = 2;
    private static final int HEIGHT = 4;
    private static final int WIDTH = 3;
    private static final int CHANNELS = 6;
    private static final int POSITIONS = HEIGHT * WIDTH;
    private static final float TOLERANCE = 1e-5f;

    /** All but none, which adds nothing to the graph. */
    private static Map<String, SpatialAttention> mechanisms() {
        Map<String, SpatialAttention> all = new LinkedHashMap<>();
        for (String text : new String[] {
            "pointwise",
            "self",
            "self:slim",
            "joint",
            "joint:additive",
            "joint:competitive",
            "joint:slim",
            "joint:competitive-slim"
        }) {
            all.put(text, AttentionMechanism.create(AttentionSpec.parse(text)));
        }
        return all;
    }

    private static SpatialAttention joint(JointAttention.Form form) {
        return new JointAttention(form, SelfAttention.REDUCTION);
    }

    private static Operand<TFloat32> input(NetHarness harness) {
        return harness.input("x", BATCH, HEIGHT, WIDTH, CHANNELS);
    }

    private static void fillMatching(NetHarness harness, String regex, float value) {
        harness.weights().names().stream().filter(name -> name.matches(regex)).forEach(n -> harness.fill(n, value));
    }

    @Test
    public void noneIsItsInput() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 1)) {
            Operand<TFloat32> x = input(harness);
            AttentionResult result =
                    AttentionMechanism.create(AttentionSpec.parse("none")).apply(harness.net(), "a", x);
            assertEquals(x.asOutput(), result.output().asOutput());
            assertFalse(result.diagonal().isPresent());
        }
    }

    @Test
    public void everyMechanismKeepsTheShape() {
        mechanisms().forEach((name, attention) -> {
            try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 1)) {
                AttentionResult result = attention.apply(harness.net(), "a", input(harness));
                assertEquals(
                        name,
                        org.tensorflow.ndarray.Shape.of(BATCH, HEIGHT, WIDTH, CHANNELS),
                        result.output().asOutput().shape());
            }
        });
    }

    @Test
    public void everyMechanismIsTheIdentityWhereGammaIsZero() {
        mechanisms().forEach((name, attention) -> {
            try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 2)) {
                AttentionResult result = attention.apply(harness.net(), "a", input(harness));
                fillMatching(harness, "a/gamma.*", 0);
                assertArrayEquals(name, harness.values("x"), harness.run(result.output()), 0);
            }
        });
    }

    @Test
    public void everyMechanismHasTheRightGradients() {
        mechanisms().forEach((name, attention) -> {
            for (NetHarness.Mode mode : NetHarness.Mode.values()) {
                try (NetHarness harness = new NetHarness(mode, 3)) {
                    AttentionResult result = attention.apply(harness.net(), "a", input(harness));
                    harness.checkGradients(result.output(), 2e-2);
                }
            }
        });
    }

    @Test
    public void rowsOfSelfAttentionSumToOne() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 4)) {
            AttentionResult result =
                    new SelfAttention(SelfAttention.REDUCTION).apply(harness.net(), "a", input(harness));
            for (float sum : rowSums(new DenseAttention(harness, result, BATCH, POSITIONS).matrix())) {
                assertEquals(1, sum, TOLERANCE);
            }
            assertFalse(result.diagonal().isPresent());
        }
    }

    @Test
    public void rowsOfCompetitiveJointAttentionSumToOneWithTheirGate() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 5)) {
            AttentionResult result = joint(JointAttention.Form.COMPETITIVE).apply(harness.net(), "a", input(harness));
            for (float sum : rowSums(new DenseAttention(harness, result, BATCH, POSITIONS).matrix())) {
                assertEquals(1, sum, TOLERANCE);
            }
        }
    }

    private static float[] rowSums(float[][][] matrices) {
        float[] sums = new float[BATCH * POSITIONS];
        for (int i = 0; i < sums.length; i++) {
            for (float value : matrices[i / POSITIONS][i % POSITIONS]) {
                sums[i] += value;
            }
        }
        return sums;
    }

    @Test
    public void denselyAssembledAttentionEqualsTheFastPath() {
        mechanisms().forEach((name, attention) -> {
            try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 6)) {
                AttentionResult result = attention.apply(harness.net(), "a", input(harness));
                DenseAttention dense = new DenseAttention(harness, result, BATCH, POSITIONS);
                float gamma = harness.weights().contains("a/gamma") ? harness.values("a/gamma")[0] : 1;
                assertArrayEquals(
                        name, dense.output("x", "a", CHANNELS, gamma), harness.run(result.output()), TOLERANCE);
            }
        });
    }

    @Test
    public void additiveJointWithoutItsSelfPartEqualsItsPointwisePart() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 7)) {
            AttentionResult result = joint(JointAttention.Form.ADDITIVE).apply(harness.net(), "a", input(harness));
            harness.fill("a/gamma_p", 0);
            DenseAttention dense = new DenseAttention(harness, result, BATCH, POSITIONS);
            assertTrue("P must vanish", dense.largestOffDiagonal() == 0);
            assertArrayEquals(dense.output("x", "a", CHANNELS, 1), harness.run(result.output()), TOLERANCE);
        }
    }

    @Test
    public void additiveJointWithoutItsGateEqualsSelfAttentionOfTheSameWeights() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 8)) {
            Operand<TFloat32> x = input(harness);
            AttentionResult joint = joint(JointAttention.Form.ADDITIVE).apply(harness.net(), "a", x);
            AttentionResult self = new SelfAttention(SelfAttention.REDUCTION).apply(harness.net(), "a", x);
            harness.fill("a/gamma_d", 0);
            harness.fill("a/gamma_p", 0.8f);
            harness.fill("a/gamma", 0.8f);
            assertArrayEquals(harness.run(self.output()), harness.run(joint.output()), TOLERANCE);
        }
    }

    @Test
    public void competitiveJointWithAClosedGateEqualsSelfAttentionAndWithAnOpenOneIsPointwise() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 9)) {
            Operand<TFloat32> x = input(harness);
            AttentionResult joint = joint(JointAttention.Form.COMPETITIVE).apply(harness.net(), "a", x);
            AttentionResult self = new SelfAttention(SelfAttention.REDUCTION).apply(harness.net(), "a", x);
            harness.fill("a/gate/gamma", 0);
            harness.fill("a/gate/beta", -100);
            assertArrayEquals(harness.run(self.output()), harness.run(joint.output()), TOLERANCE);
            harness.fill("a/gate/beta", 100);
            DenseAttention dense = new DenseAttention(harness, joint, BATCH, POSITIONS);
            assertEquals(0, dense.largestOffDiagonal(), 0);
            float gamma = harness.values("a/gamma")[0];
            assertArrayEquals(dense.output("x", "a", CHANNELS, gamma), harness.run(joint.output()), TOLERANCE);
        }
    }

    /** C = 16: four matrices of C x d, a 7x7 kernel with scale, offset, mean and variance, and the gammas. */
    @Test
    public void weightsAreCountedByTheFormula() {
        int gate = 2 * 49 + 4;
        assertEquals(gate + 1, BlockTrial.weights("pointwise"));
        assertEquals(4 * 16 * 8 + 1, BlockTrial.weights("self"));
        assertEquals(4 * 16 * 2 + 1, BlockTrial.weights("self:slim"));
        assertEquals(4 * 16 * 8 + gate + 2, BlockTrial.weights("joint"));
        assertEquals(4 * 16 * 8 + gate + 1, BlockTrial.weights("joint:competitive"));
        assertEquals(4 * 16 * 2 + gate + 2, BlockTrial.weights("joint:slim"));
        assertEquals(4 * 16 * 2 + gate + 1, BlockTrial.weights("joint:competitive-slim"));
    }

    @Test
    public void blocksOfQueriesEqualTheWhole() {
        for (int queries : new int[] {1, 5, 7}) {
            try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 10)) {
                Operand<TFloat32> x = input(harness);
                int blockValues = BATCH * POSITIONS * queries;
                assertArrayEquals(
                        harness.run(new SelfAttention(SelfAttention.REDUCTION)
                                .apply(harness.net(), "a", x)
                                .output()),
                        harness.run(new SelfAttention(SelfAttention.REDUCTION, blockValues)
                                .apply(harness.net(), "a", x)
                                .output()),
                        TOLERANCE);
            }
        }
    }

    @Test
    public void blocksOfQueriesHaveTheRightGradients() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.TRAINING, 11)) {
            AttentionResult result = new JointAttention(
                            JointAttention.Form.ADDITIVE, SelfAttention.REDUCTION, BATCH * POSITIONS * 5)
                    .apply(harness.net(), "a", input(harness));
            harness.checkGradients(result.output(), 2e-2);
        }
    }

    @Test
    public void gateStartsAtOneHalf() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 12)) {
            AttentionResult result = new PointwiseAttention().apply(harness.net(), "a", input(harness));
            harness.fill("a/gate/gamma", 0);
            harness.fill("a/gate/beta", 0);
            for (float gate : harness.run(result.diagonal().get())) {
                assertEquals(0.5f, gate, 0);
            }
        }
    }

    @Test
    public void unknownNamesAndVariantsAreRefusedWithTheKnownOnes() {
        EngineException name =
                assertThrows(EngineException.class, () -> AttentionMechanism.create(AttentionSpec.parse("hindsight")));
        assertEquals(
                "Unknown attention 'hindsight'; there are: none, pointwise, self, joint, cbam, sequential, nonlocal, dual, generalized, aggregation, psa, gate.",
                name.getMessage());
        EngineException variant = assertThrows(
                EngineException.class, () -> AttentionMechanism.create(AttentionSpec.parse("joint:friendly")));
        assertEquals(
                "Unknown variant 'friendly' of attention 'joint'; there are: additive, competitive, slim, competitive-slim.",
                variant.getMessage());
    }

    @Test
    public void rowIsThatOfTheAskedPosition() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 13)) {
            AttentionResult result =
                    new SelfAttention(SelfAttention.REDUCTION).apply(harness.net(), "a", input(harness));
            Operand<TInt32> index = harness.index();
            Operand<TFloat32> row = result.row(index).get();
            // All keys alike: every position looks everywhere evenly, unless one key stands out.
            harness.fill("x", 0);
            harness.setIndex(index, 5);
            for (float value : harness.run(row)) {
                assertEquals(1f / POSITIONS, value, TOLERANCE);
            }
        }
    }
}
