package org.jointattention.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.jointattention.image.Symmetry;
import org.junit.Test;

public class SymmetriesTest {
    private static List<Symmetry> orientations(boolean flipX, boolean flipY, boolean turns) {
        return Symmetries.of(flipX, flipY, turns, 0).orientations();
    }

    @Test
    public void noneIsTheIdentityAlone() {
        assertEquals(List.of(Symmetry.IDENTITY), Symmetries.none().orientations());
    }

    @Test
    public void allAreTheEightOfTheSquare() {
        assertEquals(8, new HashSet<>(Symmetries.all().orientations()).size());
        assertEquals(8, orientations(true, false, true).size());
    }

    @Test
    public void oneFlipIsTwo() {
        assertEquals(List.of(Symmetry.IDENTITY, Symmetry.FLIP_X), orientations(true, false, false));
        assertEquals(List.of(Symmetry.IDENTITY, Symmetry.FLIP_Y), orientations(false, true, false));
    }

    @Test
    public void bothFlipsGiveTheHalfTurnToo() {
        assertEquals(
                Arrays.asList(Symmetry.IDENTITY, Symmetry.FLIP_X, Symmetry.FLIP_Y, Symmetry.TURN_180),
                orientations(true, true, false));
    }

    @Test
    public void turnsDoNotMirror() {
        assertEquals(
                Arrays.asList(Symmetry.IDENTITY, Symmetry.TURN_180, Symmetry.TURN_270, Symmetry.TURN_90),
                orientations(false, false, true));
    }

    @Test
    public void refusesImpossibleAngles() {
        for (double angle : new double[] {-1, 181, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> Symmetries.of(false, false, false, angle));
        }
    }

    @Test
    public void equalWhereAllIsEqual() {
        assertEquals(Symmetries.all(), Symmetries.of(true, true, true, 180));
        assertEquals(
                Symmetries.all().hashCode(),
                Symmetries.of(true, true, true, 180).hashCode());
        assertNotEquals(Symmetries.all(), Symmetries.of(true, true, true, 90));
    }
}
