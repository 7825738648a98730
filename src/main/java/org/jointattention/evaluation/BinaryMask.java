package org.jointattention.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Foreground and background of a small image, or of a part of one. */
public final class BinaryMask {
    private final int width;
    private final int height;
    private final boolean[] foreground;

    /**
     * @param foreground row by row, not copied
     * @throws IllegalArgumentException if the number of pixels does not fit
     */
    public BinaryMask(int width, int height, boolean[] foreground) {
        if ((long) width * height != foreground.length) {
            throw new IllegalArgumentException(width + "x" + height + " do not fit " + foreground.length + " pixels.");
        }
        this.width = width;
        this.height = height;
        this.foreground = foreground;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /**
     * The surface: foreground pixels with one of their four neighbours in the background or outside the image.
     *
     * @return pixel indices {@code y * width + x}, ascending
     */
    public int[] surface() {
        int[] surface = new int[foreground.length];
        int count = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int pixel = y * width + x;
                if (foreground[pixel] && isAtBackground(x, y, pixel)) {
                    surface[count++] = pixel;
                }
            }
        }
        return Arrays.copyOf(surface, count);
    }

    /**
     * The foreground pixels that are background in another mask of the same size.
     *
     * @return pixel indices {@code y * width + x}, ascending
     */
    int[] without(BinaryMask other) {
        return IntStream.range(0, foreground.length)
                .filter(pixel -> foreground[pixel] && !other.foreground[pixel])
                .toArray();
    }

    private boolean isAtBackground(int x, int y, int pixel) {
        return x == 0
                || y == 0
                || x == width - 1
                || y == height - 1
                || !foreground[pixel - 1]
                || !foreground[pixel + 1]
                || !foreground[pixel - width]
                || !foreground[pixel + width];
    }
}
