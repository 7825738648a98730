package org.jointattention.image;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.TiffEncoder;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jointattention.model.LabelClass;

/**
 * A TIFF file of labels that is written while its rows come, so that they need not be in memory. It has the bytes that {@link
 * ImageFiles#saveTiff} writes of {@link LabelImages#of}.
 *
 * <p>Of stacks over 4 GB, ImageJ and Fiji find all planes, as of any that ImageJ itself writes; other programs may find the
 * first only.
 */
public final class LabelTiff {
    /** Makes the labels. */
    @FunctionalInterface
    public interface Planes {
        /**
         * Gives all rows of a plane. What it throws ends the file, which does not appear then.
         *
         * @param index 0 for the first; called once for each, in order
         */
        void write(int index, LabelSink rows);
    }

    private final ImagePlus frame;
    private final int width;
    private final int height;

    /**
     * @param source whose name, slices, frames and calibration the labels keep; its size does not count
     * @param classes whose colours are shown
     */
    public LabelTiff(String title, ImagePlus source, int width, int height, List<LabelClass> classes) {
        this.frame = LabelImages.frame(title, source, classes);
        this.width = width;
        this.height = height;
    }

    /** @param info lines of text, ImageJ's property {@code Info} */
    public void setInfo(String info) {
        frame.setProperty("Info", info);
    }

    /**
     * Writes the file, which appears when it is complete; a former one is replaced.
     *
     * @throws ImageException if it cannot be written
     */
    public void write(Path file, Planes planes) {
        ImageFiles.write(file, out -> encode(planes, out));
    }

    void encode(Planes planes, OutputStream out) throws IOException {
        FileInfo info = TiffFile.description(frame);
        info.width = width;
        info.height = height;
        byte[] pixels = new byte[1];
        Object[] stack = new Object[info.nImages];
        Arrays.fill(stack, pixels);
        info.pixels = info.nImages > 1 ? stack : pixels;
        Rows rows = new Rows(out, pixels, planes);
        new TiffEncoder(info).write(rows);
        rows.checkCount(info.nImages);
    }

    /** Puts rows where ImageJ's encoder would write an array of pixels. */
    private final class Rows extends FilterOutputStream {
        private final byte[] placeholder;
        private final Planes planes;
        private int plane;

        Rows(OutputStream out, byte[] placeholder, Planes planes) {
            super(out);
            this.placeholder = placeholder;
            this.planes = planes;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (bytes != placeholder) {
                out.write(bytes, offset, length);
            } else if (offset == 0) { // it comes in pieces
                writePlane();
            }
        }

        private void writePlane() throws IOException {
            long[] count = new long[1];
            try {
                planes.write(plane++, row -> {
                    count[0] += row.length;
                    writeRow(row);
                });
            } catch (WriteFailure e) {
                throw e.getCause();
            }
            if (count[0] != (long) width * height) {
                throw new IllegalStateException(count[0] + " labels for " + width + "x" + height + " pixels.");
            }
        }

        private void writeRow(byte[] row) {
            try {
                out.write(row);
            } catch (IOException e) {
                throw new WriteFailure(e);
            }
        }

        void checkCount(int expected) {
            if (plane != expected) {
                throw new IllegalStateException(plane + " planes of " + expected + ".");
            }
        }
    }

    /** The file cannot be written, said through code that knows nothing of files. */
    private static final class WriteFailure extends UncheckedIOException {
        private static final long serialVersionUID = 1L;

        WriteFailure(IOException cause) {
            super(cause);
        }
    }
}
