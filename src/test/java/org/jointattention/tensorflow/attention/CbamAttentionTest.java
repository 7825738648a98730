package org.jointattention.tensorflow.attention;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.Arrays;
import org.junit.Test;

public class CbamAttentionTest {
    private static final int HIDDEN = 1;
    private static final int CHANNEL_WEIGHTS = 2 * BlockTrial.CHANNELS * HIDDEN + HIDDEN + BlockTrial.CHANNELS;
    private static final int SPATIAL_WEIGHTS = 7 * 7 * 2 + 4;

    @Test
    public void gradientsAreRight() {
        BlockTrial.checkGradients("cbam");
        BlockTrial.checkGradients("cbam:channel");
        BlockTrial.checkGradients("cbam:spatial");
    }

    @Test
    public void weightsAreCountedByTheFormula() {
        assertEquals(CHANNEL_WEIGHTS, BlockTrial.weights("cbam:channel"));
        assertEquals(SPATIAL_WEIGHTS, BlockTrial.weights("cbam:spatial"));
        assertEquals(CHANNEL_WEIGHTS + SPATIAL_WEIGHTS, BlockTrial.weights("cbam"));
    }

    /** X diag(sigmoid(MLP(avg X) + MLP(max X))), written out. */
    private static double[][] weighedChannels(BlockTrial trial, int image) {
        double[][] x = trial.rows(image);
        double[] gates = new double[BlockTrial.CHANNELS];
        double[][] pooled = new double[2][BlockTrial.CHANNELS];
        for (int c = 0; c < BlockTrial.CHANNELS; c++) {
            double[] channel = Matrices.transposed(x)[c];
            pooled[0][c] = Arrays.stream(channel).average().getAsDouble();
            pooled[1][c] = Arrays.stream(channel).max().getAsDouble();
        }
        float[] innerBias = trial.harness().values("a/channel/hidden/bias");
        float[] outerBias = trial.harness().values("a/channel/out/bias");
        for (double[] input : pooled) {
            double[][] hidden = Matrices.times(new double[][] {input}, trial.kernel("channel/hidden"));
            for (int h = 0; h < HIDDEN; h++) {
                hidden[0][h] = Math.max(0, hidden[0][h] + innerBias[h]);
            }
            double[][] out = Matrices.times(hidden, trial.kernel("channel/out"));
            for (int c = 0; c < BlockTrial.CHANNELS; c++) {
                gates[c] += out[0][c] + outerBias[c];
            }
        }
        double[][] diagonal = new double[BlockTrial.CHANNELS][BlockTrial.CHANNELS];
        for (int c = 0; c < BlockTrial.CHANNELS; c++) {
            diagonal[c][c] = 1 / (1 + Math.exp(-gates[c]));
        }
        return Matrices.times(x, diagonal);
    }

    @Test
    public void channelsAreWeighedByTheFormula() {
        try (BlockTrial trial = new BlockTrial(BlockTrial.named("cbam:channel"))) {
            trial.assertOutput(image -> weighedChannels(trial, image));
            assertFalse(trial.result().diagonal().isPresent());
        }
    }

    @Test
    public void theDiagonalTimesTheWeighedChannelsIsTheOutput() {
        try (BlockTrial trial = new BlockTrial(BlockTrial.named("cbam"))) {
            trial.assertOutput(image -> Matrices.times(trial.shown(image), weighedChannels(trial, image)));
        }
        try (BlockTrial trial = new BlockTrial(BlockTrial.named("cbam:spatial"))) {
            trial.assertOutput(image -> Matrices.times(trial.shown(image), trial.rows(image)));
        }
    }

    @Test
    public void positionsStartHalfOpen() {
        try (BlockTrial trial = new BlockTrial(BlockTrial.named("cbam:spatial"))) {
            trial.harness().fill("a/gate/gamma", 0);
            trial.harness().fill("a/gate/beta", 0);
            trial.assertOutput(image -> Matrices.scaled(0.5, trial.rows(image)));
        }
    }
}
