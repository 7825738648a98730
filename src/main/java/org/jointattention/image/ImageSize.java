package org.jointattention.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** The sizes of image files, from their headers alone. */
public final class ImageSize {
    private ImageSize() {}

    /**
     * The largest width or height of the images, in pixels; empty if that of any cannot be told.
     *
     * @param enough a side at which the search ends, since a larger one would make no difference
     */
    public static OptionalInt largest(List<Path> images, int enough) {
        int largest = 0;
        for (Path image : images) {
            if (largest >= enough) {
                break;
            }
            int side = longSide(image);
            if (side == 0) {
                return OptionalInt.empty();
            }
            largest = Math.max(largest, side);
        }
        return largest == 0 ? OptionalInt.empty() : OptionalInt.of(largest);
    }

    /** 0 if unknown: what is wrong with the file is said when it is opened. */
    private static int longSide(Path image) {
        try (ImageInputStream in = ImageIO.createImageInputStream(image.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            return readers.hasNext() ? longSide(readers.next(), in) : 0;
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }

    private static int longSide(ImageReader reader, ImageInputStream in) throws IOException {
        try {
            reader.setInput(in);
            return Math.max(reader.getWidth(0), reader.getHeight(0));
        } finally {
            reader.dispose();
        }
    }
}
