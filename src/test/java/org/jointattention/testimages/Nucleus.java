package org.jointattention.testimages;

import java.util.Random;

/**
 * One nucleus: an ellipsoid whose outline in the plane is a little irregular, with a dome of brightness and brighter
 * spots in it. All lengths in pixels, depths in slices.
 */
final class Nucleus {
    private static final int WAVES = 3;

    final double x;
    final double y;
    final double brightness;

    private final double longRadius;
    private final double shortRadius;
    private final double angle;
    private final double z;
    private final double halfHeight;
    private final double dome;
    private final double[] amplitudes = new double[WAVES];
    private final double[] phases = new double[WAVES];
    private final double[][] spots;

    Nucleus(double x, double y, double z, SceneStyle style, Random random) {
        this.x = x;
        this.y = y;
        this.z = z;
        double diameter = uniform(random, style.minDiameter, style.maxDiameter);
        double elongation = uniform(random, 1, style.maxElongation);
        longRadius = diameter / 2 * StrictMath.sqrt(elongation);
        shortRadius = diameter / 2 / StrictMath.sqrt(elongation);
        angle = uniform(random, 0, StrictMath.PI);
        halfHeight = uniform(random, 1.5, 2.5);
        brightness = uniform(random, style.minBrightness, style.maxBrightness);
        dome = style.dome;
        for (int i = 0; i < WAVES; i++) {
            amplitudes[i] = style.irregularity * random.nextGaussian() / (i + 2);
            phases[i] = uniform(random, 0, 2 * StrictMath.PI);
        }
        spots = new double[style.spots][];
        for (int i = 0; i < style.spots; i++) {
            double distance = 0.7 * StrictMath.sqrt(random.nextDouble());
            double direction = uniform(random, 0, 2 * StrictMath.PI);
            spots[i] = new double[] {
                distance * StrictMath.cos(direction),
                distance * StrictMath.sin(direction),
                uniform(random, 0.2, 0.7),
                uniform(random, 0.12, 0.22)
            };
        }
    }

    /** No point of the nucleus is farther than this from its centre, in x or in y. */
    double reach() {
        return longRadius * (1 + 2 * amplitudeSum()) + 1;
    }

    double meanRadius() {
        return StrictMath.sqrt(longRadius * shortRadius);
    }

    double distanceTo(Nucleus other) {
        return StrictMath.sqrt((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y));
    }

    /** How bright the nucleus is at a point of a slice; 0 outside it. */
    double valueAt(double px, double py, double slice) {
        double scale = scaleAt(slice);
        if (scale <= 0) {
            return 0;
        }
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double u = (cos * (px - x) + sin * (py - y)) / longRadius / scale;
        double v = (cos * (py - y) - sin * (px - x)) / shortRadius / scale;
        double radius = StrictMath.sqrt(u * u + v * v) / outline(StrictMath.atan2(v, u));
        return radius > 1 ? 0 : brightness * (1 - dome * radius * radius) * (1 + spotsAt(u, v));
    }

    /** The cut through the ellipsoid shrinks away from its middle. */
    private double scaleAt(double slice) {
        double height = (slice - z) / halfHeight;
        return StrictMath.sqrt(StrictMath.max(0, 1 - height * height));
    }

    private double outline(double direction) {
        double radius = 1;
        for (int i = 0; i < WAVES; i++) {
            radius += amplitudes[i] * StrictMath.cos((i + 2) * direction + phases[i]);
        }
        return radius;
    }

    private double amplitudeSum() {
        double sum = 0;
        for (double amplitude : amplitudes) {
            sum += StrictMath.abs(amplitude);
        }
        return sum;
    }

    private double spotsAt(double u, double v) {
        double sum = 0;
        for (double[] spot : spots) {
            double du = u - spot[0];
            double dv = v - spot[1];
            sum += spot[2] * StrictMath.exp(-(du * du + dv * dv) / (2 * spot[3] * spot[3]));
        }
        return sum;
    }

    private static double uniform(Random random, double from, double to) {
        return from + (to - from) * random.nextDouble();
    }
}
