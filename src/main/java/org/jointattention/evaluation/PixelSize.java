package org.jointattention.evaluation;

import ij.measure.Calibration;
import java.util.Objects;
import java.util.Optional;

/** Width and height of a pixel in a unit of length. */
public final class PixelSize {
    /** One pixel by one pixel: distances in pixels. */
    public static final PixelSize ONE_PIXEL = new PixelSize(1, 1, "pixel");

    private final double width;
    private final double height;
    private final String unit;

    /**
     * @param width above 0, in units
     * @param height above 0, in units
     * @param unit such as {@code µm}
     * @throws IllegalArgumentException if a size is not a positive number, or the unit is blank
     */
    public PixelSize(double width, double height, String unit) {
        if (!isLength(width) || !isLength(height)) {
            throw new IllegalArgumentException(
                    "A pixel size must be above 0 and finite, but is " + width + " x " + height + ".");
        }
        if (unit.trim().isEmpty()) {
            throw new IllegalArgumentException("A pixel size of " + width + " x " + height + " needs a unit.");
        }
        this.width = width;
        this.height = height;
        this.unit = unit;
    }

    /** Of an image; empty if not known. Inches come from a print resolution, not from a microscope, and tell nothing. */
    static Optional<PixelSize> of(Calibration calibration) {
        String unit = calibration.getUnit();
        boolean known =
                calibration.scaled() && !unit.trim().isEmpty() && !unit.startsWith("pixel") && !unit.startsWith("inch");
        if (!known || !isLength(calibration.pixelWidth) || !isLength(calibration.pixelHeight)) {
            return Optional.empty();
        }
        boolean micrometre = unit.equals("micron") || unit.equals("um") || unit.equals("\u03bcm");
        return Optional.of(
                new PixelSize(calibration.pixelWidth, calibration.pixelHeight, micrometre ? "\u00b5m" : unit));
    }

    private static boolean isLength(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY;
    }

    public double width() {
        return width;
    }

    public double height() {
        return height;
    }

    public String unit() {
        return unit;
    }

    public boolean isSquare() {
        return width == height;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PixelSize
                && width == ((PixelSize) other).width
                && height == ((PixelSize) other).height
                && unit.equals(((PixelSize) other).unit);
    }

    @Override
    public int hashCode() {
        return Objects.hash(width, height, unit);
    }

    @Override
    public String toString() {
        return width + " x " + height + " " + unit;
    }
}
