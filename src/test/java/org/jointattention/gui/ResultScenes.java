package org.jointattention.gui;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.AutoThresholder;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.awt.Frame;
import java.awt.image.BufferedImage;
import org.junit.Test;

/** Images that commands make, beside those they were made of. */
public class ResultScenes extends Scenes {
    private static final int[][] STROKES = {{105, 62, 130, 85, 150, 120}, {245, 172, 270, 195, 312, 190}};

    @Test
    public void segmentResult() {
        ImagePlus image = nuclei("spotted-2.png");
        replay("run(\"Segment Image...\", \"model=nuclei output=Labels\");");
        ImagePlus labels = newImage();
        camera.takeBeside("segment-result", image.getWindow(), labels.getWindow());
    }

    @Test
    public void labelsFromRois() {
        ImagePlus image = nuclei("spotted-2.png");
        image.setOverlay(drawing(truth("spotted-2.png", "truth")));
        replay("selectImage(\"spotted-2.png\");\n"
                + "run(\"Labels From ROIs...\", \"assign=Name origin=Overlay unlabelled=true\");");
        ImagePlus labels = newImage();
        camera.takeBeside("labels-from-rois", image.getWindow(), labels.getWindow());
    }

    /** Every second nucleus, and strokes over the background, as somebody may have drawn them. */
    private static Overlay drawing(ImagePlus truth) {
        Overlay overlay = new Overlay();
        truth.getProcessor().setThreshold(1, 255, ImageProcessor.NO_LUT_UPDATE);
        Roi all = new ThresholdToSelection().convert(truth.getProcessor());
        Roi[] parts = ((ShapeRoi) all).getRois();
        for (int i = 0; i < parts.length; i += 2) {
            add(overlay, parts[i], "nucleus-" + i, new Color(0xe69f00));
        }
        for (int[] stroke : STROKES) {
            Roi line = new PolygonRoi(
                    new float[] {stroke[0], stroke[2], stroke[4]},
                    new float[] {stroke[1], stroke[3], stroke[5]},
                    Roi.FREELINE);
            line.setStrokeWidth(5);
            add(overlay, line, "background", new Color(0x56b4e9));
        }
        truth.close();
        return overlay;
    }

    private static void add(Overlay overlay, Roi roi, String name, Color colour) {
        roi.setName(name);
        roi.setStrokeColor(colour);
        overlay.add(roi);
    }

    /** Otsu's threshold makes more errors than a network: there is something to see. */
    @Test
    public void evaluateErrors() {
        ImagePlus image = nuclei("spotted-2.png");
        show(otsu(image));
        truth("spotted-2.png", "truth");
        replay("run(\"Evaluate Segmentation...\", \"source=Images truth=truth predicted=otsu errors=true\");");
        ImagePlus errors = newImage();
        Frame table = frame("Joint Attention evaluation");
        resize(table, 804, 196);
        BufferedImage both = Camera.beside(camera.picture(image.getWindow()), camera.picture(errors.getWindow()));
        Camera.save("evaluate-errors", Camera.below(both, camera.picture(table)));
    }

    private static ImagePlus otsu(ImagePlus image) {
        ImageProcessor pixels = image.getProcessor().duplicate();
        pixels.setAutoThreshold(AutoThresholder.Method.Otsu, true);
        ImageProcessor labels = pixels.createMask();
        labels.and(1);
        return new ImagePlus("otsu", labels);
    }
}
