package org.jointattention.image;

import ij.io.FileInfo;
import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * Checks that the strips of a TIFF page hold all of its pixels and lie where ImageJ looks for them: it reads on over
 * gaps, and leaves black what it cannot decompress.
 */
final class TiffStrips {
    private static final long LARGEST_COUNT = 0xffffffffL;

    private final RandomAccessFile file;

    TiffStrips(RandomAccessFile file) {
        this.file = file;
    }

    /**
     * @throws IOException if pixels are missing
     * @throws UnsupportedOperationException if the page is sound but of a kind that ImageJ reads wrongly
     */
    void check(FileInfo page) throws IOException {
        if (page.stripOffsets == null
                || page.stripOffsets.length == 0
                || page.stripLengths == null
                || page.stripLengths.length != page.stripOffsets.length) {
            throw new IOException("it does not say where its pixels are");
        }
        if (page.samplesPerPixel > 4 || page.samplesPerPixel > 1 && isOneSample(page)) {
            throw new UnsupportedOperationException("its pixels have " + page.samplesPerPixel + " samples of one kind");
        }
        long needed = rowBytes(page) * page.height;
        if (page.compression != FileInfo.COMPRESSION_NONE) {
            requireKnownCompression(page);
        } else if (needed > LARGEST_COUNT) {
            requireEnd(page.getOffset() + needed); // a strip cannot say how long it is
            return;
        } else {
            requireOrder(page);
        }
        if (decodedBytes(page, needed) < needed) {
            throw new IOException("pixels are missing, it is damaged");
        }
    }

    private void requireEnd(long end) throws IOException {
        if (end > file.length()) {
            throw new IOException("it is cut short, " + (end - file.length()) + " bytes are missing");
        }
    }

    private static boolean isOneSample(FileInfo page) {
        switch (page.fileType) {
            case FileInfo.RGB:
            case FileInfo.RGB_PLANAR:
            case FileInfo.ARGB:
            case FileInfo.BGR:
            case FileInfo.BARG:
            case FileInfo.ABGR:
            case FileInfo.CMYK:
            case FileInfo.RGB48:
            case FileInfo.RGB48_PLANAR:
                return false;
            default:
                return true;
        }
    }

    /** Bytes of a row in the file. */
    static long rowBytes(FileInfo page) {
        switch (page.fileType) {
            case FileInfo.BITMAP:
                return (page.width + 7L) / 8;
            case FileInfo.GRAY10_UNSIGNED:
                return (page.width * 10L + 7) / 8;
            case FileInfo.GRAY12_UNSIGNED:
                return (page.width * 12L + 7) / 8;
            case FileInfo.RGB48:
            case FileInfo.RGB48_PLANAR:
                return page.width * 2L * Math.max(1, page.samplesPerPixel);
            default:
                return (long) page.width * page.getBytesPerPixel();
        }
    }

    private long decodedBytes(FileInfo page, long needed) throws IOException {
        long sum = 0;
        for (int i = 0; i < page.stripOffsets.length; i++) {
            long length = page.stripLengths[i] & LARGEST_COUNT;
            long offset = page.stripOffsets[i] & LARGEST_COUNT;
            if (length > 0) {
                requireEnd(offset + length);
            }
            sum += page.compression == FileInfo.COMPRESSION_NONE
                    ? length
                    : TiffCompression.decodedBytes(strip(offset, length), page.compression, needed - sum);
        }
        return sum;
    }

    private byte[] strip(long offset, long length) throws IOException {
        if (length > Integer.MAX_VALUE - 8) {
            throw new UnsupportedOperationException("its strips are too large");
        }
        byte[] bytes = new byte[(int) length];
        file.seek(offset);
        file.readFully(bytes);
        return bytes;
    }

    private static void requireKnownCompression(FileInfo page) {
        switch (page.fileType) {
            case FileInfo.BITMAP:
            case FileInfo.GRAY10_UNSIGNED:
            case FileInfo.GRAY12_UNSIGNED:
            case FileInfo.GRAY24_UNSIGNED:
            case FileInfo.GRAY64_FLOAT:
            case FileInfo.RGB48_PLANAR:
                throw new UnsupportedOperationException("its kind of pixels is compressed");
            default:
        }
        if (page.nImages > 1) {
            throw new UnsupportedOperationException("its planes are compressed together");
        }
    }

    /** ImageJ skips gaps between the strips of some kinds of pixels only, and never goes back. */
    private static void requireOrder(FileInfo page) {
        boolean skips = page.fileType == FileInfo.GRAY16_SIGNED
                || page.fileType == FileInfo.GRAY16_UNSIGNED
                || page.fileType == FileInfo.GRAY32_INT
                || page.fileType == FileInfo.GRAY32_UNSIGNED
                || page.fileType == FileInfo.GRAY32_FLOAT
                || page.fileType == FileInfo.RGB;
        for (int i = 1; i < page.stripOffsets.length; i++) {
            long end = (page.stripOffsets[i - 1] & LARGEST_COUNT) + (page.stripLengths[i - 1] & LARGEST_COUNT);
            long start = page.stripOffsets[i] & LARGEST_COUNT;
            if (start < end || start > end && !skips) {
                throw new UnsupportedOperationException("its strips of pixels do not follow each other");
            }
        }
    }
}
