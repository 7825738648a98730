package org.jointattention.tensorflow.loss;

import static org.junit.Assert.assertEquals;

import org.jointattention.tensorflow.NetHarness;
import org.junit.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

public class LossTest {
    private static final int PIXELS = 8;
    private static final int CLASSES = 3;

    /** Pixels 6 and 7 have no label. */
    private static Operand<TFloat32> truth(NetHarness harness) {
        float[][] rows = new float[PIXELS][CLASSES];
        for (int i = 0; i < 6; i++) {
            rows[i][i % CLASSES] = 1;
        }
        return harness.tf().constant(rows);
    }

    private static Operand<TFloat32> nothing(NetHarness harness) {
        return harness.tf().constant(new float[PIXELS][CLASSES]);
    }

    private static Loss[] losses() {
        Loss entropy = new CrossEntropy(new float[] {1, 2, 0.5f});
        return new Loss[] {entropy, new SoftDice(), new SumOfLosses(entropy, new SoftDice())};
    }

    @Test
    public void everyLossHasTheRightGradients() {
        for (Loss loss : losses()) {
            try (NetHarness harness = new NetHarness(NetHarness.Mode.TRAINING, 1)) {
                Operand<TFloat32> logits = harness.input("logits", PIXELS, CLASSES);
                Operand<TFloat32> value = loss.of(harness.tf(), logits, truth(harness));
                harness.checkGradients(harness.tf().reshape(value, harness.tf().constant(new int[] {1})), 1e-2);
            }
        }
    }

    @Test
    public void pixelsWithoutALabelDoNotCount() {
        for (Loss loss : losses()) {
            try (NetHarness harness = new NetHarness(NetHarness.Mode.TRAINING, 2)) {
                Operand<TFloat32> value =
                        loss.of(harness.tf(), harness.input("logits", PIXELS, CLASSES), truth(harness));
                float before = harness.run(value)[0];
                for (int i = 6 * CLASSES; i < PIXELS * CLASSES; i++) {
                    harness.values("logits")[i] = i % 2 == 0 ? 50 : -50;
                }
                assertEquals(before, harness.run(value)[0], 0);
            }
        }
    }

    @Test
    public void lossesWithoutAnyLabelAreZero() {
        for (Loss loss : losses()) {
            try (NetHarness harness = new NetHarness(NetHarness.Mode.TRAINING, 3)) {
                Operand<TFloat32> value =
                        loss.of(harness.tf(), harness.input("logits", PIXELS, CLASSES), nothing(harness));
                assertEquals(0, harness.run(value)[0], 1e-6);
            }
        }
    }

    @Test
    public void perfectPredictionsLoseNothing() {
        for (Loss loss : losses()) {
            try (NetHarness harness = new NetHarness(NetHarness.Mode.TRAINING, 4)) {
                Operand<TFloat32> value =
                        loss.of(harness.tf(), harness.input("logits", PIXELS, CLASSES), truth(harness));
                for (int i = 0; i < PIXELS * CLASSES; i++) {
                    harness.values("logits")[i] = i % CLASSES == i / CLASSES % CLASSES ? 40 : -40;
                }
                assertEquals(0, harness.run(value)[0], 1e-6);
            }
        }
    }

    @Test
    public void crossEntropyIsTheWeightedMeanOfMinusLogProbability() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.TRAINING, 5)) {
            Operand<TFloat32> value = new CrossEntropy(new float[] {1, 2, 0.5f})
                    .of(harness.tf(), harness.input("logits", PIXELS, CLASSES), truth(harness));
            double sum = 0;
            double weights = 0;
            for (int i = 0; i < 6; i++) {
                double weight = new double[] {1, 2, 0.5}[i % CLASSES];
                sum -= weight * Math.log(softmax(harness.values("logits"), i)[i % CLASSES]);
                weights += weight;
            }
            assertEquals(sum / weights, harness.run(value)[0], 1e-5);
        }
    }

    @Test
    public void softDiceIsTheMeanOverTheForegroundClasses() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.TRAINING, 6)) {
            Operand<TFloat32> value =
                    new SoftDice().of(harness.tf(), harness.input("logits", PIXELS, CLASSES), truth(harness));
            double expected = 1;
            for (int k = 1; k < CLASSES; k++) {
                double overlap = 0;
                double sizes = 0;
                for (int i = 0; i < 6; i++) {
                    double p = softmax(harness.values("logits"), i)[k];
                    double t = i % CLASSES == k ? 1 : 0;
                    overlap += p * t;
                    sizes += p + t;
                }
                expected -= (2 * overlap + 1) / (sizes + 1) / (CLASSES - 1);
            }
            assertEquals(expected, harness.run(value)[0], 1e-5);
        }
    }

    private static double[] softmax(float[] logits, int row) {
        double[] p = new double[CLASSES];
        double sum = 0;
        for (int k = 0; k < CLASSES; k++) {
            p[k] = Math.exp(logits[row * CLASSES + k]);
            sum += p[k];
        }
        for (int k = 0; k < CLASSES; k++) {
            p[k] /= sum;
        }
        return p;
    }
}
