package org.jointattention.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jointattention.image.FloatPlane;
import org.jointattention.training.DataSet;
import org.jointattention.training.Sample;

/** Made-up samples to train on: bright discs on noise, always the same ones. */
final class BenchmarkSamples {
    private static final int SAMPLES = 2;
    private static final int DISCS_OF_A_CLASS = 12;
    private static final int RADIUS = 14;

    private final Random random = new Random(1);
    private final int channels;
    private final int classes;
    private final int size;

    private BenchmarkSamples(int channels, int classes, int size) {
        this.channels = channels;
        this.classes = classes;
        this.size = size;
    }

    /**
     * @param classes with the background
     * @param size height and width of an image
     */
    static DataSet of(int channels, int classes, int size) {
        BenchmarkSamples maker = new BenchmarkSamples(channels, classes, size);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            samples.add(maker.sample("sample " + i));
        }
        return DataSet.of(samples, classes);
    }

    private Sample sample(String name) {
        byte[] labels = new byte[size * size];
        for (int i = 0; i < DISCS_OF_A_CLASS * (classes - 1); i++) {
            draw(labels, random.nextInt(size), random.nextInt(size), (byte) (1 + i % (classes - 1)));
        }
        float[] values = new float[size * size * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = (labels[i / channels] == 0 ? 0 : 2) + (float) random.nextGaussian();
        }
        return new Sample(name, new FloatPlane(size, size, channels, values), labels);
    }

    private void draw(byte[] labels, int centreX, int centreY, byte label) {
        for (int y = Math.max(0, centreY - RADIUS); y < Math.min(size, centreY + RADIUS); y++) {
            for (int x = Math.max(0, centreX - RADIUS); x < Math.min(size, centreX + RADIUS); x++) {
                if (Math.hypot(x - centreX, y - centreY) < RADIUS) {
                    labels[y * size + x] = label;
                }
            }
        }
    }
}
