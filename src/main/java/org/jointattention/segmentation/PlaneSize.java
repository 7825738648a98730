package org.jointattention.segmentation;

/** Whether a whole plane fits a Java array. */
final class PlaneSize {
    private PlaneSize() {}

    static int check(int width, int height) {
        long pixels = (long) width * height;
        if (pixels > Integer.MAX_VALUE - 8) {
            throw new SegmentationException("A result of " + width + "x" + height + " pixels is more than one plane of"
                    + " an image can hold (2147483639): cut the image into smaller parts.");
        }
        return (int) pixels;
    }
}
