package org.jointattention.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jointattention.image.FloatPlane;

/** Seeded samples made up for the tests of the plan. */
final class PlanSamples {
    private static final byte UNLABELLED = (byte) 255;

    private PlanSamples() {}

    /** Grey value of a pixel. */
    interface Grey {
        double at(int x, int y);
    }

    /** Class of a pixel. */
    interface Label {
        int at(int x, int y);
    }

    static Sample sample(int width, int height, Grey grey, Label label) {
        float[] values = new float[width * height];
        byte[] labels = new byte[width * height];
        for (int i = 0; i < labels.length; i++) {
            values[i] = (float) grey.at(i % width, i / width);
            labels[i] = (byte) label.at(i % width, i / width);
        }
        return new Sample(width + "x" + height, new FloatPlane(width, height, 1, values), labels);
    }

    static Sample constant(int width, int height, double grey, int label) {
        return sample(width, height, (x, y) -> grey, (x, y) -> label);
    }

    /** Bright discs (class 1) at random places on a darker ground with noise. */
    static Sample discs(int width, int height, double radius, int count, long seed) {
        Random random = new Random(seed);
        double[][] centres = new double[count][];
        for (int i = 0; i < count; i++) {
            double x = radius + random.nextDouble() * Math.max(0, width - 2 * radius);
            double y = radius + random.nextDouble() * Math.max(0, height - 2 * radius);
            centres[i] = new double[] {x, y};
        }
        Label label = (x, y) -> inside(centres, x, y, radius) ? 1 : 0;
        return sample(width, height, (x, y) -> 100 + 30 * label.at(x, y) + 20 * random.nextGaussian(), label);
    }

    private static boolean inside(double[][] centres, int x, int y, double radius) {
        return Arrays.stream(centres).anyMatch(c -> Math.hypot(x - c[0], y - c[1]) <= radius);
    }

    static List<Sample> manyDiscs(int images, int size, double radius, int count) {
        List<Sample> samples = new ArrayList<>();
        Random seeds = new Random(11);
        for (int i = 0; i < images; i++) {
            samples.add(discs(size, size, radius, count, seeds.nextLong()));
        }
        return samples;
    }

    /** Bright at the top and dark below, with a bright blob (class 1) at a random place across. */
    static List<Sample> topBright(int images, int width, int height) {
        List<Sample> samples = new ArrayList<>();
        Random random = new Random(12);
        for (int i = 0; i < images; i++) {
            double cx = width * (0.2 + 0.6 * random.nextDouble());
            double cy = height * (0.3 + 0.4 * random.nextDouble());
            Label blob = (x, y) -> Math.hypot(x - cx, y - cy) < 8 ? 1 : 0;
            Grey grey = (x, y) -> 200.0 * (height - y) / height + 60 * blob.at(x, y) + 25 * random.nextGaussian();
            samples.add(sample(width, height, grey, blob));
        }
        return samples;
    }

    /** The same sample with all but a share of its pixels unlabelled. */
    static Sample sparse(Sample sample, double share, long seed) {
        Random random = new Random(seed);
        byte[] labels = sample.labels().clone();
        for (int i = 0; i < labels.length; i++) {
            labels[i] = random.nextDouble() < share ? labels[i] : UNLABELLED;
        }
        return new Sample("sparse", sample.image(), labels);
    }

    static DataSummary summary(Sample... samples) {
        return DataSummary.of(Arrays.asList(samples), 2);
    }
}
