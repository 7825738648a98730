package org.jointattention.training;

/**
 * A smooth random displacement: uniform values on a coarse grid, interpolated by cubic B-splines
 * (Rueckert et al., IEEE TMI 18(8), 1999), so that no displacement exceeds the amplitude.
 */
final class ElasticField {
    private static final int TAPS = 4;

    private final int size;
    private final int nodes;
    private final int[] cell;
    private final float[] weight;
    private final float[] nodesX;
    private final float[] nodesY;
    private final float[] rowX;
    private final float[] rowY;

    ElasticField(int size, int spacing) {
        this.size = size;
        this.nodes = (size - 1) / spacing + TAPS;
        this.cell = new int[size];
        this.weight = new float[size * TAPS];
        this.nodesX = new float[nodes * nodes];
        this.nodesY = new float[nodes * nodes];
        this.rowX = new float[nodes];
        this.rowY = new float[nodes];
        for (int i = 0; i < size; i++) {
            cell[i] = i / spacing;
            setWeights(i, (i % spacing) / (double) spacing);
        }
    }

    private void setWeights(int i, double t) {
        double s = 1 - t;
        weight[i * TAPS] = (float) (s * s * s / 6);
        weight[i * TAPS + 1] = (float) ((3 * t * t * t - 6 * t * t + 4) / 6);
        weight[i * TAPS + 2] = (float) ((3 * s * s * s - 6 * s * s + 4) / 6);
        weight[i * TAPS + 3] = (float) (t * t * t / 6);
    }

    /** @param amplitude largest displacement in pixels */
    void draw(double amplitude, FastRandom random) {
        for (int i = 0; i < nodesX.length; i++) {
            nodesX[i] = (float) random.between(-amplitude, amplitude);
            nodesY[i] = (float) random.between(-amplitude, amplitude);
        }
    }

    /** Adds the displacements of row y to coordinates. */
    void add(int y, float[] xs, float[] ys) {
        for (int n = 0; n < nodes; n++) {
            rowX[n] = column(nodesX, n, y);
            rowY[n] = column(nodesY, n, y);
        }
        for (int x = 0; x < size; x++) {
            int n = cell[x];
            int w = x * TAPS;
            float a = weight[w];
            float b = weight[w + 1];
            float c = weight[w + 2];
            float d = weight[w + 3];
            xs[x] += a * rowX[n] + b * rowX[n + 1] + c * rowX[n + 2] + d * rowX[n + 3];
            ys[x] += a * rowY[n] + b * rowY[n + 1] + c * rowY[n + 2] + d * rowY[n + 3];
        }
    }

    private float column(float[] values, int n, int y) {
        int at = cell[y] * nodes + n;
        int w = y * TAPS;
        return weight[w] * values[at]
                + weight[w + 1] * values[at + nodes]
                + weight[w + 2] * values[at + 2 * nodes]
                + weight[w + 3] * values[at + 3 * nodes];
    }
}
