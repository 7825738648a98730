package org.jointattention.image;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The axes that an OME-TIFF declares in the description of its first page, which ImageJ does not read. A file of one
 * page needs none.
 */
final class OmeAxes {
    private static final Pattern PIXELS = Pattern.compile("<(?:\\w+:)?Pixels\\b[^>]*>");

    private final int channels;
    private final int slices;
    private final int frames;
    private final String order;

    private OmeAxes(int channels, int slices, int frames, String order) {
        this.channels = channels;
        this.slices = slices;
        this.frames = frames;
        this.order = order;
    }

    static boolean isIn(String description) {
        return description != null
                && description.contains("<OME")
                && PIXELS.matcher(description).find();
    }

    /**
     * @param channelsPerPage 3 where a page holds the three channels of RGB
     * @throws UnsupportedOperationException if the axes are not declared, or do not make up the pages; it says which
     */
    static OmeAxes of(String description, int pages, int channelsPerPage) {
        Matcher matcher = PIXELS.matcher(description);
        String pixels = matcher.find() ? matcher.group() : "";
        int channels = size(pixels, "SizeC");
        int slices = size(pixels, "SizeZ");
        int frames = size(pixels, "SizeT");
        String order = attribute(pixels, "DimensionOrder");
        int stacked = channels % channelsPerPage == 0 ? channels / channelsPerPage : channels;
        if ((double) stacked * slices * frames != pages || !order.matches("XY(CZT|CTZ|ZCT|ZTC|TCZ|TZC)")) {
            throw new UnsupportedOperationException("its OME description declares channels=" + channels + " slices="
                    + slices + " frames=" + frames + " in the order " + order + ", but it has " + pages + " pages");
        }
        return new OmeAxes(stacked, slices, frames, order);
    }

    private static int size(String pixels, String name) {
        String value = attribute(pixels, name);
        return value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : 0;
    }

    private static String attribute(String pixels, String name) {
        Matcher matcher =
                Pattern.compile("\\b" + name + "\\s*=\\s*[\"']([^\"']*)[\"']").matcher(pixels);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** For each place in ImageJ's stack, where channels count fastest and frames slowest: the page, from 0. */
    int[] pages() {
        int[] pages = new int[channels * slices * frames];
        for (int i = 0; i < pages.length; i++) {
            int channel = i % channels;
            int slice = i / channels % slices;
            int frame = i / channels / slices;
            int step = 1;
            for (char axis : order.substring(2).toCharArray()) {
                pages[i] += step * (axis == 'C' ? channel : axis == 'Z' ? slice : frame);
                step *= axis == 'C' ? channels : axis == 'Z' ? slices : frames;
            }
        }
        return pages;
    }

    /** The image with its pages, which are in the order of the file, as channels, slices and frames. */
    ImagePlus apply(ImagePlus image) {
        ImageStack source = image.getStack();
        ImageStack stack = new ImageStack(source.getWidth(), source.getHeight(), source.getColorModel());
        for (int page : pages()) {
            stack.addSlice(source.getSliceLabel(page + 1), source.getPixels(page + 1));
        }
        image.setStack(stack);
        return declare(image);
    }

    /** Sets the axes of an image whose stack is in ImageJ's order. */
    ImagePlus declare(ImagePlus image) {
        image.setDimensions(channels, slices, frames);
        image.setOpenAsHyperStack(true);
        return channels == 1 ? image : new CompositeImage(image, IJ.COMPOSITE);
    }
}
