package org.jointattention.tensorflow.attention;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import org.jointattention.tensorflow.NetHarness;
import org.junit.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

public class NonLocalAttentionTest {
    private static final String[] NAMES = {"nonlocal", "nonlocal:pooled", "nonlocal:dot"};
    private static final int INNER = BlockTrial.CHANNELS / 2;
    private static final int CELL_ROWS = 3;
    private static final int CELL_COLUMNS = 2;

    @Test
    public void gradientsAreRight() {
        for (String name : NAMES) {
            BlockTrial.checkGradients(name);
        }
    }

    @Test
    public void weightsAreCountedByTheFormula() {
        for (String name : NAMES) {
            assertEquals(4 * BlockTrial.CHANNELS * INNER + 4 * BlockTrial.CHANNELS, BlockTrial.weights(name));
        }
    }

    @Test
    public void isTheIdentityWhereTheLastScaleIsZero() {
        for (String name : NAMES) {
            try (BlockTrial trial = new BlockTrial(BlockTrial.named(name))) {
                trial.harness().fill("a/out/gamma", 0);
                trial.harness().fill("a/out/beta", 0);
                assertArrayEquals(name, trial.harness().values("x"), trial.output(), 0);
            }
        }
    }

    private static double[][] products(BlockTrial trial, int image) {
        return Matrices.times(trial.projected(image, "query"), Matrices.transposed(trial.projected(image, "key")));
    }

    @Test
    public void attentionIsThatOfTheFormula() {
        try (BlockTrial trial = new BlockTrial(BlockTrial.named("nonlocal"))) {
            trial.assertShown(image -> Matrices.softmax(Matrices.scaled(1 / Math.sqrt(INNER), products(trial, image))));
            trial.assertRowsSumTo(1);
        }
        try (BlockTrial trial = new BlockTrial(BlockTrial.named("nonlocal:dot"))) {
            trial.assertShown(image -> Matrices.scaled(1.0 / BlockTrial.POSITIONS, products(trial, image)));
        }
    }

    @Test
    public void densePartsGiveTheOutput() {
        for (String name : new String[] {"nonlocal", "nonlocal:dot"}) {
            try (BlockTrial trial = new BlockTrial(BlockTrial.named(name))) {
                trial.assertOutput(image ->
                        output(trial, image, Matrices.times(trial.shown(image), trial.projected(image, "value"))));
            }
        }
    }

    @Test
    public void pooledKeysAndValuesAreTheMaximaOfCells() {
        try (BlockTrial trial = new BlockTrial(BlockTrial.named("nonlocal:pooled"))) {
            trial.assertRowsSumTo(1);
            trial.assertOutput(image -> {
                double[][] keys = pooled(trial.projected(image, "key"));
                double[][] products = Matrices.times(trial.projected(image, "query"), Matrices.transposed(keys));
                double[][] shares = Matrices.softmax(Matrices.scaled(1 / Math.sqrt(INNER), products));
                BlockTrial.assertMatrix(shares, gathered(trial.shown(image)));
                return output(trial, image, Matrices.times(shares, pooled(trial.projected(image, "value"))));
            });
        }
    }

    private static int cell(int position) {
        return position / BlockTrial.WIDTH / 2 * CELL_COLUMNS + position % BlockTrial.WIDTH / 2;
    }

    private static double[][] pooled(double[][] rows) {
        double[][] cells = new double[CELL_ROWS * CELL_COLUMNS][rows[0].length];
        for (double[] cell : cells) {
            java.util.Arrays.fill(cell, Double.NEGATIVE_INFINITY);
        }
        for (int i = 0; i < rows.length; i++) {
            for (int c = 0; c < rows[i].length; c++) {
                cells[cell(i)][c] = Math.max(cells[cell(i)][c], rows[i][c]);
            }
        }
        return cells;
    }

    /** What each row gives to the positions of each cell together. */
    private static double[][] gathered(double[][] rows) {
        double[][] sums = new double[rows.length][CELL_ROWS * CELL_COLUMNS];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                sums[i][cell(j)] += rows[i][j];
            }
        }
        return sums;
    }

    /** X + BN(attended W_o) by the moving statistics. */
    private static double[][] output(BlockTrial trial, int image, double[][] attended) {
        double[][] out = Matrices.times(attended, trial.kernel("out"));
        NetHarness weights = trial.harness();
        for (double[] row : out) {
            for (int c = 0; c < row.length; c++) {
                double deviation = Math.sqrt(weights.values("a/out/variance")[c] + 1e-3);
                row[c] = (row[c] - weights.values("a/out/mean")[c]) / deviation * weights.values("a/out/gamma")[c]
                        + weights.values("a/out/beta")[c];
            }
        }
        return Matrices.plus(trial.rows(image), 1, out);
    }

    @Test
    public void blocksOfQueriesEqualTheWhole() {
        for (NonLocalAttention.Form form :
                new NonLocalAttention.Form[] {NonLocalAttention.Form.GAUSSIAN, NonLocalAttention.Form.POOLED}) {
            for (int values : new int[] {1, 80}) {
                try (BlockTrial whole = new BlockTrial(new NonLocalAttention(form));
                        BlockTrial blocks = new BlockTrial(new NonLocalAttention(form, values))) {
                    assertArrayEquals(whole.output(), blocks.output(), 1e-6f);
                }
            }
        }
    }

    @Test
    public void eitherOrderOfTheDotProductIsTheSame() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 3)) {
            Operand<TFloat32> queries = harness.input("q", 2, 7, 4);
            Operand<TFloat32> keys = harness.input("k", 2, 7, 4);
            Operand<TFloat32> values = harness.input("v", 2, 7, 4);
            float[][] outputs = new float[2][];
            for (DotProduct.Order order : DotProduct.Order.values()) {
                Operand<TFloat32> product = new DotProduct(harness.tf(), queries, keys, order).times(values);
                outputs[order.ordinal()] = harness.run(product);
                harness.checkGradients(product, 2e-2);
            }
            assertArrayEquals(outputs[0], outputs[1], 1e-5f);
        }
    }

    @Test
    public void theCheaperOrderIsChosen() {
        assertEquals(DotProduct.Order.QUERIES_AND_KEYS, DotProduct.Order.cheaper(16, 64));
        assertEquals(DotProduct.Order.KEYS_AND_VALUES, DotProduct.Order.cheaper(1024, 64));
    }
}
