package org.jointattention.evaluation;

import ij.ImagePlus;
import ij.io.Opener;
import ij.measure.Calibration;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Reads masks as ImageJ (TIFF) and the JDK (all else) do; values and palette indices are class ids. */
public final class IjLabelReader implements LabelReader {
    @Override
    public List<Mask> read(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".tif") || name.endsWith(".tiff") ? readTiff(file) : readOther(file);
    }

    private static List<Mask> readTiff(Path file) {
        Opener opener = new Opener();
        opener.setSilentMode(true);
        ImagePlus image = opener.openTiff(
                file.toAbsolutePath().getParent().toString(), file.getFileName().toString());
        if (image == null) {
            throw unreadable(file, null);
        }
        PixelSize pixelSize = pixelSize(image.getCalibration());
        List<Mask> masks = new ArrayList<>();
        for (int slice = 1; slice <= image.getStackSize(); slice++) {
            ImageProcessor pixels = image.getStack().getProcessor(slice);
            masks.add(new Mask(image.getWidth(), image.getHeight(), labels(file, pixels), pixelSize));
        }
        return masks;
    }

    private static int[] labels(Path file, ImageProcessor pixels) {
        if (pixels instanceof ColorProcessor) {
            throw inColour(file);
        }
        int[] labels = new int[pixels.getPixelCount()];
        for (int i = 0; i < labels.length; i++) {
            float value = pixels.getf(i);
            labels[i] = (int) value;
            if (labels[i] != value) {
                throw new EvaluationException(file + " has the value " + value + "; class ids are whole numbers.");
            }
        }
        return labels;
    }

    /** Inches come from a print resolution rather than from a microscope, so they tell nothing. */
    private static PixelSize pixelSize(Calibration calibration) {
        String unit = calibration.getUnit();
        boolean known = calibration.scaled() && !unit.startsWith("pixel") && !unit.startsWith("inch");
        if (!known || !(calibration.pixelWidth > 0) || !(calibration.pixelHeight > 0)) {
            return null;
        }
        boolean micrometre = unit.equals("micron") || unit.equals("um") || unit.equals("\u03bcm");
        return new PixelSize(calibration.pixelWidth, calibration.pixelHeight, micrometre ? "\u00b5m" : unit);
    }

    private static List<Mask> readOther(Path file) {
        BufferedImage image;
        try {
            image = ImageIO.read(file.toFile());
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(file, e);
        }
        if (image == null) {
            throw unreadable(file, null);
        }
        Raster raster = image.getRaster();
        ColorModel colours = image.getColorModel();
        if (!(colours instanceof IndexColorModel) && colours.getNumColorComponents() > 1) {
            throw inColour(file);
        }
        int[] labels = raster.getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
        return Collections.singletonList(new Mask(image.getWidth(), image.getHeight(), labels));
    }

    private static EvaluationException unreadable(Path file, Exception cause) {
        String why = cause == null ? "" : " (" + cause.getMessage() + ")";
        return new EvaluationException(file + " cannot be read as an image" + why + ".", cause);
    }

    private static EvaluationException inColour(Path file) {
        return new EvaluationException(
                file + " is a colour image; a mask must be grey or have a palette, its values being class ids.");
    }
}
