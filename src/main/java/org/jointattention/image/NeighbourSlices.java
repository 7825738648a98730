package org.jointattention.image;

import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A slice with its neighbours as channels, for networks that see several slices at once (2.5-D; Li et al., H-DenseUNet, IEEE
 * TMI 2018, feed three). The lowest slice comes first with all its channels. Beyond the first and the last slice of a frame
 * that slice is repeated; frames are never mixed.
 */
public final class NeighbourSlices {
    private NeighbourSlices() {}

    /**
     * @param planes makes a plane by its index, slices counting fastest
     * @param index of the middle slice
     * @param slices of a frame
     * @param seen how many slices are seen with the middle one, odd
     * @return height x width x (seen x channels) values
     */
    public static FloatPlane of(IntFunction<FloatPlane> planes, int index, int slices, int seen) {
        FloatPlane middle = planes.apply(index);
        if (seen == 1) {
            return middle;
        }
        int channels = middle.channels();
        float[] values = new float[Math.multiplyExact(middle.values().length, seen)];
        int[] indices = indices(index, slices, seen);
        for (int k = 0; k < seen; k++) {
            FloatPlane other = indices[k] == index ? middle : planes.apply(indices[k]);
            copy(other.values(), channels, values, k, seen);
        }
        return new FloatPlane(middle.width(), middle.height(), channels * seen, values);
    }

    /**
     * The planes that are seen with one, the lowest first.
     *
     * @param index of the middle slice, slices counting fastest
     * @param slices of a frame
     * @param seen how many slices are seen, odd
     */
    public static int[] indices(int index, int slices, int seen) {
        return IntStream.range(0, seen)
                .map(k -> neighbour(index, slices, k - seen / 2))
                .toArray();
    }

    private static int neighbour(int index, int slices, int offset) {
        int first = index - index % slices;
        return first + Math.max(0, Math.min(slices - 1, index % slices + offset));
    }

    private static void copy(float[] from, int channels, float[] to, int place, int places) {
        for (int i = 0; i < from.length / channels; i++) {
            System.arraycopy(from, i * channels, to, (i * places + place) * channels, channels);
        }
    }

    /** The middle slice of what {@link #of} made. */
    public static FloatPlane middle(FloatPlane stacked, int seen) {
        if (seen == 1) {
            return stacked;
        }
        int channels = stacked.channels() / seen;
        float[] values = new float[stacked.values().length / seen];
        for (int i = 0; i < values.length / channels; i++) {
            System.arraycopy(stacked.values(), (i * seen + seen / 2) * channels, values, i * channels, channels);
        }
        return new FloatPlane(stacked.width(), stacked.height(), channels, values);
    }
}
