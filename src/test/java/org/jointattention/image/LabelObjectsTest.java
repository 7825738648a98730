package org.jointattention.image;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import java.awt.Rectangle;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jointattention.model.LabelClass;
import org.junit.Test;

public class LabelObjectsTest {
    private static LabelPlane plane(String... rows) {
        byte[] labels = new byte[rows.length * rows[0].length()];
        for (int i = 0; i < labels.length; i++) {
            char c = rows[i / rows[0].length()].charAt(i % rows[0].length());
            labels[i] = (byte) (c == '.' ? 0 : c - '0');
        }
        return new LabelPlane(rows[0].length(), rows.length, labels);
    }

    @Test
    public void pixelsThatTouchDiagonallyBelongTogether() {
        List<LabelObject> objects = LabelObjects.of(plane("1..1", ".1..", "..1.", "1..."));
        assertEquals(
                Arrays.asList(3, 1, 1), objects.stream().map(LabelObject::area).collect(Collectors.toList()));
        assertEquals(new Rectangle(0, 0, 3, 3), objects.get(0).bounds());
        assertEquals(1.5, objects.get(0).x(), 1e-12);
        assertEquals(1.5, objects.get(0).y(), 1e-12);
    }

    @Test
    public void classesThatTouchAreApart() {
        List<LabelObject> objects = LabelObjects.of(plane("1122", "2211"));
        assertEquals(
                Arrays.asList(1, 2), objects.stream().map(LabelObject::label).collect(Collectors.toList()));
        assertEquals(4, objects.get(0).area());
    }

    @Test
    public void armsThatMeetBelowAreOneObject() {
        assertEquals(1, LabelObjects.of(plane("1.1.1", "1.1.1", "11111")).size());
        assertEquals(2, LabelObjects.of(plane("1.1.1", "1.1.1", "111.1")).size());
        assertTrue(LabelObjects.of(plane("....")).isEmpty());
    }

    @Test
    public void outlinesAreThePixelsThemselves() {
        LabelPlane ring = plane(".....", ".111.", ".1.1.", ".111.", "....1");
        LabelObject object = LabelObjects.of(ring).get(0);
        assertEquals(9, object.area());
        Roi roi = object.outline();
        assertEquals(new Rectangle(1, 1, 4, 4), roi.getBounds());
        for (int i = 0; i < ring.size(); i++) {
            assertEquals("pixel " + i, ring.get(i) == 1, roi.contains(i % 5, i / 5));
        }
        Roi square = LabelObjects.of(plane("....", ".11.", ".11.")).get(0).outline();
        assertEquals(new Rectangle(1, 1, 2, 2), square.getBounds());
    }

    @Test
    public void randomPlanesAgreeWithAFloodFill() {
        Random random = new Random(4);
        for (int trial = 0; trial < 50; trial++) {
            int width = 1 + random.nextInt(30);
            int height = 1 + random.nextInt(30);
            byte[] labels = new byte[width * height];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = (byte) Math.max(0, random.nextInt(5) - 2);
            }
            List<Integer> areas = LabelObjects.of(new LabelPlane(width, height, labels)).stream()
                    .map(LabelObject::area)
                    .collect(Collectors.toList());
            assertEquals(flooded(labels, width, height), areas);
        }
    }

    private static List<Integer> flooded(byte[] labels, int width, int height) {
        byte[] left = labels.clone();
        List<Integer> areas = new java.util.ArrayList<>();
        for (int i = 0; i < left.length; i++) {
            if (left[i] != 0) {
                areas.add(flood(left, width, height, i));
            }
        }
        return areas;
    }

    private static int flood(byte[] labels, int width, int height, int seed) {
        byte label = labels[seed];
        int area = 0;
        Deque<Integer> open = new ArrayDeque<>(List.of(seed));
        labels[seed] = 0;
        while (!open.isEmpty()) {
            int pixel = open.pop();
            area++;
            for (int y = Math.max(0, pixel / width - 1); y <= Math.min(height - 1, pixel / width + 1); y++) {
                for (int x = Math.max(0, pixel % width - 1); x <= Math.min(width - 1, pixel % width + 1); x++) {
                    if (labels[y * width + x] == label) {
                        labels[y * width + x] = 0;
                        open.push(y * width + x);
                    }
                }
            }
        }
        return area;
    }

    @Test
    public void numbersGoOnFromPlaneToPlane() {
        List<NumberedObject> objects = NumberedObject.of(List.of(plane("1.2"), plane("2.1")));
        assertEquals(
                Arrays.asList("0:1:1", "0:2:1", "1:2:2", "1:1:2"),
                objects.stream()
                        .map(o -> o.plane() + ":" + o.label() + ":" + o.number())
                        .collect(Collectors.toList()));
    }

    @Test
    public void areasAreSummedByClass() {
        List<LabelClass> classes = List.of(new LabelClass("b", 0), new LabelClass("p", 1), new LabelClass("q", 2));
        List<ClassArea> areas = ClassArea.of(List.of(plane("11.1"), plane("1...")), classes);
        assertEquals(2, areas.size());
        assertEquals("p", areas.get(0).name());
        assertEquals(3, areas.get(0).objects());
        assertEquals(4, areas.get(0).pixels());
        assertEquals(0, areas.get(1).objects());
    }

    @Test
    public void outlinesLieInTheImageWhereTheLabelsDo() {
        ImagePlus image = new ImagePlus("z", ij.ImageStack.create(20, 20, 3, 8));
        List<LabelClass> classes = List.of(new LabelClass("b", 0), new LabelClass("p", 0xff0000));
        LabelRois rois = new LabelRois(image, 5, 7, classes);
        Roi roi = rois.outline(LabelObjects.of(plane("...", ".11")).get(0), "p 1", 2);
        assertEquals(new Rectangle(6, 8, 2, 1), roi.getBounds());
        assertEquals(3, roi.getPosition());
        assertEquals(1, roi.getGroup());
        assertEquals("p 1", roi.getName());
        assertEquals(0xff0000, roi.getStrokeColor().getRGB() & 0xffffff);
        ImagePlus single = new ImagePlus("x", new ByteProcessor(20, 20));
        Roi alone = new LabelRois(single, 0, 0, classes)
                .outline(LabelObjects.of(plane("1")).get(0), "p 1", 0);
        assertEquals(0, alone.getPosition());
    }
}
