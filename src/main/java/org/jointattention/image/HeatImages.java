package org.jointattention.image;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;

/** Maps of values as ImageJ images, in the colours of {@link HeatLut}. */
public final class HeatImages {
    private HeatImages() {}

    /**
     * An image of 32 bits with the pixel size of the source.
     *
     * @param map one channel, not copied
     * @param max the value shown brightest; 0 is shown darkest
     */
    public static ImagePlus of(String title, ImagePlus source, FloatPlane map, double max) {
        FloatProcessor pixels = new FloatProcessor(map.width(), map.height(), map.values());
        ImagePlus image = new ImagePlus(title, pixels);
        Calibration calibration = source.getCalibration().copy();
        calibration.setFunction(Calibration.NONE, null, "Gray Value");
        calibration.disableDensityCalibration();
        image.setCalibration(calibration);
        image.setLut(HeatLut.lut());
        image.setDisplayRange(0, max > 0 ? max : 1);
        return image;
    }

    /**
     * A picture of a map, for laying over another.
     *
     * @param max the value shown brightest; 0 is shown darkest
     */
    public static ColorProcessor picture(FloatPlane map, double max) {
        int[] rgb = new int[map.values().length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = 0xff000000 | HeatLut.colour(max > 0 ? map.values()[i] / max : 0);
        }
        return new ColorProcessor(map.width(), map.height(), rgb);
    }
}
