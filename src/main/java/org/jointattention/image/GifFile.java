package org.jointattention.image;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A GIF file made fit for Java's decoder, which loses a row of interlaced frames of fewer than five rows: it takes a row
 * for the second pass, which these do not have. They are declared not interlaced, and their rows put in order later.
 */
final class GifFile {
    private static final int LOWEST_SOUND = 5;
    private static final int HEADER_BYTES = 13;
    private static final int EXTENSION = 0x21;
    private static final int FRAME = 0x2c;
    private static final int COLOUR_TABLE = 0x80;
    private static final int INTERLACED = 0x40;

    private final byte[] bytes;
    private final List<Boolean> disordered = new ArrayList<>();

    /** @throws IOException if the file cannot be read, or ends within a block */
    GifFile(Path file) throws IOException {
        bytes = Files.readAllBytes(file);
        int position = HEADER_BYTES + colourTable(HEADER_BYTES - 3);
        while (position < bytes.length && (at(position) == EXTENSION || at(position) == FRAME)) {
            position = at(position) == FRAME ? frame(position) : endOfBlocks(position + 2);
        }
    }

    ImageInputStream open() {
        return new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes));
    }

    /** Puts the rows of a decoded frame in order. */
    void order(int index, BufferedImage frame) {
        if (index >= disordered.size() || !disordered.get(index)) {
            return;
        }
        WritableRaster raster = frame.getRaster();
        int width = raster.getWidth();
        int[] rows = raster.getPixels(0, 0, width, raster.getHeight(), (int[]) null);
        int from = 0;
        for (int row : new int[] {0, 2, 1, 3}) {
            if (row < raster.getHeight()) {
                int[] values = new int[rows.length / raster.getHeight()];
                System.arraycopy(rows, from, values, 0, values.length);
                raster.setPixels(0, row, width, 1, values);
                from += values.length;
            }
        }
    }

    /** Notes how the frame is stored; gives the position behind it. */
    private int frame(int position) throws EOFException {
        int flags = position + 9;
        int height = at(position + 7) | at(position + 8) << 8;
        boolean low = (at(flags) & INTERLACED) != 0 && height < LOWEST_SOUND;
        if (low) {
            bytes[flags] &= ~INTERLACED;
        }
        disordered.add(low);
        return endOfBlocks(flags + 1 + colourTable(flags) + 1);
    }

    private int endOfBlocks(int start) throws EOFException {
        int position = start;
        while (at(position) != 0) {
            position += at(position) + 1;
        }
        return position + 1;
    }

    /** Bytes of the colour table that the flags tell of. */
    private int colourTable(int flags) throws EOFException {
        return (at(flags) & COLOUR_TABLE) == 0 ? 0 : 3 << (at(flags) & 7) + 1;
    }

    private int at(int position) throws EOFException {
        if (position >= bytes.length) {
            throw new EOFException();
        }
        return bytes[position] & 0xff;
    }
}
