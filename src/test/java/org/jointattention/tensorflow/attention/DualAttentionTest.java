package org.jointattention.tensorflow.attention;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class DualAttentionTest {
    private static final int INNER = BlockTrial.CHANNELS / 8;

    @Test
    public void gradientsAreRight() {
        BlockTrial.checkGradients("dual");
    }

    @Test
    public void weightsAreCountedByTheFormula() {
        int expected = 2 * BlockTrial.CHANNELS * INNER + BlockTrial.CHANNELS * BlockTrial.CHANNELS + 2;
        assertEquals(expected, BlockTrial.weights("dual"));
    }

    @Test
    public void isTheIdentityWhereBothGammasAreZero() {
        try (BlockTrial trial = new BlockTrial(BlockTrial.named("dual"))) {
            trial.harness().fill("a/gamma_p", 0);
            trial.harness().fill("a/gamma_c", 0);
            assertArrayEquals(trial.harness().values("x"), trial.output(), 0);
        }
    }

    @Test
    public void rowsSumToTheirGamma() {
        try (BlockTrial trial = new BlockTrial(BlockTrial.named("dual"))) {
            trial.assertRowsSumTo(trial.scalar("gamma_p"));
        }
    }

    @Test
    public void positionsAndChannelsAttendByTheFormula() {
        try (BlockTrial trial = new BlockTrial(BlockTrial.named("dual"))) {
            trial.assertShown(image -> {
                double[][] keys = trial.projected(image, "key");
                double[][] products = Matrices.times(trial.projected(image, "query"), Matrices.transposed(keys));
                return Matrices.scaled(trial.scalar("gamma_p"), Matrices.softmax(products));
            });
            trial.assertOutput(image -> {
                double[][] x = trial.rows(image);
                double[][] among = Matrices.softmax(Matrices.times(Matrices.transposed(x), x));
                double[][] channels = Matrices.times(x, Matrices.transposed(among));
                double[][] positions = Matrices.times(trial.shown(image), trial.projected(image, "value"));
                return Matrices.plus(Matrices.plus(x, 1, positions), trial.scalar("gamma_c"), channels);
            });
        }
    }

    @Test
    public void blocksOfQueriesEqualTheWhole() {
        try (BlockTrial whole = new BlockTrial(new DualAttention());
                BlockTrial blocks = new BlockTrial(new DualAttention(4 * BlockTrial.POSITIONS))) {
            assertArrayEquals(whole.output(), blocks.output(), 1e-6f);
        }
    }
}
