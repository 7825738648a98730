package org.jointattention.image;

import ij.io.FileInfo;
import ij.io.TiffDecoder;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** How large the image of a file is, from its header alone: no pixel is decoded. */
public final class ImageHeader {
    private static final int COLOURS = 3;

    private final long planes;
    private final long pixels;
    private final int channels;
    private final long bytes;

    private ImageHeader(long width, long height, long planes, boolean colour, int bytesPerPixel) {
        this.planes = planes;
        this.pixels = width * height * planes;
        this.channels = colour ? COLOURS : 1;
        this.bytes = pixels * bytesPerPixel;
    }

    /** Empty where the header cannot be read: what is wrong with the file is said when it is opened. */
    public static Optional<ImageHeader> of(Path file) {
        try {
            FileFormat format = FileFormat.of(file);
            return Optional.of(format == FileFormat.TIFF ? tiff(file.toAbsolutePath()) : raster(file, format));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static ImageHeader tiff(Path file) throws IOException {
        int count = TiffStructure.countPages(file);
        FileInfo page =
                new TiffDecoder(file.getParent().toString(), file.getFileName().toString()).getTiffInfo()[0];
        boolean palette = page.fileType == FileInfo.COLOR8 && !Arrays.equals(page.reds, page.greens);
        boolean colour = palette || page.samplesPerPixel >= COLOURS;
        return new ImageHeader(page.width, page.height, Math.max(count, page.nImages), colour, page.getBytesPerPixel());
    }

    private static ImageHeader raster(Path file, FileFormat format) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in);
            int frames = format == FileFormat.GIF ? reader.getNumImages(true) : 1;
            ColorModel model = reader.getImageTypes(0).next().getColorModel();
            int bytesPerPixel = (model.getPixelSize() + Byte.SIZE - 1) / Byte.SIZE;
            return new ImageHeader(reader.getWidth(0), reader.getHeight(0), frames, isColour(model), bytesPerPixel);
        } finally {
            reader.dispose();
        }
    }

    private static boolean isColour(ColorModel model) {
        if (model instanceof IndexColorModel) {
            return isColour((IndexColorModel) model);
        }
        return model.getNumColorComponents() >= COLOURS;
    }

    private static boolean isColour(IndexColorModel palette) {
        for (int i = 0; i < palette.getMapSize(); i++) {
            if (palette.getRed(i) != palette.getGreen(i) || palette.getRed(i) != palette.getBlue(i)) {
                return true;
            }
        }
        return false;
    }

    /** Pages of a TIFF file, planes of an ImageJ stack, or frames. */
    public long planes() {
        return planes;
    }

    /** Of all planes together. */
    public long pixels() {
        return pixels;
    }

    /** Of all pixels, decoded. */
    public long bytes() {
        return bytes;
    }

    /** Values a pixel: 3 for colours, else 1; the channels of a stack are planes of one value a pixel. */
    public int channels() {
        return channels;
    }
}
