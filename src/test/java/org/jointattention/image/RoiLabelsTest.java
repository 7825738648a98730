package org.jointattention.image;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.gui.TextRoi;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;

/** Which pixels ROIs label. */
public class RoiLabelsTest {
    private final ImagePlus image = IJ.createImage("cells", 40, 30, 1, 8);

    private static <T extends Roi> T named(T roi, String name) {
        roi.setName(name);
        return roi;
    }

    private static RoiLabels draw(ImagePlus image, int unlabelled, Roi... rois) {
        List<Roi> list = Arrays.asList(rois);
        return RoiLabels.of(image, list, RoiClasses.of(list, RoiKey.NAME, ""), unlabelled);
    }

    private LabelPlane plane(Roi... rois) {
        return draw(image, 0, rois).planes().get(0);
    }

    private static int count(LabelPlane plane, int label) {
        int count = 0;
        for (int i = 0; i < plane.size(); i++) {
            count += plane.get(i) == label ? 1 : 0;
        }
        return count;
    }

    @Test
    public void areasAreFilled() {
        LabelPlane labels = plane(named(new Roi(3, 4, 5, 6), "a"), named(new OvalRoi(20, 10, 9, 9), "b"));
        assertEquals(30, count(labels, 1));
        assertEquals(1, labels.get(3, 4));
        assertEquals(0, labels.get(8, 4));
        assertEquals(2, labels.get(24, 14));
        assertEquals(0, labels.get(20, 10));
        assertEquals(new OvalRoi(20, 10, 9, 9).getContainedPoints().length, count(labels, 2));
    }

    @Test
    public void holesOfCompositesStayOpen() {
        ShapeRoi ring = new ShapeRoi(new Roi(5, 5, 10, 10)).not(new ShapeRoi(new Roi(8, 8, 4, 4)));
        LabelPlane labels = plane(named(ring, "ring"));
        assertEquals(84, count(labels, 1));
        assertEquals(0, labels.get(9, 9));
    }

    @Test
    public void laterRoisWin() {
        Roi below = named(new Roi(0, 0, 10, 10), "a");
        Roi above = named(new Roi(5, 5, 10, 10), "b");
        assertEquals(2, plane(below, above).get(7, 7));
        assertEquals(1, plane(above, below).get(7, 7));
    }

    @Test
    public void linesHaveTheWidthOfTheirStroke() {
        for (int width = 1; width <= 4; width++) {
            Line line = named(new Line(5, 10, 25, 10), "line");
            line.setStrokeWidth(width);
            LabelPlane labels = plane(line);
            int rows = 0;
            for (int y = 0; y < 30; y++) {
                rows += labels.get(15, y);
            }
            assertEquals("width " + width, width, rows);
        }
    }

    @Test
    public void thinDiagonalsAndPolylinesHaveNoGaps() {
        Roi path = named(new PolygonRoi(new float[] {2, 20, 30}, new float[] {3, 14, 5}, Roi.POLYLINE), "path");
        LabelPlane labels = plane(path);
        for (int x = 2; x <= 30; x++) {
            int found = 0;
            for (int y = 0; y < 30; y++) {
                found += labels.get(x, y);
            }
            assertTrue("column " + x + ": " + found, found >= 1 && found <= 2);
        }
        assertEquals(1, labels.get(20, 14));
    }

    @Test
    public void pointsArePixels() {
        LabelPlane labels = plane(named(new PointRoi(new float[] {4.4f, 39}, new float[] {6.7f, 29}, 2), "dots"));
        assertEquals(2, count(labels, 1));
        assertEquals(1, labels.get(4, 7));
        assertEquals(1, labels.get(39, 29));
    }

    @Test
    public void theRestIsBackgroundOrUnlabelled() {
        Roi roi = named(new Roi(0, 0, 2, 2), "a");
        assertEquals(1196, count(draw(image, 0, roi).planes().get(0), 0));
        LabelPlane sparse = draw(image, 255, roi, named(new Roi(10, 10, 3, 3), "Background"))
                .planes()
                .get(0);
        assertEquals(9, count(sparse, 0));
        assertEquals(1200 - 4 - 9, count(sparse, 255));
    }

    @Test
    public void positionsInAStack() {
        ImagePlus stack = IJ.createImage("stack", 10, 10, 3, 8);
        Roi everywhere = named(new Roi(0, 0, 2, 2), "a");
        Roi second = named(new Roi(5, 5, 2, 2), "b");
        second.setPosition(2);
        List<LabelPlane> planes = draw(stack, 0, everywhere, second).planes();
        for (int z = 0; z < 3; z++) {
            assertEquals(4, count(planes.get(z), 1));
            assertEquals(z == 1 ? 4 : 0, count(planes.get(z), 2));
        }
    }

    @Test
    public void positionsInAHyperstack() {
        ImagePlus hyper = IJ.createHyperStack("hyper", 10, 10, 2, 3, 4, 8);
        Roi slice = named(new Roi(0, 0, 1, 1), "a");
        slice.setPosition(0, 2, 0);
        Roi frame = named(new Roi(2, 0, 1, 1), "b");
        frame.setPosition(0, 0, 3);
        Roi one = named(new Roi(4, 0, 1, 1), "c");
        one.setPosition(2, 3, 4);
        Roi index = named(new Roi(6, 0, 1, 1), "d");
        index.setPosition(hyper.getStackIndex(2, 1, 2));
        List<LabelPlane> planes = draw(hyper, 0, slice, frame, one, index).planes();
        assertEquals(12, planes.size());
        for (int i = 0; i < 12; i++) {
            int z = i % 3 + 1;
            int t = i / 3 + 1;
            assertEquals(z == 2 ? 1 : 0, planes.get(i).get(0, 0));
            assertEquals(t == 3 ? 2 : 0, planes.get(i).get(2, 0));
            assertEquals(z == 3 && t == 4 ? 3 : 0, planes.get(i).get(4, 0));
            assertEquals(z == 1 && t == 2 ? 4 : 0, planes.get(i).get(6, 0));
        }
    }

    @Test
    public void aSingleImageTakesRoisOfAnyPosition() {
        Roi roi = named(new Roi(0, 0, 2, 2), "a");
        roi.setPosition(7);
        assertEquals(4, count(plane(roi), 1));
    }

    @Test
    public void whatLiesOutsideIsSaid() {
        Roi part = named(new Roi(-5, -5, 10, 10), "a");
        Roi outside = named(new Roi(100, 100, 10, 10), "a");
        RoiLabels labels = draw(image, 0, part, outside);
        assertEquals(25, count(labels.planes().get(0), 1));
        assertTrue(labels.notes().toString(), labels.notes().get(0).contains("1 ROI lies outside"));
        String message = assertThrows(ImageException.class, () -> draw(image, 0, outside))
                .getMessage();
        assertTrue(message, message.contains("No ROI marks a pixel of \"cells\""));
    }

    @Test
    public void textsAreNoMarks() {
        Roi area = new Roi(0, 0, 2, 2);
        assertEquals(List.of(area), RoiLabels.marks(List.of(new TextRoi(3, 3, "20 um"), area)));
    }

    @Test
    public void roisAndImageStayAsTheyAre() {
        Line line = named(new Line(5, 10, 25, 10), "line");
        line.setStrokeWidth(3);
        plane(line);
        assertEquals(3, line.getStrokeWidth(), 0);
        assertEquals("line", line.getName());
        assertEquals(0, image.getProcessor().getStats().max, 0);
    }
}
