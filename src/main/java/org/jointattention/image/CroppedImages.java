package org.jointattention.image;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import java.awt.Rectangle;

/** Cuts a rectangle out of an image, with all its channels, slices and frames. */
public final class CroppedImages {
    private CroppedImages() {}

    /**
     * A copy of the part, with the same title. The origin of its calibration is shifted, so that calibrated positions
     * are those in the whole image.
     *
     * @param part what lies outside of the image is left out
     * @throws ImageException if nothing of the image is in it
     */
    public static ImagePlus crop(ImagePlus image, Rectangle part) {
        Rectangle inside = part.intersection(new Rectangle(image.getWidth(), image.getHeight()));
        if (inside.isEmpty()) {
            throw new ImageException("The selection lies outside of the image \"" + image.getTitle()
                    + "\". Draw it on the image, or remove it with Edit > Selection > Select None.");
        }
        ImageStack stack = new ImageStack(inside.width, inside.height);
        for (int i = 1; i <= image.getStackSize(); i++) {
            ImageProcessor pixels = image.getStack().getProcessor(i);
            pixels.setRoi(inside);
            stack.addSlice(image.getStack().getSliceLabel(i), pixels.crop());
        }
        ImagePlus cropped = new ImagePlus(image.getTitle(), stack);
        cropped.setDimensions(image.getNChannels(), image.getNSlices(), image.getNFrames());
        cropped.setOpenAsHyperStack(image.isHyperStack());
        Calibration calibration = image.getCalibration().copy();
        calibration.xOrigin -= inside.x;
        calibration.yOrigin -= inside.y;
        cropped.setCalibration(calibration);
        return cropped;
    }
}
