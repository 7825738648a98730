package org.jointattention.image;

import ij.io.FileInfo;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Counts the bytes that compressed strips of TIFF files give, and notices what cannot be decompressed. */
final class TiffCompression {
    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int CODES = 4096;
    private static final String DAMAGED = "its compressed pixels are damaged";

    private TiffCompression() {}

    /**
     * @param compression one of FileInfo's
     * @param enough at this number of bytes there is no need to go on, unless a checksum follows
     */
    static long decodedBytes(byte[] strip, int compression, long enough) throws IOException {
        switch (compression) {
            case FileInfo.LZW:
            case FileInfo.LZW_WITH_DIFFERENCING:
                return lzw(strip, enough);
            case FileInfo.PACK_BITS:
                return packBits(strip);
            case FileInfo.ZIP:
            case FileInfo.ZIP_WITH_DIFFERENCING:
                return deflate(strip);
            default:
                throw new UnsupportedOperationException("its compression is not known");
        }
    }

    /** The lengths of the entries of the table tell the length of the output. */
    private static long lzw(byte[] strip, long enough) throws IOException {
        int[] lengths = new int[CODES];
        int next = END + 1;
        int previous = CLEAR;
        int width = 9;
        long sum = 0;
        for (long bit = 0; bit + width <= strip.length * 8L && sum < enough; ) {
            int code = bits(strip, bit, width);
            bit += width;
            if (code == END) {
                return sum;
            }
            if (code == CLEAR) {
                next = END + 1;
                width = 9;
            } else {
                sum += length(code, previous, next, lengths);
                if (previous != CLEAR && next < CODES) {
                    lengths[next++] = entry(previous, lengths) + 1;
                }
                // TIFF widens the codes one entry early.
                width = next >= 2047 ? 12 : next >= 1023 ? 11 : next >= 511 ? 10 : 9;
            }
            previous = code;
        }
        return sum;
    }

    private static int length(int code, int previous, int next, int[] lengths) throws IOException {
        if (code > next || (code >= CLEAR && previous == CLEAR)) {
            throw new IOException(DAMAGED);
        }
        return code == next ? entry(previous, lengths) + 1 : entry(code, lengths);
    }

    private static int entry(int code, int[] lengths) {
        return code < CLEAR ? 1 : lengths[code];
    }

    private static int bits(byte[] bytes, long position, int width) {
        int value = 0;
        for (long i = position; i < position + width; i++) {
            value = value << 1 | bytes[(int) (i >> 3)] >> (7 - (i & 7)) & 1;
        }
        return value;
    }

    private static long packBits(byte[] strip) throws IOException {
        long sum = 0;
        int position = 0;
        while (position < strip.length) {
            int header = strip[position++];
            if (header >= 0) {
                position += header + 1;
                sum += header + 1;
            } else if (header != Byte.MIN_VALUE) {
                position++;
                sum += 1 - header;
            }
            // A byte may pad the strip at its end.
            if (position > strip.length && header != 0) {
                throw new IOException(DAMAGED);
            }
        }
        return sum;
    }

    private static long deflate(byte[] strip) throws IOException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(strip);
            byte[] buffer = new byte[1 << 16];
            while (!inflater.finished()) {
                if (inflater.inflate(buffer) == 0 && !inflater.finished()) {
                    throw new IOException(DAMAGED);
                }
            }
            return inflater.getBytesWritten();
        } catch (DataFormatException e) {
            throw new IOException(DAMAGED, e);
        } finally {
            inflater.end();
        }
    }
}
