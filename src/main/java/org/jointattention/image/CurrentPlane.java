package org.jointattention.image;

import ij.ImagePlus;
import ij.process.ColorProcessor;

/** The slice and frame that an image shows now. */
public final class CurrentPlane {
    private CurrentPlane() {}

    /** Its index as {@link ImagePlanes} counts. */
    public static int index(ImagePlus image) {
        return (image.getT() - 1) * image.getNSlices() + image.getZ() - 1;
    }

    /**
     * A picture of it of its own, in RGB as {@link Overlays} shows images, with the image's pixel size.
     *
     * @param title of the picture
     */
    public static ImagePlus picture(String title, ImagePlus image) {
        ColorProcessor pixels =
                new ColorProcessor(image.getWidth(), image.getHeight(), PlanePicture.rgb(image, index(image)));
        ImagePlus picture = new ImagePlus(title, pixels);
        picture.setCalibration(image.getCalibration().copy());
        return picture;
    }
}
