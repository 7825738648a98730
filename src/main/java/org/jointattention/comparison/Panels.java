package org.jointattention.comparison;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.util.List;

/** Parts of the pictures of a report. */
final class Panels {
    private Panels() {}

    /** White, RGB, to be drawn on in black. */
    static ImageProcessor blank(int width, int height) {
        ImageProcessor picture = new ColorProcessor(width, height);
        picture.setColor(Color.white);
        picture.fill();
        picture.setColor(Color.black);
        picture.setAntialiasedText(true);
        return picture;
    }

    /** One below the other. @param panels at least one; as wide as each other */
    static ImageProcessor stacked(List<ImageProcessor> panels) {
        int height = panels.stream().mapToInt(ImageProcessor::getHeight).sum();
        ImageProcessor picture = blank(panels.get(0).getWidth(), height);
        int y = 0;
        for (ImageProcessor panel : panels) {
            picture.insert(panel, 0, y);
            y += panel.getHeight();
        }
        return picture;
    }
}
