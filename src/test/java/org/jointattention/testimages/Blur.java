package org.jointattention.testimages;

import java.util.Random;

/** Gaussian blur with mirrored borders, and smooth noise made with it. */
final class Blur {
    private Blur() {}

    static double[] gaussian(double[] image, int width, int height, double sigma) {
        double[] kernel = kernel(sigma);
        double[] rows = pass(image, width, height, 1, width, kernel);
        return pass(rows, height, width, width, 1, kernel);
    }

    /** Blurred white noise with mean 0 and standard deviation 1. */
    static double[] unitNoise(int width, int height, double sigma, Random random) {
        double[] noise = new double[width * height];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = random.nextGaussian();
        }
        double[] smooth = gaussian(noise, width, height, sigma);
        double mean = 0;
        double squares = 0;
        for (double value : smooth) {
            mean += value / smooth.length;
            squares += value * value / smooth.length;
        }
        double deviation = StrictMath.sqrt(StrictMath.max(1e-12, squares - mean * mean));
        for (int i = 0; i < smooth.length; i++) {
            smooth[i] = (smooth[i] - mean) / deviation;
        }
        return smooth;
    }

    /** Blurs along lines whose points lie a step apart; the lines themselves begin a stride apart. */
    private static double[] pass(double[] from, int length, int lines, int step, int stride, double[] kernel) {
        double[] to = new double[from.length];
        int radius = kernel.length / 2;
        for (int line = 0; line < lines; line++) {
            for (int i = 0; i < length; i++) {
                double sum = 0;
                for (int k = -radius; k <= radius; k++) {
                    sum += kernel[k + radius] * from[line * stride + mirror(i + k, length) * step];
                }
                to[line * stride + i * step] = sum;
            }
        }
        return to;
    }

    private static int mirror(int i, int length) {
        int phase = StrictMath.floorMod(i, 2 * length);
        return phase < length ? phase : 2 * length - 1 - phase;
    }

    private static double[] kernel(double sigma) {
        int radius = (int) StrictMath.ceil(3 * sigma);
        double[] kernel = new double[2 * radius + 1];
        double sum = 0;
        for (int i = 0; i < kernel.length; i++) {
            double distance = (i - radius) / sigma;
            kernel[i] = StrictMath.exp(-distance * distance / 2);
            sum += kernel[i];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        return kernel;
    }
}
