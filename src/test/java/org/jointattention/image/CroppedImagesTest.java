package org.jointattention.image;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import ij.IJ;
import ij.ImagePlus;
import java.awt.Rectangle;
import org.junit.Test;

public class CroppedImagesTest {
    @Test
    public void positionsStayThoseOfTheWhole() {
        ImagePlus image = IJ.createImage("x", "16-bit ramp", 30, 20, 2, 3, 2);
        image.getCalibration().pixelWidth = 0.5;
        image.getCalibration().xOrigin = 4;
        image.getStack().getProcessor(8).set(12, 9, 777);
        ImagePlus cropped = CroppedImages.crop(image, new Rectangle(10, 8, 15, 100));
        assertEquals(15, cropped.getWidth());
        assertEquals(12, cropped.getHeight());
        assertEquals(2, cropped.getNChannels());
        assertEquals(3, cropped.getNSlices());
        assertEquals(2, cropped.getNFrames());
        assertEquals(777, cropped.getStack().getProcessor(8).get(2, 1));
        assertEquals(image.getCalibration().getX(12), cropped.getCalibration().getX(2), 0);
        assertEquals(image.getCalibration().getY(9), cropped.getCalibration().getY(1), 0);
        cropped.getStack().getProcessor(1).set(0, 0, 5);
        assertEquals(
                IJ.createImage("x", "16-bit ramp", 30, 20, 1).getProcessor().get(10, 8),
                image.getStack().getProcessor(1).get(10, 8));
    }

    @Test
    public void palettesStayPalettes() {
        ImagePlus image = IJ.createImage("x", "8-bit ramp", 30, 20, 1);
        image.getProcessor().setLut(LabelLut.of(java.util.List.of()));
        image = new ImagePlus("palette", image.getProcessor());
        ImagePlus cropped = CroppedImages.crop(image, new Rectangle(3, 3, 9, 9));
        assertEquals(image.getType(), cropped.getType());
        assertEquals(image.getProcessor().isColorLut(), cropped.getProcessor().isColorLut());
    }

    @Test
    public void nothingIsRefused() {
        ImagePlus image = IJ.createImage("x", "8-bit ramp", 30, 20, 1);
        assertThrows(ImageException.class, () -> CroppedImages.crop(image, new Rectangle(30, 3, 9, 9)));
    }
}
