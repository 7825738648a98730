package org.jointattention.tensorflow.attention;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import org.jointattention.tensorflow.Net;
import org.jointattention.tensorflow.NetHarness;
import org.junit.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

public class AggregationAttentionTest {
    @Test
    public void gradientsAreRight() {
        BlockTrial.checkGradients("aggregation");
    }

    @Test
    public void weightsAreCountedByTheFormula() {
        int expected = 4 * (BlockTrial.CHANNELS * BlockTrial.CHANNELS + BlockTrial.CHANNELS);
        assertEquals(expected, BlockTrial.weights("aggregation"));
        assertEquals(expected, BlockTrial.weights("aggregation:same"));
    }

    private static double[][] projected(BlockTrial trial, double[][] x, String name) {
        double[][] rows = Matrices.times(x, trial.kernel(name));
        float[] bias = trial.harness().values("a/" + name + "/bias");
        for (double[] row : rows) {
            for (int c = 0; c < row.length; c++) {
                row[c] += bias[c];
            }
        }
        return rows;
    }

    @Test
    public void attentionAndOutputAreThoseOfTheFormula() {
        try (BlockTrial trial = new BlockTrial(BlockTrial.named("aggregation"))) {
            trial.assertRowsSumTo(1);
            trial.assertShown(image -> {
                double[][] keys = Matrices.transposed(projected(trial, trial.rows(image), "key"));
                double[][] products = Matrices.times(projected(trial, trial.rows(image), "query"), keys);
                return Matrices.softmax(Matrices.scaled(1 / Math.sqrt(BlockTrial.CHANNELS), products));
            });
            trial.assertOutput(image -> {
                double[][] values = projected(trial, trial.rows(image), "value");
                double[][] attended = Matrices.times(trial.shown(image), values);
                return Matrices.plus(trial.rows(image), 1, projected(trial, attended, "out"));
            });
        }
    }

    @Test
    public void blocksOfQueriesEqualTheWhole() {
        try (BlockTrial whole = new BlockTrial(new AggregationAttention());
                BlockTrial blocks = new BlockTrial(new AggregationAttention(1))) {
            assertArrayEquals(whole.output(), blocks.output(), 1e-6f);
        }
    }

    @Test
    public void queriesMayBeOfAnotherGrid() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.TRAINING, 5)) {
            Operand<TFloat32> x = harness.input("x", 2, 4, 6, 5);
            Operand<TFloat32> queries = harness.input("queries", 2, 2, 3, 4);
            Operand<TFloat32> residual = harness.input("residual", 2, 2, 3, 7);
            AttentionResult result = new AggregationAttention(20).aggregate(harness.net(), "a", queries, x, residual);
            assertArrayEquals(new int[] {2, 2, 3, 7}, Net.extents(result.output()));
            assertEquals(2 * 24, harness.run(result.row(harness.index()).get()).length);
            harness.checkGradients(result.output(), 2e-2);
        }
    }
}
