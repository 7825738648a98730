package org.jointattention.training;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;
import ij.io.TiffDecoder;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jointattention.image.FloatPlane;

/** Reads with ImageJ's opener: the formats that plain ImageJ knows. */
final class OpenerSampleReader implements SampleReader {
    private static final int SIGNED_OFFSET = 32768;

    @Override
    public List<FloatPlane> readImage(Path file) throws IOException {
        ImagePlus image = open(file);
        List<FloatPlane> planes = new ArrayList<>();
        for (int frame = 1; frame <= image.getNFrames(); frame++) {
            for (int slice = 1; slice <= image.getNSlices(); slice++) {
                planes.add(plane(image, slice, frame));
            }
        }
        return planes;
    }

    @Override
    public List<LabelPlane> readMask(Path file) throws IOException {
        ImagePlus image = open(file);
        if (image.getType() == ImagePlus.COLOR_RGB) {
            throw new IOException("it is an RGB image; a mask holds one class number per pixel. "
                    + "Save it as 8-bit with the class numbers 0, 1, 2, ...");
        }
        if (image.getNChannels() > 1) {
            throw new IOException("it has " + image.getNChannels() + " channels; a mask has one.");
        }
        int offset = image.getCalibration().isSigned16Bit() ? SIGNED_OFFSET : 0;
        List<LabelPlane> planes = new ArrayList<>();
        for (int page = 1; page <= image.getStackSize(); page++) {
            planes.add(labels(image.getStack().getProcessor(page), offset));
        }
        return planes;
    }

    private static ImagePlus open(Path file) throws IOException {
        if (Files.size(file) == 0) {
            throw new IOException("it is empty.");
        }
        checkComplete(file);
        Opener opener = new Opener();
        opener.setSilentMode(true);
        try {
            ImagePlus image = opener.openImage(file.toAbsolutePath().toString());
            if (image == null || image.getWidth() == 0) {
                throw new IOException("it cannot be read as an image.");
            }
            return image;
        } catch (RuntimeException e) {
            throw new IOException("it cannot be read as an image (" + e + ").", e);
        }
    }

    /** ImageJ opens TIFF files that were cut short, with black for what is missing. */
    private static void checkComplete(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (!name.toLowerCase(Locale.ROOT).matches(".*\\.tiff?")) {
            return;
        }
        String folder = file.toAbsolutePath().getParent() + File.separator;
        FileInfo[] pages;
        try {
            pages = new TiffDecoder(folder, name).getTiffInfo();
        } catch (IOException | RuntimeException e) {
            throw new IOException("it cannot be read as an image (" + e + ").", e);
        }
        for (FileInfo page : pages == null ? new FileInfo[0] : pages) {
            if (page.compression == FileInfo.COMPRESSION_NONE && end(page) > Files.size(file)) {
                throw new IOException("it is cut short: its pixels should reach byte " + end(page) + ", but it has "
                        + Files.size(file) + " bytes.");
            }
        }
    }

    private static long end(FileInfo page) {
        if (page.stripOffsets != null && page.stripOffsets.length > 1) {
            int last = page.stripOffsets.length - 1;
            return (page.stripOffsets[last] & 0xffffffffL) + page.stripLengths[last];
        }
        long bytes = (long) page.width * page.height * page.getBytesPerPixel();
        return page.getOffset() + page.nImages * bytes + (page.nImages - 1) * page.getGap();
    }

    private static FloatPlane plane(ImagePlus image, int slice, int frame) {
        int channels = image.getNChannels();
        int perChannel = image.getType() == ImagePlus.COLOR_RGB ? 3 : 1;
        int pixels = image.getWidth() * image.getHeight();
        float[] values = new float[Math.multiplyExact(pixels, channels * perChannel)];
        for (int channel = 0; channel < channels; channel++) {
            int page = image.getStackIndex(channel + 1, slice, frame);
            ImageProcessor source = image.getStack().getProcessor(page);
            for (int part = 0; part < perChannel; part++) {
                interleave(part(source, part), values, channel * perChannel + part, channels * perChannel);
            }
        }
        return new FloatPlane(image.getWidth(), image.getHeight(), channels * perChannel, values);
    }

    private static ImageProcessor part(ImageProcessor source, int part) {
        return source instanceof ColorProcessor ? ((ColorProcessor) source).getChannel(part + 1, null) : source;
    }

    private static void interleave(ImageProcessor source, float[] values, int channel, int channels) {
        int pixels = source.getPixelCount();
        for (int i = 0; i < pixels; i++) {
            values[i * channels + channel] = source.getf(i);
        }
    }

    private static LabelPlane labels(ImageProcessor source, int offset) throws IOException {
        int[] ids = new int[source.getPixelCount()];
        for (int i = 0; i < ids.length; i++) {
            float value = source.getf(i);
            ids[i] = (int) value;
            if (ids[i] != value) {
                throw new IOException("it holds the value " + value
                        + ", which is no whole number; a mask holds class numbers 0, 1, 2, ...");
            }
            ids[i] -= offset;
        }
        return new LabelPlane(source.getWidth(), source.getHeight(), ids);
    }
}
