package org.jointattention.image;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Follows the chain of directories of a TIFF file, which ImageJ silently ends where the file is cut short. */
final class TiffStructure {
    private static final int ENTRY_BYTES = 12;
    private static final int COMPRESSION = 259;
    private static final int OLD_JPEG = 6;
    private static final int JPEG = 7;
    private static final int BITS = 258;
    private static final int PREDICTOR = 317;
    private static final int FLOAT_PREDICTOR = 3;
    private static final int SAMPLE_FORMAT = 339;
    private static final int SIGNED = 2;
    private static final int LONG = 4;

    private TiffStructure() {}

    /** Number of pages, if every directory of the file is there. */
    static int countPages(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            ByteOrder order = in.read() == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            Set<Long> seen = new HashSet<>();
            long offset = number(in, 4, 4, order);
            while (offset != 0) {
                if (!seen.add(offset)) {
                    throw new IOException("its directories form a loop");
                }
                int entries = (int) number(in, offset, 2, order);
                checkEntries(in, offset + 2, entries, order);
                offset = number(in, offset + 2 + (long) entries * ENTRY_BYTES, 4, order);
            }
            return seen.size();
        }
    }

    /**
     * ImageJ allocates whatever number of values an entry declares, takes some JPEG data and differences of numbers for
     * pixels, and bytes with a sign for bytes without.
     */
    private static void checkEntries(RandomAccessFile in, long start, int entries, ByteOrder order) throws IOException {
        long bits = 1;
        for (int i = 0; i < entries; i++) {
            long entry = start + (long) i * ENTRY_BYTES;
            if (number(in, entry + 4, 4, order) > in.length()) {
                throw new IOException("its header is damaged");
            }
            int tag = (int) number(in, entry, 2, order);
            if (tag == BITS) {
                bits = first(in, entry, order);
            } else if (tag == COMPRESSION || tag == PREDICTOR || tag == SAMPLE_FORMAT) {
                checkKind(tag, first(in, entry, order), bits);
            }
        }
    }

    /** @param bits of a pixel, which come before all of these tags */
    private static void checkKind(int tag, long value, long bits) {
        if (tag == COMPRESSION && (value == OLD_JPEG || value == JPEG)) {
            throw new UnsupportedOperationException("its pixels are compressed as JPEG");
        } else if (tag == PREDICTOR && value == FLOAT_PREDICTOR) {
            throw new UnsupportedOperationException(
                    "its pixels are compressed as differences of floating-point numbers");
        } else if (tag == SAMPLE_FORMAT && value == SIGNED && bits <= Byte.SIZE) {
            throw new UnsupportedOperationException("its pixels are bytes with a sign");
        }
    }

    /** The first of the values of a tag; they lie elsewhere where they are more than four bytes. */
    private static long first(RandomAccessFile in, long entry, ByteOrder order) throws IOException {
        int bytes = number(in, entry + 2, 2, order) == LONG ? Integer.BYTES : Short.BYTES;
        boolean inside = number(in, entry + 4, 4, order) * bytes <= Integer.BYTES;
        return number(in, inside ? entry + 8 : number(in, entry + 8, 4, order), bytes, order);
    }

    private static long number(RandomAccessFile in, long position, int bytes, ByteOrder order) throws IOException {
        if (position + bytes > in.length()) {
            throw new IOException("it is cut short");
        }
        byte[] raw = new byte[bytes];
        in.seek(position);
        in.readFully(raw);
        ByteBuffer buffer = ByteBuffer.wrap(raw).order(order);
        return bytes == 2 ? buffer.getShort() & 0xffffL : buffer.getInt() & 0xffffffffL;
    }
}
