package org.jointattention.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.Opener;
import ij.io.RoiEncoder;
import ij.io.TiffDecoder;
import ij.io.TiffEncoder;
import ij.process.ImageProcessor;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jointattention.files.FailureReason;

/**
 * TIFF files through ImageJ's decoder and encoder. ImageJ shows a dialog or goes on with what it got where a file is
 * broken, so all that can be checked is checked before its reader is called.
 */
final class TiffFile {
    private final Path file;
    private final FileInfo[] pages;

    /** Null unless the file is an OME-TIFF of several pages. */
    private final OmeAxes ome;

    private TiffFile(Path file, FileInfo[] pages) {
        this.file = file;
        this.pages = pages;
        this.ome = planes() > 1 && OmeAxes.isIn(pages[0].info)
                ? OmeAxes.of(pages[0].info, planes(), pages[0].getBytesPerPixel() == 3 ? 3 : 1)
                : null;
    }

    /** @throws ImageException if the file is cut short or damaged, or of a kind that ImageJ does not read */
    static TiffFile check(Path path) {
        Path file = path.toAbsolutePath();
        try {
            return new TiffFile(file, decode(file));
        } catch (MemoryLimit.Exceeded e) {
            throw tooLarge(path, e.getMessage(), e);
        } catch (UnsupportedOperationException e) {
            throw new ImageException(
                    "The TIFF file " + path + " cannot be opened: " + sentence(e.getMessage())
                            + " Convert it: open it in Fiji, where Bio-Formats reads more kinds of TIFF, and save it"
                            + " with File > Save As > Tiff.",
                    e);
        } catch (IOException | RuntimeException e) {
            throw new ImageException(message(path, damage(e)), e);
        }
    }

