package org.jointattention.image;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileOpener;
import ij.process.ByteProcessor;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A TIFF file with one plane that is large beside Java's memory, read some rows at a time. Values are those that ImageJ
 * gives where the file is opened as a whole.
 */
public final class LargeTiff {
    private static final int PART_OF_MEMORY = 8;
    private static final int PART_FOR_BANDS = 16;
    private static final int ROWS = 64;
    private static final int LARGEST_STRIP = 1024;

    private final FileInfo page;
    private final int bandHeight;
    private final long fileLength;
    private final ImagePlus top;

    private LargeTiff(FileInfo page) {
        this.page = page;
        this.bandHeight = bandHeight(page);
        this.fileLength = file().length();
        this.top = open(0);
    }

    /**
     * The plane, where it pays: empty for other formats, for several planes, for planes of less than an eighth of Java's
     * memory, and where pixels cannot be had in parts, or mean something else than grey values or red, green and blue.
     *
     * @throws ImageException if the file is damaged
     */
    public static Optional<LargeTiff> of(Path file) {
        return of(file, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY);
    }

    /** @param smallest bytes of pixels from which on it pays */
    public static Optional<LargeTiff> of(Path file, long smallest) {
        if (!mayPay(file, smallest)) {
            return Optional.empty();
        }
        return TiffFile.check(file).onlyPage().filter(LargeTiff::isReadInParts).map(LargeTiff::new);
    }

    /** By the header alone: to check all of a file takes time, and those that are opened as a whole are checked then. */
    private static boolean mayPay(Path file, long smallest) {
        return FileFormat.of(file) == FileFormat.TIFF
                && ImageHeader.of(file)
                        .filter(header -> header.planes() == 1 && header.bytes() >= smallest)
                        .isPresent();
    }

    private static boolean isReadInParts(FileInfo page) {
        switch (page.fileType) {
            case FileInfo.GRAY8:
            case FileInfo.GRAY16_UNSIGNED:
            case FileInfo.GRAY16_SIGNED:
            case FileInfo.GRAY32_INT:
            case FileInfo.GRAY32_UNSIGNED:
            case FileInfo.GRAY32_FLOAT:
            case FileInfo.RGB:
                return page.stripOffsets.length > 1
                        ? page.rowsPerStrip <= LARGEST_STRIP && areOfOneHeight(page)
                        : page.compression == FileInfo.COMPRESSION_NONE;
            default:
                return false;
        }
    }

    /** Whether rows can be found by their strip's number; ImageJ itself, which reads all of them, does not need that. */
    private static boolean areOfOneHeight(FileInfo page) {
        int strips = page.stripOffsets.length;
        if (page.rowsPerStrip < 1 || strips != 1 + (page.height - 1) / page.rowsPerStrip) {
            return false;
        }
        long bytes = page.rowsPerStrip * TiffStrips.rowBytes(page);
        return page.compression != FileInfo.COMPRESSION_NONE
                || Arrays.stream(page.stripLengths, 0, strips - 1).allMatch(length -> length == bytes);
    }

    /** Whole strips. */
    private static int bandHeight(FileInfo page) {
        int strip = page.stripOffsets.length > 1 ? page.rowsPerStrip : 1;
        return Math.min(page.height, strip * Math.max(1, ROWS / strip));
    }

    /** 1, or 3 for red, green and blue. */
    public int channels() {
        return top.getBitDepth() == 24 ? 3 : 1;
    }

    public int width() {
        return page.width;
    }

    public int height() {
        return page.height;
    }

    /** The axes in words, as {@link ImagePlanes#mapping} has them. */
    public String mapping() {
        return ImageLayout.text(page.width, page.height, channels(), channels() == 3 ? " (RGB)" : "", 1, 1);
    }

    /**
     * A view with axes (x, y, c), read when it is wanted; what was used last is kept.
     *
     * @param rows so many neighbouring ones are kept at least, so that tiles of this height, from left to right, have them
     *     read once
     */
    public RandomAccessibleInterval<FloatType> plane(int rows) {
        long kept = bandBytes() * (2 + rows / bandHeight);
        ChunkCache cache = new ChunkCache(Math.max(kept, Runtime.getRuntime().maxMemory() / PART_FOR_BANDS));
        PlaneViews.Pixels bands = new PlaneViews.Pixels() {
            @Override
            public int bitDepth() {
                return top.getBitDepth();
            }

            @Override
            public boolean lazy() {
                return true;
            }

            @Override
            public Object get(int index, int band) {
                return cache.get(
                        band, bandBytes(), () -> open(band).getProcessor().getPixels());
            }
        };
        return new PlaneViews(bands, page.width, page.height, bandHeight).of(new int[] {1});
    }

    /** An image of one pixel that has the file's name and calibration, for results to keep. */
    public ImagePlus standIn() {
        ImagePlus image = new ImagePlus(page.fileName, new ByteProcessor(1, 1));
        image.setCalibration(top.getCalibration());
        return image;
    }

    /** As Java keeps them: 4 bytes for red, green and blue. */
    private long bandBytes() {
        int bytesPerPixel = channels() == 3 ? Integer.BYTES : top.getBitDepth() / Byte.SIZE;
        return (long) page.width * bandHeight * bytesPerPixel;
    }

    private File file() {
        return new File(page.directory, page.fileName);
    }

    /** Some rows as an image of their own. */
    private ImagePlus open(int band) {
        if (file().length() != fileLength) {
            throw new ImageException(
                    file() + " cannot be read any longer: it was removed or changed. Segment it again.");
        }
        ImagePlus rows = new FileOpener(rows(band)).openImage();
        if (rows == null) {
            throw new ImageException("The rows from " + band * bandHeight + " on of " + file()
                    + " cannot be read. Copy the file again from its source.");
        }
        return rows;
    }

    private FileInfo rows(int band) {
        FileInfo part = (FileInfo) page.clone();
        int first = band * bandHeight;
        part.height = Math.min(bandHeight, page.height - first);
        if (page.stripOffsets.length > 1) {
            int from = first / page.rowsPerStrip;
            int to = Math.min(
                    page.stripOffsets.length, (first + bandHeight + page.rowsPerStrip - 1) / page.rowsPerStrip);
            part.stripOffsets = Arrays.copyOfRange(page.stripOffsets, from, to);
            part.stripLengths = Arrays.copyOfRange(page.stripLengths, from, to);
            part.longOffset = Integer.toUnsignedLong(part.stripOffsets[0]);
        } else {
            part.longOffset = page.getOffset() + first * TiffStrips.rowBytes(page);
            part.stripOffsets = null;
            part.stripLengths = null;
        }
        return part;
    }
}
