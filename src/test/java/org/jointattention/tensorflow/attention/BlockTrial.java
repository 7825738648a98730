package org.jointattention.tensorflow.attention;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jointattention.model.AttentionSpec;
import org.jointattention.tensorflow.NetHarness;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** One attention block "a" on an input "x" of two 5 x 3 images of 16 channels, with random weights. */
final class BlockTrial implements AutoCloseable {
    static final int BATCH = 2;
    static final int HEIGHT = 5;
    static final int WIDTH = 3;
    static final int CHANNELS = 16;
    static final int POSITIONS = HEIGHT * WIDTH;
    static final double TOLERANCE = 2e-5;

    private final NetHarness harness;
    private final Operand<TFloat32> x;
    private final AttentionResult result;

    BlockTrial(NetHarness.Mode mode, SpatialAttention attention) {
        harness = new NetHarness(mode, 17);
        x = harness.input("x", BATCH, HEIGHT, WIDTH, CHANNELS);
        result = attention.apply(harness.net(), "a", x);
    }

    BlockTrial(SpatialAttention attention) {
        this(NetHarness.Mode.INFERENCE, attention);
    }

    static SpatialAttention named(String text) {
        return AttentionMechanism.create(AttentionSpec.parse(text));
    }

    /** Gradients in the input and every weight, normalised by the batch and by moving statistics. */
    static void checkGradients(String text) {
        checkGradients(named(text));
    }

    static void checkGradients(SpatialAttention attention) {
        checkGradients(attention, harness -> {});
    }

    /** @param preparation changes weights first */
    static void checkGradients(SpatialAttention attention, Consumer<NetHarness> preparation) {
        if (checkGradients(NetHarness.Mode.TRAINING, attention, preparation)) {
            checkGradients(NetHarness.Mode.INFERENCE, attention, preparation);
        }
    }

    /** Whether there is a normalisation, so that the other mode is another function. */
    private static boolean checkGradients(
            NetHarness.Mode mode, SpatialAttention attention, Consumer<NetHarness> preparation) {
        try (BlockTrial trial = new BlockTrial(mode, attention)) {
            preparation.accept(trial.harness);
            trial.harness.checkGradients(trial.result.output(), 2e-2);
            return trial.harness.weights().names().stream().anyMatch(name -> name.endsWith("/variance"));
        }
    }

    /** How many values the weights have together. */
    static long weights(String text) {
        try (BlockTrial trial = new BlockTrial(named(text))) {
            return trial.harness.weights().size() - BATCH * POSITIONS * CHANNELS;
        }
    }

    NetHarness harness() {
        return harness;
    }

    Operand<TFloat32> input() {
        return x;
    }

    AttentionResult result() {
        return result;
    }

    float[] output() {
        return harness.run(result.output());
    }

    /** A = D + P as the block shows it, of one image. */
    double[][] shown(int image) {
        float[][] matrix = new DenseAttention(harness, result, BATCH, POSITIONS).matrix()[image];
        double[][] copy = new double[POSITIONS][POSITIONS];
        for (int i = 0; i < POSITIONS; i++) {
            for (int j = 0; j < POSITIONS; j++) {
                copy[i][j] = matrix[i][j];
            }
        }
        return copy;
    }

    /** X of one image, positions x channels. */
    double[][] rows(int image) {
        return rows(harness.values("x"), image, CHANNELS);
    }

    /** The part of an NHWC array that belongs to one image, positions x channels. */
    static double[][] rows(float[] values, int image, int channels) {
        return Matrices.of(values, image * POSITIONS * channels, POSITIONS, channels);
    }

    /** A kernel of two axes, or of a 1x1 convolution. */
    double[][] kernel(String name) {
        float[] values = harness.values("a/" + name + "/kernel");
        int[] shape = harness.weights().get("a/" + name + "/kernel").shape();
        return Matrices.of(values, shape[shape.length - 2], shape[shape.length - 1]);
    }

    double scalar(String name) {
        return harness.values("a/" + name)[0];
    }

    /** X W of one image. */
    double[][] projected(int image, String name) {
        return Matrices.times(rows(image), kernel(name));
    }

    void assertOutput(IntFunction<double[][]> expected) {
        float[] output = output();
        for (int image = 0; image < BATCH; image++) {
            assertMatrix(expected.apply(image), rows(output, image, CHANNELS));
        }
    }

    void assertShown(IntFunction<double[][]> expected) {
        for (int image = 0; image < BATCH; image++) {
            assertMatrix(expected.apply(image), shown(image));
        }
    }

    void assertRowsSumTo(double sum) {
        for (int image = 0; image < BATCH; image++) {
            for (double[] row : shown(image)) {
                assertEquals(sum, Arrays.stream(row).sum(), TOLERANCE);
            }
        }
    }

    static void assertMatrix(double[][] expected, double[][] actual) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals("row " + i, expected[i], actual[i], TOLERANCE);
        }
    }

    @Override
    public void close() {
        harness.close();
    }
}
