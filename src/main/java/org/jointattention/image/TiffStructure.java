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

    /** ImageJ allocates whatever number of values an entry declares, and takes some JPEG data for pixels. */
    private static void checkEntries(RandomAccessFile in, long start, int entries, ByteOrder order) throws IOException {
        for (int i = 0; i < entries; i++) {
            long entry = start + (long) i * ENTRY_BYTES;
            if (number(in, entry + 4, 4, order) > in.length()) {
                throw new IOException("its header is damaged");
            }
            long compression = number(in, entry, 2, order) == COMPRESSION ? number(in, entry + 8, 2, order) : 0;
            if (compression == OLD_JPEG || compression == JPEG) {
                throw new UnsupportedOperationException("its pixels are compressed as JPEG");
            }
        }
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
