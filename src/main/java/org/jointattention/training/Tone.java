package org.jointattention.training;

/**
 * Contrast, brightness and gamma of one channel of a patch in one pass. Gamma bends the values between
 * the patch's least and greatest, so it is defined for negative ones too and leaves the range as it is.
 */
final class Tone {
    private static final int STEPS = 1024;

    private final float[] curve = new float[STEPS + 2];
    private boolean bent;
    private float min;
    private float max;
    private double mean;

    void setGamma(double gamma) {
        bent = gamma != 1;
        for (int i = 0; bent && i < curve.length; i++) {
            curve[i] = (float) StrictMath.pow(Math.min(i, STEPS) / (double) STEPS, gamma);
        }
    }

    /**
     * @param from index of the channel's first value
     * @param to end of the patch's values
     * @param step number of channels
     */
    void apply(float[] values, int from, int to, int step, double contrast, double brightness) {
        measure(values, from, to, step);
        double shift = mean * (1 - contrast) + brightness;
        if (bent && max > min) {
            float low = (float) (min * contrast + shift);
            float range = (float) ((max - min) * contrast);
            bend(values, from, to, step, low, range);
            return;
        }
        for (int i = from; i < to; i += step) {
            values[i] = (float) contrast * values[i] + (float) shift;
        }
    }

    private void bend(float[] values, int from, int to, int step, float low, float range) {
        float perStep = STEPS / (max - min);
        for (int i = from; i < to; i += step) {
            float t = Math.min(STEPS, (values[i] - min) * perStep);
            int k = (int) t;
            values[i] = low + range * (curve[k] + (t - k) * (curve[k + 1] - curve[k]));
        }
    }

    private void measure(float[] values, int from, int to, int step) {
        float least = values[from];
        float greatest = least;
        double sum = 0;
        for (int i = from; i < to; i += step) {
            float value = values[i];
            least = value < least ? value : least;
            greatest = value > greatest ? value : greatest;
            sum += value;
        }
        min = least;
        max = greatest;
        mean = sum * step / (to - from + step - 1);
    }
}
