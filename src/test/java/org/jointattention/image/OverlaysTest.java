package org.jointattention.image;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.util.Arrays;
import java.util.List;
import org.jointattention.model.LabelClass;
import org.junit.Test;

public class OverlaysTest {
    private static final List<LabelClass> CLASSES =
            Arrays.asList(new LabelClass("background", 0), new LabelClass("cell", 0xff0000));
    private static final LabelPlane NONE = new LabelPlane(5, 5, new int[25]);

    private static int pixel(ImagePlus image, int x, int y) {
        return image.getProcessor().get(x, y) & 0xffffff;
    }

    /** A square of 3x3 in the middle of 5x5. */
    private static LabelPlane square(int label) {
        int[] labels = new int[25];
        for (int i = 0; i < 9; i++) {
            labels[(1 + i / 3) * 5 + 1 + i % 3] = label;
        }
        return new LabelPlane(5, 5, labels);
    }

    @Test
    public void classesAreBlendedAndOutlined() {
        ColorProcessor grey = new ColorProcessor(5, 5);
        Arrays.fill((int[]) grey.getPixels(), 0xff646464);
        ImagePlus overlay = Overlays.overlay(new ImagePlus("g", grey), square(1), CLASSES, 0.5);
        assertEquals(24, overlay.getBitDepth());
        assertEquals(0x646464, pixel(overlay, 0, 0));
        assertEquals(0xff0000, pixel(overlay, 1, 2));
        assertEquals(0xb23232, pixel(overlay, 2, 2));
        assertEquals(0x646464, grey.get(2, 2) & 0xffffff);
    }

    @Test
    public void unlabelledPixelsStay() {
        ImagePlus source = new ImagePlus("g", new ColorProcessor(5, 5));
        assertEquals(0, pixel(Overlays.overlay(source, square(255), CLASSES, 1), 2, 2));
        assertEquals(LabelLut.colour(9), pixel(Overlays.overlay(source, square(9), CLASSES, 1), 2, 2));
    }

    @Test
    public void displayRangeOfBytesIsKept() {
        ByteProcessor bytes = new ByteProcessor(5, 5);
        bytes.set(0, 0, 50);
        bytes.set(1, 0, 100);
        bytes.setMinAndMax(0, 100);
        ImagePlus overlay = Overlays.overlay(new ImagePlus("b", bytes), NONE, CLASSES, 0.5);
        assertEquals(0x808080, pixel(overlay, 0, 0));
        assertEquals(0xffffff, pixel(overlay, 1, 0));
    }

    @Test
    public void deepImagesAreStretched() {
        for (ImageProcessor pixels : new ImageProcessor[] {new ShortProcessor(5, 5), new FloatProcessor(5, 5)}) {
            for (int i = 0; i < 25; i++) {
                pixels.setf(i, 1000 + i);
            }
            pixels.setMinAndMax(0, 65535);
            ImagePlus overlay = Overlays.overlay(new ImagePlus("d", pixels), NONE, CLASSES, 0.5);
            assertEquals(0, pixel(overlay, 0, 0));
            assertEquals(0xffffff, pixel(overlay, 4, 4));
        }
    }

    @Test
    public void emptyAndBrokenImagesAreBlack() {
        float[] nan = new float[25];
        Arrays.fill(nan, Float.NaN);
        ImagePlus overlay = Overlays.overlay(new ImagePlus("n", new FloatProcessor(5, 5, nan)), NONE, CLASSES, 1);
        assertArrayEquals(
                new int[25],
                Arrays.stream((int[]) overlay.getProcessor().getPixels())
                        .map(p -> p & 0xffffff)
                        .toArray());
    }

    @Test
    public void compositesShowTheirColoursOnThePlaneAskedFor() {
        ImageStack stack = new ImageStack(5, 5);
        for (int i = 0; i < 4; i++) {
            ByteProcessor processor = new ByteProcessor(5, 5);
            processor.setValue(i < 2 ? 0 : 255);
            processor.fill();
            stack.addSlice(processor);
        }
        ImagePlus image = new ImagePlus("c", stack);
        image.setDimensions(2, 1, 2);
        ImagePlus composite = new CompositeImage(image, CompositeImage.COMPOSITE);
        composite.setDisplayRange(0, 255);
        for (ImagePlus source : new ImagePlus[] {image, composite}) {
            assertEquals(0, pixel(Overlays.overlay(source, 0, NONE, CLASSES, 1), 2, 2));
            assertEquals(0xffff00, pixel(Overlays.overlay(source, 1, NONE, CLASSES, 1), 2, 2));
        }
    }

    @Test
    public void badArgumentsAreRefused() {
        ImagePlus source = new ImagePlus("s", new ByteProcessor(5, 4));
        assertThrows(IllegalArgumentException.class, () -> Overlays.overlay(source, NONE, CLASSES, 1));
        ImagePlus fitting = new ImagePlus("s", new ByteProcessor(5, 5));
        assertThrows(IllegalArgumentException.class, () -> Overlays.overlay(fitting, NONE, CLASSES, 1.5));
    }
}
