package org.jointattention.image;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.util.ArrayList;
import java.util.List;

/** A 2-D label image: a whole number of at least 0, a class or object id, for each pixel. */
public final class LabelPlane {
    private static final int SIGNED_16_BIT_ZERO = 32768;
    private static final int LARGEST_EXACT_FLOAT = 1 << 24;

    private final int width;
    private final int height;
    private final int[] values;

    /**
     * @param values row-major, not copied
     * @throws IllegalArgumentException if the number of values does not fit
     */
    public LabelPlane(int width, int height, int[] values) {
        if ((long) width * height != values.length) {
            throw new IllegalArgumentException(
                    width + "x" + height + " pixels do not fit " + values.length + " labels.");
        }
        this.width = width;
        this.height = height;
        this.values = values;
    }

    /** The planes of a label image in stack order; see {@link ImageFiles#openLabels}. */
    public static List<LabelPlane> of(ImagePlus image) {
        return of(image, "The image \"" + image.getTitle() + "\"");
    }

    static List<LabelPlane> of(ImagePlus image, String name) {
        if (image.getNChannels() > 1) {
            throw new ImageException(name + " has " + image.getNChannels()
                    + " channels; labels need one. Save the channel with the labels alone.");
        }
        List<LabelPlane> planes = new ArrayList<>();
        int zero = image.getCalibration().isSigned16Bit() ? SIGNED_16_BIT_ZERO : 0;
        for (int i = 1; i <= image.getStackSize(); i++) {
            planes.add(of(image.getStack().getProcessor(i), zero, name));
        }
        return planes;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The labels themselves, not a copy: y * width + x. */
    public int[] values() {
        return values;
    }

    public int get(int x, int y) {
        return values[y * width + x];
    }

    /** The largest label; 0 if there are no pixels. */
    public int max() {
        int max = 0;
        for (int value : values) {
            max = Math.max(max, value);
        }
        return max;
    }

    /**
     * The labels as unsigned bytes.
     *
     * @throws ImageException if a label is larger than 255
     */
    public byte[] toBytes() {
        if (max() > 0xff) {
            throw new ImageException("The largest label is " + max() + "; class ids are 0 to 255."
                    + " Is this an image of numbered objects? Make it one of classes.");
        }
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static LabelPlane of(ImageProcessor pixels, int zero, String name) {
        int[] labels = new int[pixels.getWidth() * pixels.getHeight()];
        Object array = pixels.getPixels();
        for (int i = 0; i < labels.length; i++) {
            labels[i] = label(array, i, name) - zero;
            if (labels[i] < 0) {
                throw new ImageException(name + " has the negative label " + labels[i] + "; labels start at 0.");
            }
        }
        return new LabelPlane(pixels.getWidth(), pixels.getHeight(), labels);
    }

    private static int label(Object pixels, int index, String name) {
        if (pixels instanceof byte[]) {
            return ((byte[]) pixels)[index] & 0xff;
        }
        if (pixels instanceof short[]) {
            return ((short[]) pixels)[index] & 0xffff;
        }
        return pixels instanceof int[] ? grey(((int[]) pixels)[index], name) : whole(((float[]) pixels)[index], name);
    }

    private static int grey(int rgb, String name) {
        int value = rgb & 0xff;
        if (((rgb >> 8) & 0xff) != value || ((rgb >> 16) & 0xff) != value) {
            throw new ImageException(name + " is a colour image; labels need whole numbers."
                    + " Save the labels as 8-bit or 16-bit, or with a palette.");
        }
        return value;
    }

    private static int whole(float value, String name) {
        if (!(Math.abs(value) <= LARGEST_EXACT_FLOAT) || value != Math.rint(value)) {
            throw new ImageException(name + " has the value " + value + "; labels are whole numbers of 0 to "
                    + LARGEST_EXACT_FLOAT + ". Is this a label image?");
        }
        return (int) value;
    }
}
