package org.jointattention.image;

import java.util.Objects;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** A 2-D image of one or more channels in memory; values row-major, channels last (HWC). */
public final class FloatPlane {
    private final int width;
    private final int height;
    private final int channels;
    private final float[] values;

    /**
     * @param values height x width x channels values, not copied
     * @throws IllegalArgumentException if the number of values does not fit
     */
    public FloatPlane(int width, int height, int channels, float[] values) {
        if ((long) width * height * channels != Objects.requireNonNull(values).length) {
            throw new IllegalArgumentException(
                    width + "x" + height + "x" + channels + " pixels do not fit " + values.length + " values.");
        }
        this.width = width;
        this.height = height;
        this.channels = channels;
        this.values = values;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int channels() {
        return channels;
    }

    /** The values themselves, not a copy: (y * width + x) * channels + channel. */
    public float[] values() {
        return values;
    }

    /** The values themselves with the axes x, y, channel. */
    public RandomAccessibleInterval<FloatType> view() {
        return Views.moveAxis(ArrayImgs.floats(values, channels, width, height), 0, 2);
    }

    public float get(int x, int y, int channel) {
        return values[(y * width + x) * channels + channel];
    }
}
