package org.jointattention.image;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.util.ArrayList;
import java.util.List;

/**
 * A 2-D label image: a whole number of at least 0, a class or object id, for each pixel. Labels up to 255 need one byte
 * a pixel where they are given as bytes.
 */
public final class LabelPlane {
    private static final int SIGNED_16_BIT_ZERO = 32768;
    private static final int LARGEST_EXACT_FLOAT = 1 << 24;

    private final int width;
    private final int height;
    /** Unsigned; null where the labels are ints. */
    private final byte[] bytes;

    private final int[] ints;

    /**
     * @param values row-major, not copied
     * @throws IllegalArgumentException if the number of values does not fit
     */
    public LabelPlane(int width, int height, int[] values) {
        this(width, height, values.length, null, values);
    }

    /**
     * @param values unsigned, row-major, not copied
     * @throws IllegalArgumentException if the number of values does not fit
     */
    public LabelPlane(int width, int height, byte[] values) {
        this(width, height, values.length, values, null);
    }

    private LabelPlane(int width, int height, int length, byte[] bytes, int[] ints) {
        if ((long) width * height != length) {
            throw new IllegalArgumentException(width + "x" + height + " pixels do not fit " + length + " labels.");
        }
        this.width = width;
        this.height = height;
        this.bytes = bytes;
        this.ints = ints;
    }

    /**
     * The planes of an open label image in stack order, those of 8 bits without copying them. As {@link
     * ImageFiles#openLabels}, but RGB images that are grey are read, too: their labels are the grey values.
     */
    public static List<LabelPlane> of(ImagePlus image) {
        return of(image, "The image \"" + image.getTitle() + "\"");
    }

    /** @param name of the image in messages, such as its file */
    public static List<LabelPlane> of(ImagePlus image, String name) {
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

    /** Number of pixels. */
    public int size() {
        return width * height;
    }

    /** The label of the pixel {@code y * width + x}. */
    public int get(int pixel) {
        return bytes == null ? ints[pixel] : bytes[pixel] & 0xff;
    }

    public int get(int x, int y) {
        return get(y * width + x);
    }

    /** A copy of the labels: y * width + x. */
    public int[] values() {
        int[] values = new int[size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = get(i);
        }
        return values;
    }

    /** The largest label; 0 if there are no pixels. */
    public int max() {
        int max = 0;
        for (int i = 0; i < size(); i++) {
            max = Math.max(max, get(i));
        }
        return max;
    }

    /**
     * The labels as unsigned bytes; the array itself, not a copy, where they were given as such.
     *
     * @throws ImageException if a label is larger than 255
     */
    public byte[] toBytes() {
        if (bytes != null) {
            return bytes;
        }
        if (max() > 0xff) {
            throw new ImageException("The largest label is " + max() + "; class ids are 0 to 255."
                    + " Is this an image of numbered objects? Make it one of classes.");
        }
        byte[] copy = new byte[ints.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = (byte) ints[i];
        }
        return copy;
    }

    private static LabelPlane of(ImageProcessor pixels, int zero, String name) {
        Object array = pixels.getPixels();
        if (array instanceof byte[]) {
            return new LabelPlane(pixels.getWidth(), pixels.getHeight(), (byte[]) array);
        }
        int[] labels = new int[pixels.getWidth() * pixels.getHeight()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = label(array, i, name) - zero;
            if (labels[i] < 0) {
                throw new ImageException(name + " has the negative label " + labels[i] + "; labels start at 0.");
            }
        }
        return new LabelPlane(pixels.getWidth(), pixels.getHeight(), labels);
    }

    private static int label(Object pixels, int index, String name) {
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
