package org.jointattention.image;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.LUT;
import org.junit.Test;

public class HeatImagesTest {
    private static double lightness(int rgb) {
        return 0.2126 * (rgb >> 16 & 0xff) + 0.7152 * (rgb >> 8 & 0xff) + 0.0722 * (rgb & 0xff);
    }

    @Test
    public void lightnessGrowsWithTheValue() {
        LUT lut = HeatLut.lut();
        for (int i = 1; i < 256; i++) {
            assertTrue("entry " + i, lightness(lut.getRGB(i)) >= lightness(lut.getRGB(i - 1)));
        }
        assertEquals(0x440154, HeatLut.colour(-1));
        assertEquals(0x440154, HeatLut.colour(Double.NaN));
        assertEquals(0x21918c, HeatLut.colour(0.5));
        assertEquals(0xfde725, HeatLut.colour(2));
    }

    @Test
    public void imagesKeepValuesAndCalibration() {
        ImagePlus source = new ImagePlus("s", new ByteProcessor(2, 1));
        source.getCalibration().pixelWidth = 0.5;
        source.getCalibration().setUnit("um");
        ImagePlus heat = HeatImages.of("h", source, new FloatPlane(2, 1, 1, new float[] {0.25f, 0.5f}));
        assertEquals(32, heat.getBitDepth());
        assertEquals(0.25, heat.getProcessor().getf(0), 0);
        assertEquals(0.5, heat.getCalibration().pixelWidth, 0);
        assertEquals("0.0 0.5", heat.getDisplayRangeMin() + " " + heat.getDisplayRangeMax());
        assertEquals(0xfffde725, heat.getProcessor().getLut().getRGB(255));
    }

    @Test
    public void picturesUseAllColours() {
        int[] rgb = (int[]) HeatImages.picture(new FloatPlane(3, 1, 1, new float[] {-1, 0, 1}))
                .getPixels();
        assertEquals(0xff440154, rgb[0]);
        assertEquals(0xff21918c, rgb[1]);
        assertEquals(0xfffde725, rgb[2]);
        int[] flat = (int[])
                HeatImages.picture(new FloatPlane(1, 1, 1, new float[1])).getPixels();
        assertEquals(0xff440154, flat[0]);
    }

    @Test
    public void currentPlaneOfAStackIsCounted() {
        ImagePlus image = IJ.createImage("stack", "8-bit", 4, 3, 2, 3, 2);
        image.setPositionWithoutUpdate(1, 2, 2);
        assertEquals(4, CurrentPlane.index(image));
        image.getStack().getProcessor(image.getStackIndex(1, 2, 2)).set(1, 1, 255);
        ImagePlus picture = CurrentPlane.picture("p", image);
        assertEquals("4x3", picture.getWidth() + "x" + picture.getHeight());
        assertTrue((picture.getProcessor().get(1, 1) & 0xffffff) != 0);
        assertEquals(0, picture.getProcessor().get(0, 0) & 0xffffff);
    }
}
