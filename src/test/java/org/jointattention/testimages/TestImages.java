package org.jointattention.testimages;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;

/** All images of {@code test-images/}; {@link #main} writes them anew. */
public final class TestImages {
    static final Path ROOT = Paths.get("test-images");

    private TestImages() {}

    public static void main(String[] args) throws IOException {
        for (TestImage image : all()) {
            image.write(ROOT);
        }
    }

    static List<TestImage> all() {
        return List.of(
                nuclei("spotted-1.png", 256, 256, SceneStyle.spotted(), 1),
                nuclei("spotted-2.png", 320, 240, SceneStyle.spotted().withNuclei(40), 2),
                nuclei("ovals-1.png", 256, 256, SceneStyle.ovals(), 3),
                nuclei("ovals-2.png", 320, 240, SceneStyle.ovals().withNuclei(110), 4),
                nuclei("dim-1.png", 256, 256, SceneStyle.dim(), 5),
                nuclei("dim-2.png", 320, 240, SceneStyle.dim().withNuclei(30), 6),
                stack(),
                rgb(),
                sixteenBit(),
                tiny());
    }

    private static TestImage nuclei(String file, int width, int height, SceneStyle style, long seed) {
        Scene scene = new Scene(width, height, 1, style, seed);
        ImagePlus image = new ImagePlus(file, bytes(width, height, scene.image(0)));
        return new TestImage("nuclei", file, image, mask(file, width, height, scene));
    }

    /** Four slices with a calibration: voxels of 0.325 x 0.325 x 1 micrometre. */
    private static TestImage stack() {
        int width = 128;
        int height = 96;
        int slices = 4;
        Scene scene = new Scene(width, height, slices, SceneStyle.ovals().withNuclei(30), 7);
        ImageStack images = new ImageStack(width, height);
        ImageStack masks = new ImageStack(width, height);
        for (int i = 0; i < slices; i++) {
            images.addSlice(bytes(width, height, scene.image(i)));
            masks.addSlice(new ByteProcessor(width, height, scene.mask(i)));
        }
        return new TestImage("formats", "stack.tif", calibrated("stack.tif", images), calibrated("stack.tif", masks));
    }

    private static ImagePlus calibrated(String title, ImageStack stack) {
        ImagePlus image = new ImagePlus(title, stack);
        image.setDimensions(1, stack.size(), 1);
        Calibration calibration = image.getCalibration();
        calibration.setUnit("micron");
        calibration.pixelWidth = 0.325;
        calibration.pixelHeight = 0.325;
        calibration.pixelDepth = 1;
        return image;
    }

    /** Bluish nuclei, as a camera for colours or a picture with its lookup table applied shows them. */
    private static TestImage rgb() {
        int width = 160;
        int height = 120;
        Scene scene =
                new Scene(width, height, 1, SceneStyle.spotted().withNuclei(18).brighter(1.6), 8);
        ImageProcessor grey = bytes(width, height, scene.image(0));
        ColorProcessor colour = new ColorProcessor(width, height);
        for (int i = 0; i < width * height; i++) {
            int value = grey.get(i);
            colour.set(i, 0xff << 24 | value / 2 << 16 | value * 3 / 4 << 8 | value);
        }
        return new TestImage(
                "formats", "rgb.png", new ImagePlus("rgb.png", colour), mask("rgb.png", width, height, scene));
    }

    /** The range of a 12-bit camera with an offset, in 16 bits. */
    private static TestImage sixteenBit() {
        int width = 200;
        int height = 150;
        Scene scene =
                new Scene(width, height, 1, SceneStyle.ovals().withNuclei(35).brighter(25), 9);
        double[] values = scene.image(0);
        ShortProcessor pixels = new ShortProcessor(width, height);
        for (int i = 0; i < values.length; i++) {
            pixels.set(i, (int) StrictMath.max(0, StrictMath.min(65535, StrictMath.round(values[i]))));
        }
        pixels.resetMinAndMax();
        ImagePlus image = new ImagePlus("sixteen-bit.tif", pixels);
        return new TestImage("formats", "sixteen-bit.tif", image, mask("sixteen-bit.tif", width, height, scene));
    }

    /** Smaller than any tile or receptive field: a single speck. */
    private static TestImage tiny() {
        Scene scene = new Scene(5, 3, 1, SceneStyle.spotted().withNuclei(1).withDiameters(3, 4), 10);
        ImagePlus image = new ImagePlus("tiny.png", bytes(5, 3, scene.image(0)));
        return new TestImage("formats", "tiny.png", image, mask("tiny.png", 5, 3, scene));
    }

    private static ImagePlus mask(String title, int width, int height, Scene scene) {
        return new ImagePlus(title, new ByteProcessor(width, height, scene.mask(0)));
    }

    private static ByteProcessor bytes(int width, int height, double[] values) {
        ByteProcessor pixels = new ByteProcessor(width, height);
        for (int i = 0; i < values.length; i++) {
            pixels.set(i, (int) StrictMath.max(0, StrictMath.min(255, StrictMath.round(values[i]))));
        }
        return pixels;
    }
}
