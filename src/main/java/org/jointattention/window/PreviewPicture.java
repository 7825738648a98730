package org.jointattention.window;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jointattention.image.FloatPlane;
import org.jointattention.image.LabelPlane;
import org.jointattention.image.Overlays;
import org.jointattention.model.LabelClass;
import org.jointattention.training.TrainingPreview;

/** A preview as pictures to be shown side by side; every n-th pixel of large images. */
final class PreviewPicture {
    private static final int LARGEST = 512;
    private static final double OPACITY = 0.45;

    private final String caption;
    private final BufferedImage image;
    private final BufferedImage truth;
    private final BufferedImage prediction;

    PreviewPicture(TrainingPreview preview, List<LabelClass> classes) {
        FloatPlane plane = preview.image();
        int pace = (Math.max(plane.width(), plane.height()) + LARGEST - 1) / LARGEST;
        ImagePlus source = source(thinned(plane, pace));
        caption = preview.name() + (preview.isValidation() ? "" : " (trained on)") + ", step " + preview.step();
        image = overlay(source, new LabelPlane(source.getWidth(), source.getHeight(), new byte[size(source)]), classes);
        truth = overlay(source, thinned(preview.truth(), pace), classes);
        prediction = overlay(source, thinned(preview.predicted(), pace), classes);
    }

    private static int size(ImagePlus source) {
        return source.getWidth() * source.getHeight();
    }

    private static BufferedImage overlay(ImagePlus source, LabelPlane labels, List<LabelClass> classes) {
        return Overlays.overlay(source, labels, classes, OPACITY).getBufferedImage();
    }

    private static FloatPlane thinned(FloatPlane plane, int pace) {
        int width = (plane.width() + pace - 1) / pace;
        int height = (plane.height() + pace - 1) / pace;
        float[] values = new float[width * height * plane.channels()];
        int i = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < plane.channels(); c++) {
                    values[i++] = plane.get(x * pace, y * pace, c);
                }
            }
        }
        return new FloatPlane(width, height, plane.channels(), values);
    }

    private static LabelPlane thinned(LabelPlane plane, int pace) {
        int width = (plane.width() + pace - 1) / pace;
        int height = (plane.height() + pace - 1) / pace;
        int[] labels = new int[width * height];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = plane.get(i % width * pace, i / width * pace);
        }
        return new LabelPlane(width, height, labels);
    }

    /** Three channels of bytes are shown as RGB. */
    private static ImagePlus source(FloatPlane plane) {
        if (plane.channels() == 3 && isBytes(plane)) {
            int[] rgb = new int[plane.width() * plane.height()];
            for (int i = 0; i < rgb.length; i++) {
                float[] values = plane.values();
                rgb[i] = (int) values[3 * i] << 16 | (int) values[3 * i + 1] << 8 | (int) values[3 * i + 2];
            }
            return new ImagePlus("", new ColorProcessor(plane.width(), plane.height(), rgb));
        }
        ImageStack stack = new ImageStack(plane.width(), plane.height());
        for (int c = 0; c < plane.channels(); c++) {
            stack.addSlice(channel(plane, c));
        }
        ImagePlus image = new ImagePlus("", stack);
        image.setDimensions(plane.channels(), 1, 1);
        return image;
    }

    private static FloatProcessor channel(FloatPlane plane, int channel) {
        FloatProcessor pixels = new FloatProcessor(plane.width(), plane.height());
        for (int i = 0; i < pixels.getPixelCount(); i++) {
            pixels.setf(i, plane.values()[i * plane.channels() + channel]);
        }
        return pixels;
    }

    private static boolean isBytes(FloatPlane plane) {
        for (float value : plane.values()) {
            if (!(value >= 0 && value <= 255)) {
                return false;
            }
        }
        return true;
    }

    String caption() {
        return caption;
    }

    BufferedImage image() {
        return image;
    }

    BufferedImage truth() {
        return truth;
    }

    BufferedImage prediction() {
        return prediction;
    }
}