    private static FileInfo[] decode(Path file) throws IOException {
        int count = TiffStructure.countPages(file);
        FileInfo[] pages = decoded(file);
        if (pages == null || (pages.length != count && pages[0].nImages <= 1)) {
            throw new IOException("some of its pages cannot be read");
        }
        checkPages(pages, Files.size(file));
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            TiffStrips strips = new TiffStrips(in);
            for (FileInfo page : pages) {
                strips.check(page);
            }
        }
        return pages;
    }

    /** What the decoder refuses in words of its own is sound, but not known to it. */
    private static FileInfo[] decoded(Path file) throws IOException {
        try {
            return new TiffDecoder(
                            file.getParent().toString(), file.getFileName().toString())
                    .getTiffInfo();
        } catch (EOFException e) {
            throw e;
        } catch (IOException e) {
            String reason = FailureReason.of(e);
            if (reason.contains("open") || reason.contains("nsupported")) {
                throw new UnsupportedOperationException(reason.split("\n")[0].trim(), e);
            }
            throw e;
        }
    }

    private static String damage(Exception e) {
        if (e instanceof EOFException) {
            return "it is cut short";
        }
        return e instanceof IOException ? FailureReason.of(e) : "its header is damaged";
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private static ImageException tooLarge(Path file, String reason, Throwable cause) {
        return new ImageException("The TIFF file " + file + " cannot be opened: " + reason, cause);
    }

    /** A plane at least must fit into Java's memory. */
    private void checkMemory() {
        try {
            MemoryLimit.check(pages[0].width, pages[0].height, pages[0].getBytesPerPixel());
        } catch (MemoryLimit.Exceeded e) {
            throw tooLarge(file, e.getMessage(), e);
        }
    }

    ImagePlus open() {
        checkMemory();
        if (planes() > 1 && (bytes() > Runtime.getRuntime().maxMemory() / 4 || !pagesFollowEachOther())) {
            return openVirtual();
        }
        Opener opener = new Opener();
        opener.setSilentMode(true);
        ImagePlus image;
        try {
            image = opener.openTiff(
                    file.getParent().toString(), file.getFileName().toString());
        } catch (RuntimeException e) {
            throw unreadable("its pixels are damaged (" + e + ")", e);
        } catch (OutOfMemoryError e) {
            throw tooLarge(file, MemoryLimit.message(bytes()), e);
        }
        if (image == null || image.getWidth() == 0 || image.getStackSize() < planes()) {
            throw unreadable("not all of its " + planes() + " planes could be read", null);
        }
        return ome == null ? image : ome.apply(image);
    }

    /** As {@link #open}, but with the values 0 and 1 for pixels of one bit, which ImageJ makes 0 and 255. */
    ImagePlus openBits() {
        ImagePlus image = open();
        if (pages[0].fileType != FileInfo.BITMAP) {
            return image;
        }
        ImageStack bits = new ImageStack(image.getWidth(), image.getHeight());
        for (int i = 1; i <= image.getStackSize(); i++) {
            ImageProcessor pixels = image.getStack().getProcessor(i).duplicate();
            pixels.and(1);
            bits.addSlice(image.getStack().getSliceLabel(i), pixels);
        }
        image.setStack(bits);
        return image;
    }

    private ImageException unreadable(String reason, RuntimeException cause) {
        return new ImageException(message(file, reason), cause);
    }

    private static String message(Path file, String reason) {
        return "The TIFF file " + file + " cannot be opened: " + reason
                + ". Copy it again from its source, or save it again with File > Save As > Tiff in ImageJ or Fiji.";
    }

    /** The description of the only plane; empty if there are several. */
    Optional<FileInfo> onlyPage() {
        return planes() == 1 ? Optional.of(pages[0]) : Optional.empty();
    }

    ImagePlus openVirtual() {
        checkMemory();
        return planes() == 1 ? open() : TiffVirtualStack.open(pages, ome);
    }

    /** Writes what ImageJ's own FileSaver writes, but lets failures surface. */
    static void write(ImagePlus image, OutputStream out) throws IOException {
        new TiffEncoder(description(image)).write(out);
    }

    /** What ImageJ's own FileSaver has its encoder write. */
    static FileInfo description(ImagePlus image) {
        FileSaver saver = new FileSaver(image);
        FileInfo info = image.getFileInfo();
        info.description = saver.getDescriptionString();
        info.info = image.getInfoProperty();
        info.sliceLabels = sliceLabels(image);
        info.properties = image.getPropertiesAsArray();
        info.roi = RoiEncoder.saveAsByteArray(image.getRoi());
        info.overlay = FileSaver.getOverlay(image);
        if (image.getStack().isVirtual()) {
            info.virtualStack = (VirtualStack) image.getStack();
        }
        if (image instanceof CompositeImage) {
            saver.saveDisplayRangesAndLuts(image, info);
        }
        return info;
    }

    private static String[] sliceLabels(ImagePlus image) {
        String[] labels = new String[image.getStackSize()];
        boolean any = false;
        for (int i = 0; i < labels.length; i++) {
            labels[i] = image.getStack().getSliceLabel(i + 1);
            any |= labels[i] != null;
        }
        return any ? labels : null;
    }

    /** ImageJ's reader of stacks goes only forward, while that of virtual stacks goes anywhere. */
    private boolean pagesFollowEachOther() {
        for (int i = 1; i < pages.length; i++) {
            long end = pages[i - 1].getOffset() + TiffStrips.rowBytes(pages[i - 1]) * pages[i - 1].height;
            if (pages[i].compression == FileInfo.COMPRESSION_NONE && pages[i].getOffset() < end) {
                return false;
            }
        }
        return true;
    }

    private int planes() {
        return Math.max(pages.length, pages[0].nImages);
    }

    private long bytes() {
        return (long) pages[0].width * pages[0].height * pages[0].getBytesPerPixel() * planes();
    }

    private static void checkPages(FileInfo[] pages, long fileSize) throws IOException {
        for (FileInfo page : pages) {
            if (page.width <= 0 || page.height <= 0) {
                throw new IOException("it has no pixels");
            }
            MemoryLimit.checkArray(page.width, page.height);
            if (page.width != pages[0].width || page.height != pages[0].height || page.fileType != pages[0].fileType) {
                throw new IOException("its pages differ in size or type; save them as files of their own");
            }
            if (end(page) > fileSize) {
                throw new IOException("it is cut short, " + (end(page) - fileSize) + " bytes are missing");
            }
        }
    }

    /** Where the pixels of an ImageJ stack must end, which says where its first plane begins; 0 for others. */
    private static long end(FileInfo page) {
        if (page.nImages > 1) {
            long size = (long) page.width * page.height * page.getBytesPerPixel();
            return page.getOffset() + page.nImages * size + (page.nImages - 1) * page.getGap();
        }
        return 0;
    }
}
