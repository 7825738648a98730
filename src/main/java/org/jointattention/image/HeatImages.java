package org.jointattention.image;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;

/** Maps of values as ImageJ images, in the colours of {@link HeatLut}. */
public final class HeatImages {
    private HeatImages() {}

    /**
     * An image of 32 bits with the pixel size of the source, shown from 0, or the smallest value below it, to the largest.
     *
     * @param map one channel, not copied
     */
    public static ImagePlus of(String title, ImagePlus source, FloatPlane map) {
        FloatProcessor pixels = new FloatProcessor(map.width(), map.height(), map.values());
        ImagePlus image = new ImagePlus(title, pixels);
        Calibration calibration = source.getCalibration().copy();
        calibration.setFunction(Calibration.NONE, null, "Gray Value");
        calibration.disableDensityCalibration();
        image.setCalibration(calibration);
        image.setLut(HeatLut.lut());
        double darkest = darkest(map);
        double brightest = brightest(map);
        image.setDisplayRange(darkest, brightest > darkest ? brightest : darkest + 1);
        return image;
    }

    /** A picture of a map in the same colours, for laying over another. */
    public static ColorProcessor picture(FloatPlane map) {
        double darkest = darkest(map);
        double range = brightest(map) - darkest;
        int[] rgb = new int[map.values().length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = 0xff000000 | HeatLut.colour(range > 0 ? (map.values()[i] - darkest) / range : 0);
        }
        return new ColorProcessor(map.width(), map.height(), rgb);
    }

    /** The value shown darkest: 0, or the smallest one below. */
    public static double darkest(FloatPlane map) {
        double min = 0;
        for (float value : map.values()) {
            min = Math.min(min, value);
        }
        return min;
    }

    /** The value shown brightest: the largest. */
    public static double brightest(FloatPlane map) {
        double max = Double.NEGATIVE_INFINITY;
        for (float value : map.values()) {
            max = Math.max(max, value);
        }
        return max;
    }
}
