package org.jointattention.segmentation.zarr;

import java.util.Arrays;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.jointattention.image.ImageException;
import org.jointattention.image.NeighbourSlices;
import org.jointattention.image.zarr.OmeZarrImage;
import org.jointattention.model.ModelSpec;
import org.jointattention.segmentation.PlaneStack;

/** The planes of a resolution of an OME-Zarr image, as a model sees them. Nothing is read before it is needed. */
final class ZarrStack implements PlaneStack {
    private final OmeZarrImage image;
    private final int level;
    private final int seen;

    /** @throws ImageException if there is no such level, or the image does not have the model's channels and slices */
    ZarrStack(OmeZarrImage image, int level, ModelSpec spec) {
        this.image = image;
        this.level = level;
        this.seen = spec.slices();
        int levels = image.levels().size();
        if (level < 0 || level >= levels) {
            throw new ImageException("There is no resolution " + level + " in " + image.name() + ": it has "
                    + (levels == 1 ? "only 0." : "0, the largest, to " + (levels - 1) + "."));
        }
        check(spec);
    }

    private void check(ModelSpec spec) {
        if (size('c') != spec.imageChannels()) {
            throw new ImageException("The image " + image.name() + " was understood as " + mapping()
                    + ", but the model needs " + spec.imageChannels() + " channel(s).");
        }
        if (seen > 1 && slices() == 1) {
            throw new ImageException("The model sees " + seen + " neighbouring slices at once, but " + image.name()
                    + " has one slice (" + mapping() + "). Choose a model that sees one slice.");
        }
        if (Math.max(size('x'), size('y')) > Integer.MAX_VALUE || size('z') * size('t') > Integer.MAX_VALUE) {
            throw new ImageException(
                    "The image " + image.name() + " (" + mapping() + ") is too large: its sides, and the"
                            + " number of its planes, can be at most " + Integer.MAX_VALUE + ".");
        }
    }

    private long size(char axis) {
        return image.size(level, axis);
    }

    int slices() {
        return (int) size('z');
    }

    /** As {@code x=512 y=256 channels=1 slices=20 frames=1}. */
    String mapping() {
        return "x=" + size('x') + " y=" + size('y') + " channels=" + size('c') + " slices=" + size('z') + " frames="
                + size('t');
    }

    @Override
    public int count() {
        return (int) (size('z') * size('t'));
    }

    @Override
    public int width() {
        return (int) size('x');
    }

    @Override
    public int height() {
        return (int) size('y');
    }

    @Override
    public RandomAccessibleInterval<FloatType> plane(int index) {
        if (seen == 1) {
            return one(index);
        }
        int[] neighbours = NeighbourSlices.indices(index, slices(), seen);
        return Views.concatenate(
                2, Arrays.stream(neighbours).mapToObj(this::one).toArray(ZarrStack::planes));
    }

    private RandomAccessibleInterval<FloatType> one(int index) {
        return image.plane(level, index / slices(), index % slices());
    }

    @SuppressWarnings("unchecked")
    private static RandomAccessibleInterval<FloatType>[] planes(int count) {
        return new RandomAccessibleInterval[count];
    }
}
