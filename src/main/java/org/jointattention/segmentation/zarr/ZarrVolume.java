package org.jointattention.segmentation.zarr;

import java.util.List;
import java.util.stream.LongStream;
import org.jointattention.image.Normalizer;
import org.jointattention.image.Region;
import org.jointattention.image.zarr.Axes;
import org.jointattention.image.zarr.LabelPyramid;
import org.jointattention.segmentation.LabelBlocks;
import org.jointattention.segmentation.PlaneBlocks;
import org.jointattention.segmentation.Progress;
import org.jointattention.segmentation.Segmenter;
import org.jointattention.segmentation.VolumeSegmenter;

/**
 * An image of OME-Zarr, and the labels that are being made of it: by one process, or by many that do parts of them and then of
 * the coarser resolutions. Safe for use by several threads, if no two do the same part.
 *
 * <pre>{@code
 * VolumeSegmenter parts = volume.segmenter(statistics);
 * parts.run(from, to, progress); // elsewhere others: 0 to volume.parts()
 * volume.makeBlocks(1, 0, volume.blocks(1)); // when all parts are there; then level 2, and so on
 * volume.finish(Progress.NONE);
 * }</pre>
 */
public final class ZarrVolume {
    private final Segmenter segmenter;
    private final ZarrStack stack;
    private final LabelPyramid pyramid;
    private final LabelBlocks labels;
    private final LabelBlocks parts;
    private final PlaneBlocks grid;
    private final String place;

    ZarrVolume(Segmenter segmenter, ZarrStack stack, LabelPyramid pyramid, Axes axes, String place) {
        this.segmenter = segmenter;
        this.stack = stack;
        this.pyramid = pyramid;
        this.labels = new ZarrLabels(pyramid.base(), axes, stack.slices());
        this.parts = new GroupedBlocks(labels);
        this.grid =
                new PlaneBlocks(stack.width(), stack.height(), stack.count(), parts.blockWidth(), parts.blockHeight());
        this.place = place;
    }

    /** Slices times frames. */
    public int planes() {
        return stack.count();
    }

    /** Parts of all planes, of about 2048x2048 pixels, of which each has files of its own. */
    public long parts() {
        return grid.count();
    }

    /** As {@code t=0 z=3 y=2048 x=0 2048x2048}. */
    public String name(long part) {
        Region region = grid.region(part);
        int plane = grid.plane(part);
        return "t=" + plane / stack.slices() + " z=" + plane % stack.slices() + " y=" + region.y() + " x=" + region.x()
                + " " + region.width() + "x" + region.height();
    }

    /** Whether the labels of a part are there. */
    public boolean has(long part) {
        return parts.has(grid.plane(part), grid.region(part));
    }

    /** Whether all labels of a plane are there. */
    public boolean hasPlane(int plane) {
        long perPlane = parts() / planes();
        return LongStream.range(plane * perPlane, (plane + 1) * perPlane).allMatch(this::has);
    }

    /** Reads a plane. @return what {@link #segmenter} needs of it */
    public Normalizer statistics(int plane) {
        return segmenter.regions(stack.plane(plane)).normalizer();
    }

    /**
     * What computes parts; for one thread.
     *
     * @param statistics of each plane; asked for when a part of that plane is computed
     */
    public VolumeSegmenter segmenter(List<Normalizer> statistics) {
        return new VolumeSegmenter(segmenter, stack, parts, statistics);
    }

    /** Resolutions of the labels, the largest included. */
    public int levels() {
        return pyramid.levels().size();
    }

    /** Blocks of a resolution. */
    public long blocks(int level) {
        return pyramid.levels().get(level).blocks().count();
    }

    /**
     * Makes those of some blocks of a coarser resolution that are missing.
     *
     * @param level at least 1; the one before it must be complete
     * @throws org.jointattention.image.ImageException if it is not, or something cannot be read or written
     */
    public void makeBlocks(int level, long from, long to) {
        LongStream.range(from, to).forEach(number -> pyramid.makeBlock(level, number));
    }

    /**
     * Makes what is missing of the coarser resolutions, and declares the labels.
     *
     * @param progress asked whether to go on
     * @throws IllegalStateException if parts are missing
     */
    public ZarrResult finish(Progress progress) {
        pyramid.finish(progress::requireGoing);
        return new ZarrResult(place, (long) stack.width() * stack.height() * stack.count(), true);
    }

    /** Does all of it. @param progress counts pixels */
    ZarrResult run(Progress progress) {
        new VolumeSegmenter(segmenter, stack, labels).run(progress);
        return finish(progress);
    }
}
