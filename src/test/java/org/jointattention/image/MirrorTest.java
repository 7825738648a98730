package org.jointattention.image;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class MirrorTest {
    @Test
    public void bordersAreNotRepeated() {
        assertArrayEquals(new int[] {2, 1, 0, 1, 2, 3, 2, 1, 0, 1}, Mirror.indices(-2, 10, 4));
    }

    @Test
    public void twoPixelsAlternate() {
        assertArrayEquals(new int[] {1, 0, 1, 0, 1}, Mirror.indices(-1, 5, 2));
    }

    @Test
    public void onePixelIsRepeated() {
        assertArrayEquals(new int[] {0, 0, 0, 0}, Mirror.indices(-2, 4, 1));
    }

    @Test
    public void farAwayIsDefined() {
        assertEquals(1, Mirror.index(6_000_000_001L, 4));
        assertEquals(0, Mirror.index(-6_000_000_000L, 4));
    }
}
