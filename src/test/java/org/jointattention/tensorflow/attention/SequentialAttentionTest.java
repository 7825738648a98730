package org.jointattention.tensorflow.attention;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class SequentialAttentionTest {
    @Test
    public void gradientsAreRight() {
        BlockTrial.checkGradients("sequential");
        BlockTrial.checkGradients("sequential:slim");
    }

    @Test
    public void weightsAreThoseOfBothParts() {
        assertEquals(BlockTrial.weights("pointwise") + BlockTrial.weights("self"), BlockTrial.weights("sequential"));
        assertEquals(
                BlockTrial.weights("pointwise") + BlockTrial.weights("self:slim"),
                BlockTrial.weights("sequential:slim"));
    }

    @Test
    public void selfAttentionSeesTheOutputOfThePointwisePart() {
        try (BlockTrial trial = new BlockTrial(BlockTrial.named("sequential"))) {
            double near = trial.scalar("pointwise/gamma");
            double far = trial.scalar("self/gamma");
            trial.assertOutput(image -> {
                double[][] a = trial.shown(image);
                double[][] middle = Matrices.plus(trial.rows(image), near, diagonalTimes(trial, image));
                double[][] affinity = affinity(trial, middle);
                double[][] values = Matrices.times(middle, trial.kernel("self/value"));
                double[][] attended = Matrices.times(Matrices.times(affinity, values), trial.kernel("self/out"));
                for (int i = 0; i < BlockTrial.POSITIONS; i++) {
                    a[i][i] -= gates(trial)[image * BlockTrial.POSITIONS + i];
                }
                BlockTrial.assertMatrix(affinity, a);
                return Matrices.plus(middle, far, attended);
            });
        }
    }

    private static float[] gates(BlockTrial trial) {
        return trial.harness().run(trial.result().diagonal().get());
    }

    private static double[][] diagonalTimes(BlockTrial trial, int image) {
        double[][] x = trial.rows(image);
        float[] gates = gates(trial);
        for (int i = 0; i < x.length; i++) {
            for (int c = 0; c < x[i].length; c++) {
                x[i][c] *= gates[image * BlockTrial.POSITIONS + i];
            }
        }
        return x;
    }

    private static double[][] affinity(BlockTrial trial, double[][] x) {
        double[][] queries = Matrices.times(x, trial.kernel("self/query"));
        double[][] keys = Matrices.times(x, trial.kernel("self/key"));
        double scale = 1 / Math.sqrt(queries[0].length);
        return Matrices.softmax(Matrices.scaled(scale, Matrices.times(queries, Matrices.transposed(keys))));
    }

    @Test
    public void isTheIdentityWhereBothGammasAreZero() {
        try (BlockTrial trial = new BlockTrial(BlockTrial.named("sequential"))) {
            trial.harness().fill("a/pointwise/gamma", 0);
            trial.harness().fill("a/self/gamma", 0);
            assertArrayEquals(trial.harness().values("x"), trial.output(), 0);
        }
    }
}
