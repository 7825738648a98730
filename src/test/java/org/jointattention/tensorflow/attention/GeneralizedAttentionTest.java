package org.jointattention.tensorflow.attention;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.jointattention.engine.EngineException;
import org.jointattention.model.AttentionSpec;
import org.junit.Test;

public class GeneralizedAttentionTest {
    private static final int INNER = BlockTrial.CHANNELS / 2;
    private static final int FREQUENCIES = BlockTrial.CHANNELS / 8;

    private static List<String> allTerms() {
        List<String> terms = new ArrayList<>();
        for (int bits = 1; bits < 16; bits++) {
            terms.add(Integer.toBinaryString(16 + bits).substring(1));
        }
        return terms;
    }

    private static boolean has(String terms, int term) {
        return terms.charAt(term - 1) == '1';
    }

    @Test
    public void gradientsAreRight() {
        for (String terms : allTerms()) {
            BlockTrial.checkGradients("generalized:" + terms);
        }
    }

    @Test
    public void weightsAreCountedByTheFormula() {
        int projection = BlockTrial.CHANNELS * INNER;
        for (String terms : allTerms()) {
            int expected = 2 * projection + 1;
            expected += has(terms, 1) || has(terms, 2) ? projection : 0;
            expected += has(terms, 1) || has(terms, 3) ? projection : 0;
            expected += has(terms, 2) || has(terms, 4) ? 4 * FREQUENCIES * INNER : 0;
            expected += (has(terms, 3) ? INNER : 0) + (has(terms, 4) ? INNER : 0);
            assertEquals(terms, expected, BlockTrial.weights("generalized:" + terms));
        }
        assertEquals(BlockTrial.weights("generalized:1111"), BlockTrial.weights("generalized"));
    }

    /** [sin, cos] of the offset's y, then x, at each frequency: sines first. */
    private static double[][] encoding(int dy, int dx) {
        double[][] r = new double[1][4 * FREQUENCIES];
        for (int k = 0; k < FREQUENCIES; k++) {
            double frequency = Math.pow(1000, -(double) k / FREQUENCIES);
            r[0][k] = Math.sin(frequency * dy);
            r[0][FREQUENCIES + k] = Math.sin(frequency * dx);
            r[0][2 * FREQUENCIES + k] = Math.cos(frequency * dy);
            r[0][3 * FREQUENCIES + k] = Math.cos(frequency * dx);
        }
        return r;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** softmax(E1 + E2 + E3 + E4), each term as it is written. */
    private static double[][] affinity(BlockTrial trial, int image, String terms) {
        double[][] queries = has(terms, 1) || has(terms, 2) ? trial.projected(image, "query") : null;
        double[][] keys = has(terms, 1) || has(terms, 3) ? trial.projected(image, "key") : null;
        double[] u = has(terms, 3) ? Matrices.transposed(trial.kernel("key_only"))[0] : null;
        double[] w = has(terms, 4) ? Matrices.transposed(trial.kernel("position_only"))[0] : null;
        double[][] energy = new double[BlockTrial.POSITIONS][BlockTrial.POSITIONS];
        for (int i = 0; i < BlockTrial.POSITIONS; i++) {
            for (int j = 0; j < BlockTrial.POSITIONS; j++) {
                energy[i][j] += has(terms, 1) ? dot(queries[i], keys[j]) : 0;
                energy[i][j] += has(terms, 3) ? dot(u, keys[j]) : 0;
                if (has(terms, 2) || has(terms, 4)) {
                    int dy = i / BlockTrial.WIDTH - j / BlockTrial.WIDTH;
                    int dx = i % BlockTrial.WIDTH - j % BlockTrial.WIDTH;
                    double[] position = Matrices.times(encoding(dy, dx), trial.kernel("position"))[0];
                    energy[i][j] += has(terms, 2) ? dot(queries[i], position) : 0;
                    energy[i][j] += has(terms, 4) ? dot(w, position) : 0;
                }
            }
        }
        return Matrices.softmax(energy);
    }

    @Test
    public void attentionAndOutputAreThoseOfTheFormula() {
        for (String terms : allTerms()) {
            try (BlockTrial trial = new BlockTrial(new GeneralizedAttention(terms))) {
                trial.assertRowsSumTo(1);
                trial.assertShown(image -> affinity(trial, image, terms));
                trial.assertOutput(image -> {
                    double[][] attended = Matrices.times(trial.shown(image), trial.projected(image, "value"));
                    double[][] out = Matrices.times(attended, trial.kernel("out"));
                    return Matrices.plus(trial.rows(image), trial.scalar("gamma"), out);
                });
            }
        }
    }

    @Test
    public void rowsOfTheKeyOnlyTermAreEqual() {
        try (BlockTrial trial = new BlockTrial(new GeneralizedAttention("0010"))) {
            double[][] shown = trial.shown(1);
            for (double[] row : shown) {
                assertArrayEquals(shown[0], row, 0);
            }
        }
    }

    @Test
    public void thePositionOnlyTermSeesOffsetsAlone() {
        try (BlockTrial trial = new BlockTrial(new GeneralizedAttention("0001"))) {
            double[][] p = trial.shown(0);
            BlockTrial.assertMatrix(p, trial.shown(1));
            int next = 1;
            int below = BlockTrial.WIDTH + 1;
            double ratio = p[0][next] / p[0][0];
            assertEquals(ratio, p[BlockTrial.WIDTH][below] / p[BlockTrial.WIDTH][BlockTrial.WIDTH], 1e-4);
        }
    }

    @Test
    public void isTheIdentityWhereGammaIsZero() {
        for (String terms : allTerms()) {
            try (BlockTrial trial = new BlockTrial(new GeneralizedAttention(terms))) {
                trial.harness().fill("a/gamma", 0);
                assertArrayEquals(trial.harness().values("x"), trial.output(), 0);
            }
        }
    }

    @Test
    public void blocksOfQueriesEqualTheWhole() {
        for (String terms : new String[] {"1111", "0010", "0101"}) {
            try (BlockTrial whole = new BlockTrial(new GeneralizedAttention(terms));
                    BlockTrial blocks = new BlockTrial(new GeneralizedAttention(terms, 4 * BlockTrial.POSITIONS))) {
                assertArrayEquals(whole.output(), blocks.output(), 1e-6f);
            }
        }
    }

    @Test
    public void attentionWithoutATermIsRefused() {
        assertThrows(EngineException.class, () -> new GeneralizedAttention("0000"));
        EngineException e = assertThrows(
                EngineException.class, () -> AttentionMechanism.create(AttentionSpec.parse("generalized:0000")));
        assertTrue(e.getMessage(), e.getMessage().contains("there are: 0001, 0010, 0011"));
    }
}
