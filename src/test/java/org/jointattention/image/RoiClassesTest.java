package org.jointattention.image;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.gui.Roi;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.After;
import org.junit.Test;

/** Which class a ROI has, and its number. */
public class RoiClassesTest {
    @After
    public void forgetGroupNames() {
        Roi.setGroupNames(null);
    }

    private static List<Roi> named(String... names) {
        List<Roi> rois = new ArrayList<>();
        for (String name : names) {
            Roi roi = new Roi(0, 0, 1, 1);
            roi.setName(name);
            rois.add(roi);
        }
        return rois;
    }

    private static List<Roi> grouped(int... groups) {
        List<Roi> rois = new ArrayList<>();
        for (int group : groups) {
            Roi roi = new Roi(0, 0, 1, 1);
            roi.setGroup(group);
            rois.add(roi);
        }
        return rois;
    }

    private static List<Roi> coloured(Color... colours) {
        List<Roi> rois = new ArrayList<>();
        for (Color colour : colours) {
            Roi roi = new Roi(0, 0, 1, 1);
            roi.setStrokeColor(colour);
            rois.add(roi);
        }
        return rois;
    }

    private static String names(RoiClasses classes) {
        return classes.classes().stream().map(Object::toString).collect(Collectors.joining(","));
    }

    private static String numbers(RoiClasses classes, List<Roi> rois) {
        return rois.stream().map(roi -> Integer.toString(classes.number(roi))).collect(Collectors.joining(","));
    }

    private static String refusal(List<Roi> rois, RoiKey key, String list) {
        return assertThrows(ImageException.class, () -> RoiClasses.of(rois, key, list))
                .getMessage();
    }

    @Test
    public void namesAreSortedAndNumbersAtTheirEndDoNotCount() {
        List<Roi> rois = named("nucleus", "border-1", "Nucleus-2", "BACKGROUND", "border 7");
        RoiClasses classes = RoiClasses.of(rois, RoiKey.NAME, " ");
        assertEquals("background,border,nucleus", names(classes));
        assertEquals("2,1,2,0,1", numbers(classes, rois));
    }

    @Test
    public void aListGivesTheOrder() {
        List<Roi> rois = named("nucleus", "border-1");
        assertEquals("1,2", numbers(RoiClasses.of(rois, RoiKey.NAME, "background, nucleus, border"), rois));
        RoiClasses without = RoiClasses.of(rois, RoiKey.NAME, "border, other ,nucleus");
        assertEquals("background,border,other,nucleus", names(without));
        assertEquals("3,1", numbers(without, rois));
    }

    @Test
    public void coloursMayBeCalledByAName() {
        List<Roi> rois = coloured(Color.yellow, Color.blue, new Color(0x123456));
        RoiClasses found = RoiClasses.of(rois, RoiKey.COLOUR, "");
        assertEquals("background,#123456,blue,yellow", names(found));
        assertEquals("3,2,1", numbers(found, rois));
        RoiClasses listed = RoiClasses.of(rois, RoiKey.COLOUR, "nucleus=yellow, border=#123456, background=Blue");
        assertEquals("background,nucleus,border", names(listed));
        assertEquals("1,0,2", numbers(listed, rois));
    }

    @Test
    public void groupsWithoutNamesKeepTheirNumbers() {
        List<Roi> rois = grouped(3, 1, 12);
        RoiClasses classes = RoiClasses.of(rois, RoiKey.GROUP, "");
        assertEquals("3,1,12", numbers(classes, rois));
        assertEquals(13, classes.classes().size());
        assertEquals("group 12", classes.classes().get(12).name());
        assertEquals("1,0,2", numbers(RoiClasses.of(rois, RoiKey.GROUP, "background=1, a=3, b=12"), rois));
    }

    @Test
    public void groupsMayHaveNames() {
        Roi.setGroupNames("background,nucleus");
        List<Roi> rois = grouped(2, 1);
        assertEquals("1,0", numbers(RoiClasses.of(rois, RoiKey.GROUP, ""), rois));
    }

    @Test
    public void roisWithoutAClassAreRefused() {
        String message = refusal(named("nucleus", null, "0012-0345-0678"), RoiKey.NAME, "");
        assertTrue(message, message.startsWith("2 of 3 ROIs have no name"));
        assertTrue(message, message.contains("number 2, number 3 ('0012-0345-0678')"));
        assertTrue(refusal(grouped(0, 1), RoiKey.GROUP, "").contains("no group"));
        assertTrue(refusal(coloured(Color.red, null), RoiKey.COLOUR, "").contains("no colour"));
    }

    @Test
    public void classesThatAreNotListedAreRefused() {
        String message = refusal(named("nucleus", "cell", "border"), RoiKey.NAME, "background,nucleus");
        assertTrue(message, message.contains("border, cell"));
        assertTrue(message, message.contains("The list has background, nucleus"));
        assertTrue(refusal(named("a"), RoiKey.NAME, "a,,b").contains("empty name"));
        assertTrue(refusal(named("a"), RoiKey.NAME, "a,A").contains("twice"));
    }

    @Test
    public void tooManyClassesAreRefused() {
        List<Roi> rois = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            rois.addAll(named("object" + i + "x"));
        }
        assertTrue(refusal(rois, RoiKey.NAME, "").contains("301 classes"));
    }

    @Test
    public void keysAreRead() {
        Arrays.asList(RoiKey.values()).forEach(key -> assertEquals(key, RoiKey.parse(key.toString())));
        assertThrows(ImageException.class, () -> RoiKey.parse("size"));
    }
}
