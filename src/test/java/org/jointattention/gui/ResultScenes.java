package org.jointattention.gui;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.awt.Frame;
import org.junit.Test;

/** Images that commands make, beside those they were made of. */
public class ResultScenes extends Scenes {
    private static final int[][] STROKES = {{20, 40, 60, 60, 100, 45}, {200, 200, 240, 190, 290, 210}};

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

    @Test
    public void evaluateErrors() {
        nuclei("dim-1.png");
        replay("run(\"Segment Image...\", \"model=nuclei output=Labels\");");
        newImage();
        truth("dim-1.png", "truth");
        replay("run(\"Evaluate Segmentation...\", \"source=Images truth=truth predicted=dim-1-labels errors=true\");");
        ImagePlus errors = newImage();
        Frame table = frame("Joint Attention evaluation");
        resize(table, 860, 170);
        camera.takeBelow("evaluate-errors", errors.getWindow(), table);
    }
}
