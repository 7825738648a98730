package org.jointattention.image;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The pixel arrays of a stack, by ImageJ's stack index from 1. Arrays in memory are the stack's own; those of virtual
 * stacks, palettes turned into RGB, and RGB that is grey turned into bytes, are made on demand, one at a time, and kept
 * as long as memory allows.
 */
final class StackPixels implements PlaneViews.Pixels {
    private final String title;
    private final ImageStack stack;
    private final int bitDepth;
    private final int channels;
    private final boolean paletteAsRgb;
    private final boolean rgbAsGrey;
    private final Map<Integer, SoftReference<Object>> cache = new HashMap<>();

    StackPixels(ImagePlus image, boolean paletteAsRgb) {
        this.title = image.getTitle();
        this.stack = image.getStack();
        this.bitDepth = image.getBitDepth();
        this.channels = image.getNChannels();
        this.paletteAsRgb = paletteAsRgb;
        this.rgbAsGrey = false;
    }

    private StackPixels(StackPixels colour) {
        this.title = colour.title;
        this.stack = colour.stack;
        this.bitDepth = colour.bitDepth;
        this.channels = colour.channels;
        this.paletteAsRgb = colour.paletteAsRgb;
        this.rgbAsGrey = colour.bitDepth() == 24;
    }

    /** Whether the three channels, of RGB or of their own, are equal everywhere. */
    boolean isGrey() {
        for (int i = 1; i <= stack.getSize(); i += channels) {
            Object pixels = get(i);
            if (!(pixels instanceof int[] ? PixelArrays.isGrey((int[]) pixels) : equal(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean equal(int first) {
        Object[] pixels = {get(first)};
        for (int c = 1; c < channels; c++) {
            if (!Arrays.deepEquals(pixels, new Object[] {get(first + c)})) {
                return false;
            }
        }
        return true;
    }

    /** The same with bytes for RGB pixels that are grey. */
    StackPixels grey() {
        return new StackPixels(this);
    }

    /** Channels of the stack, those of RGB not counted. */
    int channels() {
        return channels;
    }

    @Override
    public int bitDepth() {
        return rgbAsGrey ? 8 : paletteAsRgb ? 24 : bitDepth;
    }

    /** Whether arrays are loaded on demand instead of being the stack's own. */
    @Override
    public boolean lazy() {
        return paletteAsRgb || rgbAsGrey || stack.isVirtual();
    }

    @Override
    public Object get(int index, int band) {
        return get(index); // the band is the plane
    }

    Object get(int index) {
        return lazy() ? cached(index) : stack.getPixels(index);
    }

    private synchronized Object cached(int index) {
        SoftReference<Object> reference = cache.get(index);
        Object pixels = reference == null ? null : reference.get();
        if (pixels == null) {
            pixels = load(index);
            cache.put(index, new SoftReference<>(pixels));
        }
        return pixels;
    }

    private Object load(int index) {
        ImageProcessor processor = stack.getProcessor(index);
        if (processor == null) {
            throw new ImageException("Slice " + index + " of \"" + title + "\" cannot be read; open the image again.");
        }
        if (processor.getWidth() != stack.getWidth()
                || processor.getHeight() != stack.getHeight()
                || processor.getBitDepth() != bitDepth) {
            throw new ImageException(String.format(
                    "Slice %d of \"%s\" is %dx%d with %d bits, but the image is %dx%d with %d bits."
                            + " Convert its slices to one size and type.",
                    index,
                    title,
                    processor.getWidth(),
                    processor.getHeight(),
                    processor.getBitDepth(),
                    stack.getWidth(),
                    stack.getHeight(),
                    bitDepth));
        }
        Object pixels = paletteAsRgb ? processor.convertToRGB().getPixels() : processor.getPixels();
        return rgbAsGrey ? PixelArrays.blue((int[]) pixels) : pixels;
    }
}
