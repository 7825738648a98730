package org.jointattention.command;

import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.util.Random;
import java.util.function.IntConsumer;

/** Images of all kinds with blurred discs, each plane its own. */
final class TestPictures {
    static final int WIDTH = 44;
    static final int HEIGHT = 36;

    private TestPictures() {}

    /** A plane of bright discs, 8 bits. */
    static ByteProcessor discs(int width, int height, int seed) {
        Random random = new Random(seed);
        ByteProcessor pixels = new ByteProcessor(width, height);
        pixels.setColor(20);
        pixels.fill();
        for (int i = 0; i < 3; i++) {
            pixels.setColor(120 + random.nextInt(100));
            int size = 8 + random.nextInt(8);
            pixels.fillOval(random.nextInt(width - 4), random.nextInt(height - 4), size, size);
        }
        pixels.blurGaussian(1);
        return pixels;
    }

    static ImageStack stack(int size, int bitDepth) {
        ImageStack stack = new ImageStack(WIDTH, HEIGHT);
        for (int i = 0; i < size; i++) {
            stack.addSlice("plane " + i, plane(i, bitDepth));
        }
        return stack;
    }

    /** A plane of 8, 16, 24 (RGB) or 32 bits. */
    static ImageProcessor plane(int seed, int bitDepth) {
        ByteProcessor grey = discs(WIDTH, HEIGHT, seed);
        switch (bitDepth) {
            case 16:
                return grey.convertToShort(false);
            case 24:
                ColorProcessor colour = new ColorProcessor(WIDTH, HEIGHT);
                colour.setRGB(
                        (byte[]) grey.getPixels(),
                        (byte[]) discs(WIDTH, HEIGHT, seed + 100).getPixels(),
                        (byte[]) discs(WIDTH, HEIGHT, seed + 200).getPixels());
                return colour;
            case 32:
                return grey.convertToFloatProcessor();
            default:
                return grey;
        }
    }

    static ImagePlus hyperstack(int channels, int slices, int frames, int bitDepth) {
        ImagePlus image = new ImagePlus("image.tif", stack(channels * slices * frames, bitDepth));
        image.setDimensions(channels, slices, frames);
        image.setOpenAsHyperStack(true);
        return image;
    }

    /** A stack whose planes are made when they are read. @param read is told which, from 1 */
    static ImagePlus virtual(int slices, IntConsumer read) {
        ImageStack planes = stack(slices, 8);
        VirtualStack stack = new VirtualStack(WIDTH, HEIGHT, null, "") {
            @Override
            public ImageProcessor getProcessor(int n) {
                read.accept(n);
                return planes.getProcessor(n).duplicate();
            }

            @Override
            public int getSize() {
                return slices;
            }

            @Override
            public String getSliceLabel(int n) {
                return planes.getSliceLabel(n);
            }
        };
        return new ImagePlus("virtual.tif", stack);
    }
}
