package org.jointattention.testimages;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Nuclei placed at random in a field of view, and their pictures. The same seed gives the same pixels everywhere. */
final class Scene {
    private static final int MAX_TRIES = 4000;
    /** Points a pixel is sampled at, in x and in y. */
    private static final int SAMPLES = 3;

    private final int width;
    private final int height;
    private final int slices;
    private final SceneStyle style;
    private final Random random;
    private final List<Nucleus> nuclei = new ArrayList<>();

    Scene(int width, int height, int slices, SceneStyle style, long seed) {
        this.width = width;
        this.height = height;
        this.slices = slices;
        this.style = style;
        this.random = new Random(seed);
        placeNuclei();
    }

    /** The truth of a slice: 1 where a pixel lies in a nucleus by half or more, else 0. */
    byte[] mask(int slice) {
        double[] covered = new double[width * height];
        draw(slice, new double[width * height], covered);
        byte[] mask = new byte[covered.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = (byte) (covered[i] >= 0.5 ? 1 : 0);
        }
        return mask;
    }

    /** A slice as a camera sees it: textured, blurred, on an uneven background, with the noise of photons and camera. */
    double[] image(int slice) {
        double[] light = new double[width * height];
        draw(slice, light, new double[width * height]);
        double[] texture = Blur.unitNoise(width, height, 1.5, random);
        for (int i = 0; i < light.length; i++) {
            light[i] *= 1 + style.texture * texture[i];
        }
        double[] image = Blur.gaussian(light, width, height, style.blur);
        double[] halo = Blur.gaussian(light, width, height, 9);
        double[] clouds = Blur.unitNoise(width, height, 30, random);
        double slope = random.nextGaussian();
        for (int i = 0; i < image.length; i++) {
            double side = (double) (i % width) / width - 0.5;
            double unevenness = style.unevenness * (0.4 * clouds[i] + slope * side);
            double expected = image[i] + style.halo * halo[i] + StrictMath.max(0, style.background + unevenness);
            image[i] = expected
                    + StrictMath.sqrt(style.photonNoise * expected) * random.nextGaussian()
                    + style.readNoise * random.nextGaussian();
        }
        return image;
    }

    private void placeNuclei() {
        for (int i = 0; i < MAX_TRIES && nuclei.size() < style.nuclei; i++) {
            boolean touching = !nuclei.isEmpty() && random.nextDouble() < style.touching;
            Nucleus candidate = touching ? neighbour() : anywhere();
            if (nuclei.stream().allMatch(other -> isFree(candidate, other, touching))) {
                nuclei.add(candidate);
            }
        }
    }

    private Nucleus anywhere() {
        return new Nucleus(random.nextDouble() * width, random.nextDouble() * height, depth(), style, random);
    }

    private Nucleus neighbour() {
        Nucleus other = nuclei.get(random.nextInt(nuclei.size()));
        double direction = 2 * StrictMath.PI * random.nextDouble();
        double distance = 2 * other.meanRadius();
        return new Nucleus(
                other.x + distance * StrictMath.cos(direction),
                other.y + distance * StrictMath.sin(direction),
                depth(),
                style,
                random);
    }

    private double depth() {
        return slices == 1 ? 0 : random.nextDouble() * (slices - 1);
    }

    private static boolean isFree(Nucleus candidate, Nucleus other, boolean touching) {
        double sum = candidate.meanRadius() + other.meanRadius();
        return candidate.distanceTo(other) > (touching ? 0.9 * sum : 1.15 * sum + 2);
    }

    /** Where nuclei touch, the brighter one counts. */
    private void draw(int slice, double[] light, double[] covered) {
        for (Nucleus nucleus : nuclei) {
            int firstX = (int) StrictMath.max(0, nucleus.x - nucleus.reach());
            int lastX = (int) StrictMath.min(width - 1, nucleus.x + nucleus.reach());
            int firstY = (int) StrictMath.max(0, nucleus.y - nucleus.reach());
            int lastY = (int) StrictMath.min(height - 1, nucleus.y + nucleus.reach());
            for (int y = firstY; y <= lastY; y++) {
                for (int x = firstX; x <= lastX; x++) {
                    drawPixel(nucleus, x, y, slice, light, covered);
                }
            }
        }
    }

    private void drawPixel(Nucleus nucleus, int x, int y, int slice, double[] light, double[] covered) {
        double sum = 0;
        int inside = 0;
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            double sampleX = x + (i % SAMPLES + 0.5) / SAMPLES;
            double sampleY = y + (i / SAMPLES + 0.5) / SAMPLES;
            double value = nucleus.valueAt(sampleX, sampleY, slice);
            sum += value;
            inside += value > 0 ? 1 : 0;
        }
        int pixel = y * width + x;
        light[pixel] = StrictMath.max(light[pixel], sum / (SAMPLES * SAMPLES));
        covered[pixel] = StrictMath.min(1, covered[pixel] + (double) inside / (SAMPLES * SAMPLES));
    }
}
