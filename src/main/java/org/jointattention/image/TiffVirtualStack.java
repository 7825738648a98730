package org.jointattention.image;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileOpener;
import ij.plugin.FileInfoVirtualStack;
import ij.process.ImageProcessor;
import java.io.File;
import java.util.Arrays;
import java.util.Properties;

/** A TIFF stack read plane by plane, which refuses to go on with black planes when its file goes away. */
final class TiffVirtualStack extends FileInfoVirtualStack {
    private final File file;
    private final long length;

    private TiffVirtualStack(FileInfo[] planes) {
        super(planes);
        this.file = new File(planes[0].directory, planes[0].fileName);
        this.length = file.length();
    }

    /**
     * Opens checked pages, with the axes that ImageJ wrote into their description.
     *
     * @param ome the axes that count instead; null if there are none
     */
    static ImagePlus open(FileInfo[] pages, OmeAxes ome) {
        FileInfo[] planes = pages.length == 1 ? split(pages[0]) : pages;
        if (ome != null) {
            planes = Arrays.stream(ome.pages()).mapToObj(i -> pages[i]).toArray(FileInfo[]::new);
        }
        TiffVirtualStack stack = new TiffVirtualStack(planes);
        ImagePlus first = new FileOpener(planes[0]).openImage();
        stack.setBitDepth(first.getBitDepth());
        ImagePlus image = new ImagePlus(pages[0].fileName, stack);
        image.setDisplayRange(first.getDisplayRangeMin(), first.getDisplayRangeMax());
        image.setCalibration(first.getCalibration());
        image.setFileInfo(pages[0]);
        if (pages[0].info != null) {
            image.setProperty("Info", pages[0].info);
        }
        if (ome != null) {
            return ome.declare(image);
        }
        return withAxes(image, new FileOpener(pages[0]).decodeDescriptionString(pages[0]), pages[0].description);
    }

    @Override
    public ImageProcessor getProcessor(int n) {
        if (file.length() != length) {
            throw new ImageException("Plane " + n + " of " + file + " cannot be read: the file was removed or changed."
                    + " Open it again.");
        }
        return super.getProcessor(n);
    }

    private static FileInfo[] split(FileInfo stack) {
        long size = (long) stack.width * stack.height * stack.getBytesPerPixel();
        FileInfo[] planes = new FileInfo[stack.nImages];
        for (int i = 0; i < planes.length; i++) {
            planes[i] = (FileInfo) stack.clone();
            planes[i].nImages = 1;
            planes[i].longOffset = stack.getOffset() + i * (size + stack.getGap());
        }
        return planes;
    }

    private static ImagePlus withAxes(ImagePlus image, Properties axes, String description) {
        int channels = number(axes, "channels");
        int slices = number(axes, "slices");
        int frames = number(axes, "frames");
        if ((double) channels * slices * frames != image.getStackSize()) {
            return image;
        }
        image.setDimensions(channels, slices, frames);
        image.setOpenAsHyperStack("true".equals(axes.getProperty("hyperstack")));
        if (channels == 1) {
            return image;
        }
        boolean colour = description.contains("mode=color");
        return new CompositeImage(
                image, colour ? IJ.COLOR : description.contains("mode=gray") ? IJ.GRAYSCALE : IJ.COMPOSITE);
    }

    private static int number(Properties axes, String key) {
        String value = axes == null ? null : axes.getProperty(key);
        try {
            return value == null ? 1 : (int) Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return 1; // as ImageJ takes it
        }
    }
}
