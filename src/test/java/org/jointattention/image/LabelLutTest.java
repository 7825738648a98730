package org.jointattention.image;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jointattention.model.LabelClass;
import org.junit.Test;

public class LabelLutTest {
    @Test
    public void allColoursDiffer() {
        Set<Integer> colours = new HashSet<>();
        for (int i = 0; i < 256; i++) {
            colours.add(LabelLut.colour(i));
        }
        assertEquals(256, colours.size());
        assertEquals(0, LabelLut.colour(0));
    }

    @Test
    public void firstColoursAreKnownAndTheRestNeverChange() {
        assertEquals(0xe69f00, LabelLut.colour(1));
        assertEquals(0xcc79a7, LabelLut.colour(7));
        int[] again = DistinctColours.extend(new int[] {0}, 20);
        assertTrue(Arrays.equals(again, DistinctColours.extend(new int[] {0}, 20)));
    }

    @Test
    public void chosenColoursAreBrightEnoughForBlack() {
        for (int i = 1; i < 256; i++) {
            int rgb = LabelLut.colour(i);
            assertTrue(i + "", (rgb >> 16) + (rgb >> 8 & 0xff) + (rgb & 0xff) > 150);
        }
    }

    @Test
    public void classesComeFirst() {
        List<LabelClass> classes = Arrays.asList(new LabelClass("a", 0x010203), new LabelClass("b", 0xfffefd));
        assertEquals(0x010203, LabelLut.of(classes).getRGB(0) & 0xffffff);
        assertEquals(0xfffefd, LabelLut.of(classes).getRGB(1) & 0xffffff);
        assertEquals(LabelLut.colour(2), LabelLut.of(classes).getRGB(2) & 0xffffff);
    }

    @Test
    public void largeLabelsAreNeverBlack() {
        for (int label : new int[] {255, 256, 510, 511, 100_000}) {
            assertTrue(LabelLut.colour(label) != 0);
        }
        assertEquals(LabelLut.colour(1), LabelLut.colour(256));
    }
}
