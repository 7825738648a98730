package org.jointattention.training;

import org.jointattention.training.SymmetryReport.Transform;

/** Gathers one layer's asymmetry under one transform over several images. */
final class AsymmetryMeter {
    private final String layer;
    private final Transform transform;
    private final double[] sum;
    private double energy;
    private int images;

    AsymmetryMeter(String layer, Transform transform, int grid) {
        this.layer = layer;
        this.transform = transform;
        this.sum = new double[grid * grid];
    }

    /** A constant profile says nothing and is not counted. */
    void add(Profile profile) {
        if (profile.isConstant()) {
            return;
        }
        double[] part = profile.antisymmetric(transform);
        for (int i = 0; i < part.length; i++) {
            sum[i] += part[i];
            energy += part[i] * part[i] / part.length;
        }
        images++;
    }

    int images() {
        return images;
    }

    /**
     * What the images share. The energy of a mean of N unrelated parts is 1/N of theirs; it is taken off,
     * so that R = (N |mean|^2 / mean |part|^2 - 1) / (N - 1), not below 0.
     */
    Asymmetry shared() {
        double meanEnergy = 0;
        for (double value : sum) {
            meanEnergy += value * value / images / images / sum.length;
        }
        double raw = energy > 0 ? meanEnergy / (energy / images) : 0;
        double ratio = Math.max(0, (images * raw - 1) / (images - 1));
        return new Asymmetry(layer, ratio, ratio * energy / images, images);
    }

    /** All of the asymmetry, as if it were shared: for few images. */
    Asymmetry whole() {
        return new Asymmetry(layer, 1, images == 0 ? 0 : energy / images, images);
    }
}
