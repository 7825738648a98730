package org.jointattention.evaluation;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertThrows;

import org.junit.Test;

public class BinaryMaskTest {
    @Test
    public void theSurfaceOfASquareIsItsRing() {
        int[] surface =
                Masks.binary(".....", ".111.", ".111.", ".111.", ".....").surface();
        assertArrayEquals(new int[] {6, 7, 8, 11, 13, 16, 17, 18}, surface);
    }

    @Test
    public void theBorderOfTheImageIsASurface() {
        assertArrayEquals(
                new int[] {0, 1, 2, 3, 5, 6, 7, 8},
                Masks.binary("111", "111", "111").surface());
    }

    @Test
    public void aDiagonalNeighbourInTheBackgroundMakesNoSurface() {
        int[] surface =
                Masks.binary(".1111", "11111", "11111", "11111", "11111").surface();
        // Pixel 6 touches the background pixel 0 at a corner only.
        assertArrayEquals(new int[] {1, 2, 3, 4, 5, 9, 10, 14, 15, 19, 20, 21, 22, 23, 24}, surface);
    }

    @Test
    public void nothingHasNoSurface() {
        assertArrayEquals(new int[0], Masks.binary("..", "..").surface());
        assertArrayEquals(new int[0], new BinaryMask(0, 0, new boolean[0]).surface());
    }

    @Test
    public void refusesAWrongNumberOfPixels() {
        assertThrows(IllegalArgumentException.class, () -> new BinaryMask(2, 2, new boolean[3]));
    }
}
