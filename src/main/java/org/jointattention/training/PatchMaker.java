package org.jointattention.training;

import java.util.ArrayList;
import java.util.List;

/** Makes patches: position, geometry, intensities. Not for several threads. */
final class PatchMaker implements PatchSource {
    private static final int GEOMETRY = 11;
    private static final int INTENSITY = 12;

    private final List<Sample> samples;
    private final BatchOptions options;
    private final PatchSampler sampler;
    private final Geometry geometry;
    private final Warp warp;
    private final Intensities intensities;

    PatchMaker(DataSet data, BatchOptions options) {
        this.samples = new ArrayList<>(data.samples());
        this.options = options;
        this.sampler = new PatchSampler(samples, data.classes(), options);
        this.geometry = new Geometry(options.augmentation(), options.patch());
        this.warp = new Warp(options.patch());
        this.intensities = new Intensities(options.augmentation(), options.patch(), data.channels());
    }

    @Override
    public void make(long step, int index, PatchTarget target) {
        PatchPosition position = sampler.position(step, index);
        Sample sample = samples.get(position.sample());
        geometry.draw(FastRandom.of(options.seed(), GEOMETRY, step, index));
        if (!geometry.isExact()) {
            warp.resample(sample, position.left(), position.top(), geometry, target);
        }
        // The few labelled pixels of a sparse mask may have been turned out of the patch.
        if (geometry.isExact() || target.isUnlabelled()) {
            warp.copy(sample, position.left(), position.top(), geometry.orientation(), target);
        }
        intensities.apply(target, FastRandom.of(options.seed(), INTENSITY, step, index));
    }
}
