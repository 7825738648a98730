package org.jointattention.tensorflow.attention;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.jointattention.engine.EngineException;
import org.jointattention.tensorflow.Net;
import org.jointattention.tensorflow.NetHarness;
import org.jointattention.tensorflow.attention.AggregationAttention.Query;
import org.junit.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

public class AggregationAttentionTest {
    private static final int BATCH = 2;
    private static final int HEIGHT = 4;
    private static final int WIDTH = 6;
    private static final int CHANNELS = 5;
    private static final int KEYS = HEIGHT * WIDTH;

    /** A block of each size, of 3 to 5 channels, on a residual of its own. */
    private static final class Trial implements AutoCloseable {
        private final NetHarness harness = new NetHarness(NetHarness.Mode.TRAINING, 5);
        private final Query query;
        private final AttentionResult result;

        Trial(Query query, int blockValues) {
            this.query = query;
            Operand<TFloat32> x = harness.input("x", BATCH, HEIGHT, WIDTH, 3);
            Operand<TFloat32> residual = harness.input("residual", extents()[0], extents()[1], extents()[2], CHANNELS);
            result = new AggregationAttention(query, blockValues).aggregate(harness.net(), "a", x, residual);
        }

        int[] extents() {
            int height = query == Query.UP ? 2 * HEIGHT : query == Query.DOWN ? HEIGHT / 2 : HEIGHT;
            return new int[] {BATCH, height, height * WIDTH / HEIGHT, CHANNELS};
        }

        Operand<TFloat32> queries() {
            Operand<TFloat32> x = harness.input("x", BATCH, HEIGHT, WIDTH, 3);
            Net net = harness.net();
            return query == Query.DOWN
                    ? net.downProjection("a/query", x, CHANNELS)
                    : query == Query.UP
                            ? net.upProjection("a/query", x, CHANNELS)
                            : net.projection("a/query", x, 1, CHANNELS);
        }

        double[][] rows(Operand<TFloat32> map, int image, int positions) {
            return Matrices.of(harness.run(map), image * positions * CHANNELS, positions, CHANNELS);
        }

        double[][] keys(int image) {
            return Matrices.times(
                    Matrices.of(harness.values("x"), image * KEYS * 3, KEYS, 3),
                    Matrices.of(harness.values("a/key/kernel"), 3, CHANNELS));
        }

        double[][] values(int image) {
            Operand<TFloat32> x = harness.input("x", BATCH, HEIGHT, WIDTH, 3);
            return rows(harness.net().projection("a/value", x, 1, CHANNELS), image, KEYS);
        }

        /** P by the formula. */
        double[][] attention(int image, int positions) {
            double[][] products = Matrices.times(rows(queries(), image, positions), Matrices.transposed(keys(image)));
            return Matrices.softmax(Matrices.scaled(1 / Math.sqrt(CHANNELS), products));
        }

        @Override
        public void close() {
            harness.close();
        }
    }

    @Test
    public void outputHasTheSizeOfTheQueries() {
        for (Query query : Query.values()) {
            try (Trial trial = new Trial(query, Affinity.BLOCK_VALUES)) {
                assertArrayEquals(trial.extents(), Net.extents(trial.result.output()));
                assertArrayEquals(trial.extents(), Net.extents(trial.queries()));
            }
        }
    }

    @Test
    public void attentionAndOutputAreThoseOfTheFormula() {
        for (Query query : Query.values()) {
            try (Trial trial = new Trial(query, Affinity.BLOCK_VALUES)) {
                int positions = trial.extents()[1] * trial.extents()[2];
                Operand<TFloat32> out = trial.harness.input("attended", trial.extents());
                for (int image = 0; image < BATCH; image++) {
                    double[][] attention = trial.attention(image, positions);
                    assertShown(trial, image, attention);
                    double[][] attended = Matrices.times(attention, trial.values(image));
                    for (int i = 0; i < positions * CHANNELS; i++) {
                        trial.harness.values("attended")[image * positions * CHANNELS + i] =
                                (float) attended[i / CHANNELS][i % CHANNELS];
                    }
                }
                Operand<TFloat32> expected = trial.harness
                        .tf()
                        .math
                        .add(
                                trial.harness.input("residual", trial.extents()),
                                trial.harness.net().projection("a/out", out, 1, CHANNELS));
                assertArrayEquals(trial.harness.run(expected), trial.harness.run(trial.result.output()), 1e-5f);
            }
        }
    }

    private static void assertShown(Trial trial, int image, double[][] attention) {
        Operand<TInt32> index = trial.harness.index();
        Operand<TFloat32> row = trial.result.row(index).get();
        for (int i = 0; i < attention.length; i++) {
            trial.harness.setIndex(index, i);
            double[][] shown = Matrices.of(trial.harness.run(row), image * KEYS, 1, KEYS);
            assertArrayEquals(attention[i], shown[0], 1e-6);
        }
    }

    @Test
    public void gradientsAreRight() {
        for (Query query : Query.values()) {
            try (Trial trial = new Trial(query, 20)) {
                trial.harness.checkGradients(trial.result.output(), 2e-2);
            }
        }
        BlockTrial.checkGradients("aggregation");
    }

    @Test
    public void blocksOfQueriesEqualTheWhole() {
        for (Query query : Query.values()) {
            for (int values : new int[] {1, 5 * BATCH * KEYS}) {
                try (Trial whole = new Trial(query, Affinity.BLOCK_VALUES);
                        Trial blocks = new Trial(query, values)) {
                    assertArrayEquals(
                            whole.harness.run(whole.result.output()),
                            blocks.harness.run(blocks.result.output()),
                            1e-6f);
                }
            }
        }
    }

    /** Where a mechanism is put, the residual is X itself, of its own size. */
    @Test
    public void asAMechanismItAddsToItsInput() {
        try (BlockTrial trial = new BlockTrial(BlockTrial.named("aggregation"))) {
            trial.assertRowsSumTo(1);
            trial.harness().fill("a/out/kernel", 0);
            trial.harness().fill("a/out/bias", 0);
            assertArrayEquals(trial.harness().values("x"), trial.output(), 0);
        }
    }

    @Test
    public void weightsAreCountedByTheFormula() {
        int expected = 4 * BlockTrial.CHANNELS * BlockTrial.CHANNELS + 3 * BlockTrial.CHANNELS;
        assertEquals(expected, BlockTrial.weights("aggregation"));
        assertEquals(expected, BlockTrial.weights("aggregation:same"));
    }

    @Test
    public void asAMechanismItCannotChangeTheSize() {
        for (String variant : new String[] {"down", "up"}) {
            String message = assertThrows(
                            EngineException.class, () -> new BlockTrial(BlockTrial.named("aggregation:" + variant)))
                    .getMessage();
            assertTrue(message, message.startsWith("The attention 'aggregation:" + variant + "' "));
            assertTrue(message, message.contains(variant.equals("up") ? "doubles height" : "halves height"));
            assertTrue(message, message.contains("use aggregation:same"));
        }
    }
}
