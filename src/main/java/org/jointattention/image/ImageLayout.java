package org.jointattention.image;

import ij.ImagePlus;

/** How the axes of an ImagePlus were understood: network channels, and the planes that are images of their own. */
final class ImageLayout {
    private static final String IGNORED = " (colour table ignored)";

    private final String title;
    private final int width;
    private final int height;
    private final int channels;
    private final int slices;
    private final int frames;
    private final String pixels;

    private ImageLayout(ImageLayout layout, int channels, String pixels) {
        this.title = layout.title;
        this.width = layout.width;
        this.height = layout.height;
        this.channels = channels;
        this.slices = layout.slices;
        this.frames = layout.frames;
        this.pixels = pixels;
    }

    private ImageLayout(ImagePlus image, int channels, String pixels) {
        this.title = image.getTitle();
        this.width = image.getWidth();
        this.height = image.getHeight();
        this.channels = channels;
        this.slices = image.getNSlices();
        this.frames = image.getNFrames();
        this.pixels = pixels;
    }

    /** Reads the axes; colours that come through a palette stay indices unless {@code paletteAsRgb}. */
    static ImageLayout of(ImagePlus image, boolean paletteAsRgb) {
        if (image.getWidth() == 0 || image.getHeight() == 0 || image.getStackSize() == 0) {
            throw new ImageException("The image \"" + image.getTitle() + "\" has no pixels; open it again.");
        }
        int given = image.getNChannels();
        if (image.getType() != ImagePlus.COLOR_RGB && !paletteAsRgb) {
            return new ImageLayout(image, given, isPalette(image) ? IGNORED : "");
        }
        if (given > 1) {
            throw new ImageException("The image \"" + image.getTitle() + "\" has " + given
                    + " channels of RGB colour each, so its channels are ambiguous. Split it with"
                    + " Image > Color > Split Channels, or convert it with Image > Type > 8-bit.");
        }
        return new ImageLayout(image, 3, paletteAsRgb ? " (RGB from the colour table)" : " (RGB)");
    }

    /** Whether the values are indices of a table of colours; ImageJ's LUTs for display do not count. */
    static boolean isPalette(ImagePlus image) {
        return image.getType() == ImagePlus.COLOR_256 && image.getProcessor().isColorLut();
    }

    /** The same with one channel for three that are equal. */
    ImageLayout grey() {
        return new ImageLayout(this, 1, " (of three equal ones)");
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int channels() {
        return channels;
    }

    int slices() {
        return slices;
    }

    int frames() {
        return frames;
    }

    int count() {
        return slices * frames;
    }

    String title() {
        return title;
    }

    String text() {
        return text(width, height, channels, pixels, slices, frames);
    }

    /** @param pixels what is to be said of them, after a space, or nothing */
    static String text(int width, int height, int channels, String pixels, int slices, int frames) {
        return "x=" + width + " y=" + height + " channels=" + channels + pixels + " slices=" + slices + " frames="
                + frames + ": " + plural(slices * frames, "image") + " of " + plural(channels, "channel");
    }

    /** Refuses the image unless it has the channels that are needed. */
    void require(int expected) {
        if (pixels.equals(IGNORED)) {
            throw new ImageException("The image \"" + title + "\" is an 8-bit colour image, whose values are numbers of"
                    + " colours, but " + plural(expected, "channel") + (expected == 1 ? " is" : " are")
                    + " needed. Convert it with Image > Type > 8-bit or RGB Color; or, if its values are grey values,"
                    + " choose Image > Lookup Tables > Grays.");
        }
        if (channels != expected) {
            throw new ImageException("The image \"" + title + "\" was understood as " + text() + ", but "
                    + plural(expected, "channel") + (expected == 1 ? " is" : " are") + " needed. " + hint(expected));
        }
    }

    private String hint(int expected) {
        if (expected > 1 && channels == 1 && (slices == expected || frames == expected)) {
            String axis = slices == expected ? "slices" : "frames";
            return "The " + expected + " " + axis + " were taken as separate images; if they are channels, say so with"
                    + " Image > Hyperstacks > Re-order Hyperstack... (or Stack to Hyperstack...).";
        }
        if (!pixels.isEmpty() && channels == 3) {
            return "Convert it with Image > Type > 8-bit, or take one channel with Image > Color > Split Channels.";
        }
        if (expected == 1 || channels > expected) {
            return "Keep the channels that are needed with Image > Duplicate...; if its channels are really slices or"
                    + " frames, say so with Image > Hyperstacks > Re-order Hyperstack...";
        }
        if (expected == 3 && channels == 1) {
            return "If grey may stand for red, green and blue, convert it with Image > Type > RGB Color.";
        }
        return "Join channels with Image > Color > Merge Channels..., or correct the axes with"
                + " Image > Hyperstacks > Re-order Hyperstack...";
    }

    private static String plural(int n, String word) {
        return n + " " + word + (n == 1 ? "" : "s");
    }
}
