package org.jointattention.image;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.Test;

public class FloatPlaneTest {
    private final FloatPlane plane = new FloatPlane(3, 2, 2, new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});

    @Test
    public void viewHasTheAxesXThenYThenChannel() {
        RandomAccessibleInterval<FloatType> view = plane.view();
        assertArrayEquals(new long[] {3, 2, 2}, view.dimensionsAsLongArray());
        for (int y = 0; y < 2; y++) {
            for (int x = 0; x < 3; x++) {
                assertEquals(plane.get(x, y, 0), view.getAt(x, y, 0).get(), 0);
                assertEquals(plane.get(x, y, 1), view.getAt(x, y, 1).get(), 0);
            }
        }
        assertEquals(9, view.getAt(1, 1, 1).get(), 0);
    }

    @Test
    public void viewIsNoCopy() {
        plane.values()[9] = -1;
        assertEquals(-1, plane.view().getAt(1, 1, 1).get(), 0);
    }

    @Test
    public void refusesValuesThatDoNotFit() {
        assertThrows(IllegalArgumentException.class, () -> new FloatPlane(3, 2, 2, new float[11]));
    }
}
