package org.jointattention.tensorflow.attention;

/** Small matrices, computed as the formulas are written. */
final class Matrices {
    private Matrices() {}

    /** The matrix that starts at an offset of an array in row-major order. */
    static double[][] of(float[] values, int offset, int rows, int columns) {
        double[][] matrix = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                matrix[i][j] = values[offset + i * columns + j];
            }
        }
        return matrix;
    }

    static double[][] of(float[] values, int rows, int columns) {
        return of(values, 0, rows, columns);
    }

    static double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                for (int j = 0; j < b[0].length; j++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    static double[][] transposed(double[][] a) {
        double[][] turned = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                turned[j][i] = a[i][j];
            }
        }
        return turned;
    }

    /** a + factor b. */
    static double[][] plus(double[][] a, double factor, double[][] b) {
        double[][] sum = new double[a.length][a[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                sum[i][j] = a[i][j] + factor * b[i][j];
            }
        }
        return sum;
    }

    static double[][] scaled(double factor, double[][] a) {
        return plus(new double[a.length][a[0].length], factor, a);
    }

    /** Softmax over each row. */
    static double[][] softmax(double[][] a) {
        double[][] shares = new double[a.length][a[0].length];
        for (int i = 0; i < a.length; i++) {
            double sum = 0;
            for (int j = 0; j < a[0].length; j++) {
                shares[i][j] = Math.exp(a[i][j]);
                sum += shares[i][j];
            }
            for (int j = 0; j < a[0].length; j++) {
                shares[i][j] /= sum;
            }
        }
        return shares;
    }
}
