package org.jointattention.image;

import ij.ImagePlus;
import ij.measure.Calibration;

/** What results keep of the image that they were made from: geometry, calibration and slice labels. */
final class ResultImages {
    private ResultImages() {}

    static void checkCount(ImagePlus source, int planes) {
        int expected = source.getNSlices() * source.getNFrames();
        if (planes != expected) {
            throw new IllegalArgumentException(
                    planes + " planes do not fit the " + expected + " of \"" + source.getTitle() + "\".");
        }
    }

    static void checkSize(ImagePlus source, int width, int height) {
        if (width != source.getWidth() || height != source.getHeight()) {
            throw new IllegalArgumentException("A plane of " + width + "x" + height + " pixels does not fit \""
                    + source.getTitle() + "\" with " + source.getWidth() + "x" + source.getHeight() + ".");
        }
    }

    /** The label of the first channel of an image of the source, or null as in ImageJ. */
    static String sliceLabel(ImagePlus source, int plane) {
        return source.getStack().getSliceLabel(plane * source.getNChannels() + 1);
    }

    /** Sets the axes, and the calibration of space and time; that of values does not hold for results. */
    static void finish(ImagePlus result, ImagePlus source, int channels) {
        result.setDimensions(channels, source.getNSlices(), source.getNFrames());
        Calibration calibration = source.getCalibration().copy();
        calibration.setFunction(Calibration.NONE, null, "Gray Value");
        calibration.disableDensityCalibration();
        result.setCalibration(calibration);
        result.setOpenAsHyperStack(source.isHyperStack() || channels > 1);
    }
}
