package org.jointattention.gui;

import ij.IJ;
import ij.ImagePlus;
import java.nio.file.Path;
import java.nio.file.Paths;

/** A part of an image of nuclei, small enough to be segmented in no time. */
final class Nuclei {
    static final Path FILE =
            Paths.get("test-images", "nuclei", "images", "ovals-1.png").toAbsolutePath();

    /** A macro that opens the same part. */
    static final String MACRO =
            "open(\"" + FILE + "\"); makeRectangle(20, 30, 96, 88); run(\"Crop\"); rename(\"nuclei\");\n";

    private Nuclei() {}

    static ImagePlus part() {
        ImagePlus image = IJ.openImage(FILE.toString());
        image.setRoi(20, 30, 96, 88);
        ImagePlus part = image.crop();
        part.setTitle("nuclei");
        return part;
    }
}
