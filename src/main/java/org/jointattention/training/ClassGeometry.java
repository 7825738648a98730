package org.jointattention.training;

import java.util.Locale;

/** How large the objects of one class are, in pixels of the original images. All 0 where there are none. */
public final class ClassGeometry {
    private final int label;
    private final double typicalThickness;
    private final double typicalDiameter;
    private final double componentsPerImage;

    ClassGeometry(int label, double typicalThickness, double typicalDiameter, double componentsPerImage) {
        this.label = label;
        this.typicalThickness = typicalThickness;
        this.typicalDiameter = typicalDiameter;
        this.componentsPerImage = componentsPerImage;
    }

    /** Class index, 1 or more. */
    public int label() {
        return label;
    }

    /**
     * Median over the class's pixels of the local thickness: the diameter of the largest disc within
     * the class that covers the pixel. A net of membranes or a tree of vessels, one component, has the
     * width of its branches, where its largest disc would be that of its thickest junction.
     */
    public double typicalThickness() {
        return typicalThickness;
    }

    /** Median over the class's pixels of the diameter of the disc with the area of the pixel's component. */
    public double typicalDiameter() {
        return typicalDiameter;
    }

    /** Mean number of 8-connected components in an image. */
    double componentsPerImage() {
        return componentsPerImage;
    }

    /** Whether any object of this class was measured. */
    public boolean isPresent() {
        return componentsPerImage > 0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "class %d: %.1f px thick, diameter %.1f px, %.1f objects an image",
                label,
                typicalThickness,
                typicalDiameter,
                componentsPerImage);
    }
}
