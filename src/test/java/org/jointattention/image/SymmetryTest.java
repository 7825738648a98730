package org.jointattention.image;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.Test;

public class SymmetryTest {
    private static final float[] SQUARE = {1, 2, 3, 4, 5, 6, 7, 8, 9};

    @Test
    public void undoUndoes() {
        for (Symmetry symmetry : Symmetry.values()) {
            float[] transformed = new float[20];
            float[] restored = new float[18];
            float[] image = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18};
            symmetry.apply(image, transformed, 2, 3, 3, 2);
            symmetry.undo(transformed, 2, restored, 3, 3, 2);
            assertArrayEquals(symmetry.name(), image, restored, 0);
        }
    }

    @Test
    public void allEightAreDifferent() {
        Set<String> results = new HashSet<>();
        for (Symmetry symmetry : Symmetry.values()) {
            results.add(Arrays.toString(apply(symmetry)));
        }
        assertEquals(8, results.size());
    }

    @Test
    public void namesAreRight() {
        assertArrayEquals(new float[] {3, 2, 1, 6, 5, 4, 9, 8, 7}, apply(Symmetry.FLIP_X), 0);
        assertArrayEquals(new float[] {1, 4, 7, 2, 5, 8, 3, 6, 9}, apply(Symmetry.TRANSPOSE), 0);
        assertArrayEquals(new float[] {7, 4, 1, 8, 5, 2, 9, 6, 3}, apply(Symmetry.TURN_90), 0);
        assertArrayEquals(new float[] {9, 8, 7, 6, 5, 4, 3, 2, 1}, apply(Symmetry.TURN_180), 0);
    }

    @Test
    public void flipsWorkOnAnyRectangle() {
        float[] flipped = new float[6];
        Symmetry.FLIP_Y.apply(new float[] {1, 2, 3, 4, 5, 6}, flipped, 0, 2, 3, 1);
        assertArrayEquals(new float[] {4, 5, 6, 1, 2, 3}, flipped, 0);
    }

    private static float[] apply(Symmetry symmetry) {
        float[] target = new float[9];
        symmetry.apply(SQUARE, target, 0, 3, 3, 1);
        return target;
    }
}
