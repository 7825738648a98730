package org.jointattention.tensorflow.attention;

import org.jointattention.tensorflow.NetHarness;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** A = D + P as a dense matrix, put together from the parts a block shows, and Y computed by the formula. */
final class DenseAttention {
    private final NetHarness harness;
    private final float[][][] matrix;
    private final int batch;
    private final int positions;

    DenseAttention(NetHarness harness, AttentionResult result, int batch, int positions) {
        this.harness = harness;
        this.batch = batch;
        this.positions = positions;
        this.matrix = new float[batch][positions][positions];
        Operand<TInt32> index = harness.index();
        result.row(index).ifPresent(row -> addRows(index, row));
        result.diagonal().ifPresent(diagonal -> addDiagonal(harness.run(diagonal)));
    }

    private void addRows(Operand<TInt32> index, Operand<TFloat32> row) {
        for (int i = 0; i < positions; i++) {
            harness.setIndex(index, i);
            float[] values = harness.run(row);
            for (int b = 0; b < batch; b++) {
                System.arraycopy(values, b * positions, matrix[b][i], 0, positions);
            }
        }
    }

    private void addDiagonal(float[] diagonal) {
        for (int b = 0; b < batch; b++) {
            for (int i = 0; i < positions; i++) {
                matrix[b][i][i] += diagonal[b * positions + i];
            }
        }
    }

    float[][][] matrix() {
        return matrix;
    }

    float largestOffDiagonal() {
        float largest = 0;
        for (float[][] one : matrix) {
            for (int i = 0; i < positions; i++) {
                for (int j = 0; j < positions; j++) {
                    largest = i == j ? largest : Math.max(largest, Math.abs(one[i][j]));
                }
            }
        }
        return largest;
    }

    /** X + gamma (A X W_v) W_o, both matrices the identity where the block has none. */
    float[] output(String input, String block, int channels, float gamma) {
        float[] x = harness.values(input);
        boolean projected = harness.weights().contains(block + "/value/kernel");
        int inner = projected ? harness.values(block + "/value/kernel").length / channels : channels;
        float[] y = x.clone();
        for (int b = 0; b < batch; b++) {
            double[][] values = new double[positions][inner];
            for (int i = 0; i < positions; i++) {
                values[i] = product(x, (b * positions + i) * channels, channels, projected, block + "/value/kernel");
            }
            for (int i = 0; i < positions; i++) {
                float[] attended = new float[inner];
                for (int j = 0; j < positions; j++) {
                    for (int c = 0; c < inner; c++) {
                        attended[c] += matrix[b][i][j] * values[j][c];
                    }
                }
                double[] out = product(attended, 0, inner, projected, block + "/out/kernel");
                for (int c = 0; c < channels; c++) {
                    y[(b * positions + i) * channels + c] += gamma * out[c];
                }
            }
        }
        return y;
    }

    private double[] product(float[] row, int offset, int length, boolean projected, String kernelName) {
        if (!projected) {
            double[] same = new double[length];
            for (int c = 0; c < length; c++) {
                same[c] = row[offset + c];
            }
            return same;
        }
        float[] kernel = harness.values(kernelName);
        double[] out = new double[kernel.length / length];
        for (int c = 0; c < length; c++) {
            for (int o = 0; o < out.length; o++) {
                out[o] += (double) row[offset + c] * kernel[c * out.length + o];
            }
        }
        return out;
    }
}
