package org.jointattention.tensorflow.attention;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import org.jointattention.tensorflow.NetHarness;
import org.junit.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

public class PsaAttentionTest {
    private static final String[] NAMES = {"psa", "psa:bi", "psa:collect", "psa:distribute"};
    private static final int INNER = BlockTrial.CHANNELS / 4;

    @Test
    public void gradientsAreRight() {
        for (PsaAttention.Direction direction : PsaAttention.Direction.values()) {
            BlockTrial.checkGradients(new PsaAttention(direction), PsaAttentionTest::moveOffTheKinks);
            BlockTrial.checkGradients(new PsaAttention(direction, 1), PsaAttentionTest::moveOffTheKinks);
        }
    }

    /** Differences across the kink of a ReLU are no gradients: all of a channel on one side, most of them open. */
    private static void moveOffTheKinks(NetHarness harness) {
        harness.weights().names().stream()
                .filter(name -> name.endsWith("/beta"))
                .forEach(name -> {
                    harness.fill(name, 6);
                    harness.values(name)[1] = -6;
                });
    }

    @Test
    public void weightsAreCountedByTheFormula() {
        int branch = BlockTrial.CHANNELS * INNER + INNER * INNER + 2 * 4 * INNER + INNER * 63 * 63;
        int out = INNER * BlockTrial.CHANNELS;
        assertEquals(branch + out + 1, BlockTrial.weights("psa:collect"));
        assertEquals(branch + out + 1, BlockTrial.weights("psa:distribute"));
        assertEquals(2 * branch + 2 * out + 1, BlockTrial.weights("psa:bi"));
        assertEquals(2 * branch + 2 * out + 1, BlockTrial.weights("psa"));
    }

    @Test
    public void isTheIdentityWhereGammaIsZero() {
        for (String name : NAMES) {
            try (BlockTrial trial = new BlockTrial(BlockTrial.named(name))) {
                trial.harness().fill("a/gamma", 0);
                assertArrayEquals(trial.harness().values("x"), trial.output(), 0);
            }
        }
    }

    /** The features of a branch after its reduction or its hidden layer. */
    private static float[][] features(BlockTrial trial, String branch) {
        Operand<TFloat32> reduced =
                trial.harness().net().convolution("a/" + branch + "/value", trial.input(), 1, INNER);
        Operand<TFloat32> hidden = trial.harness().net().convolution("a/" + branch + "/hidden", reduced, 1, INNER);
        return new float[][] {trial.harness().run(reduced), trial.harness().run(hidden)};
    }

    /** Entry [i][j] is what i says of j: one value of the map of i, at the offset j - i. */
    private static double[][] said(BlockTrial trial, double[][] hidden, String branch) {
        double[][] maps = Matrices.times(hidden, trial.kernel(branch + "/map"));
        double[][] said = new double[BlockTrial.POSITIONS][BlockTrial.POSITIONS];
        for (int i = 0; i < BlockTrial.POSITIONS; i++) {
            for (int j = 0; j < BlockTrial.POSITIONS; j++) {
                int row = 31 + j / BlockTrial.WIDTH - i / BlockTrial.WIDTH;
                int column = 31 + j % BlockTrial.WIDTH - i % BlockTrial.WIDTH;
                said[i][j] = maps[i][row * 63 + column] / BlockTrial.POSITIONS;
            }
        }
        return said;
    }

    /** P V by the formula, and P. */
    private static double[][][] branch(BlockTrial trial, float[][] features, int image, String branch) {
        double[][] said = said(trial, BlockTrial.rows(features[1], image, INNER), branch);
        double[][] p = branch.equals("collect") ? said : Matrices.transposed(said);
        return new double[][][] {Matrices.times(p, BlockTrial.rows(features[0], image, INNER)), p};
    }

    @Test
    public void eachDirectionIsThatOfTheFormula() {
        for (String direction : new String[] {"collect", "distribute"}) {
            try (BlockTrial trial = new BlockTrial(BlockTrial.named("psa:" + direction))) {
                float[][] features = features(trial, direction);
                trial.assertShown(image -> branch(trial, features, image, direction)[1]);
                trial.assertOutput(image -> {
                    double[][] attended = branch(trial, features, image, direction)[0];
                    double[][] out = Matrices.times(attended, trial.kernel("out"));
                    return Matrices.plus(trial.rows(image), trial.scalar("gamma"), out);
                });
            }
        }
    }

    @Test
    public void bothDirectionsAreConcatenated() {
        try (BlockTrial trial = new BlockTrial(BlockTrial.named("psa"))) {
            float[][] collect = features(trial, "collect");
            float[][] distribute = features(trial, "distribute");
            trial.assertShown(image -> Matrices.scaled(
                    0.5,
                    Matrices.plus(
                            branch(trial, collect, image, "collect")[1],
                            1,
                            branch(trial, distribute, image, "distribute")[1])));
            trial.assertOutput(image -> {
                double[][] first = branch(trial, collect, image, "collect")[0];
                double[][] second = branch(trial, distribute, image, "distribute")[0];
                double[][] both = new double[BlockTrial.POSITIONS][2 * INNER];
                for (int i = 0; i < BlockTrial.POSITIONS; i++) {
                    System.arraycopy(first[i], 0, both[i], 0, INNER);
                    System.arraycopy(second[i], 0, both[i], INNER, INNER);
                }
                return Matrices.plus(
                        trial.rows(image), trial.scalar("gamma"), Matrices.times(both, trial.kernel("out")));
            });
        }
    }

    @Test
    public void blocksOfRowsEqualTheWhole() {
        for (PsaAttention.Direction direction : PsaAttention.Direction.values()) {
            for (int values : new int[] {1, 500}) {
                try (BlockTrial whole = new BlockTrial(new PsaAttention(direction));
                        BlockTrial blocks = new BlockTrial(new PsaAttention(direction, values))) {
                    assertArrayEquals(direction.name(), whole.output(), blocks.output(), 1e-6f);
                }
            }
        }
    }

    @Test
    public void positionsOutOfReachAreNotAttendedTo() {
        int width = RelativeWindows.REACH + 3;
        for (int blockRows = 1; blockRows <= 2; blockRows++) {
            try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 2)) {
                Operand<TFloat32> features = harness.input("features", 1, 2, width, 2);
                Operand<TFloat32> kernel = harness.input("kernel", 2, RelativeWindows.SPAN * RelativeWindows.SPAN);
                float[] rows = harness.run(
                        new RelativeWindows(harness.tf(), features, kernel).block(harness.tf(), 0, blockRows));
                for (int i = 0; i < width; i++) {
                    for (int j = 0; j < 2 * width; j++) {
                        boolean reached = Math.abs(i - j % width) < RelativeWindows.REACH;
                        assertEquals(i + " to " + j, reached, rows[i * 2 * width + j] != 0);
                    }
                }
            }
        }
    }
}
