package org.jointattention.image;

import static org.junit.Assert.assertArrayEquals;

import java.util.Random;
import org.junit.Test;

public class ObjectCounterTest {
    private static void check(ObjectCounter counter, LabelPlane... planes) {
        long[] objects = new long[4];
        long[] pixels = new long[4];
        for (LabelPlane plane : planes) {
            counter.add(plane);
            for (LabelObject object : LabelObjects.of(plane)) {
                objects[object.label()]++;
                pixels[object.label()] += object.area();
            }
        }
        assertArrayEquals(objects, counter.objects());
        assertArrayEquals(pixels, counter.pixels());
    }

    private static LabelPlane random(int width, int height, int share, long seed) {
        Random random = new Random(seed);
        byte[] values = new byte[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (random.nextInt(10) < share ? 1 + random.nextInt(3) : 0);
        }
        return new LabelPlane(width, height, values);
    }

    @Test
    public void countsWhatIsFoundByKeepingAllObjects() {
        for (int share = 0; share <= 10; share++) {
            for (int width : new int[] {1, 2, 3, 17, 150}) {
                check(
                        new ObjectCounter(4),
                        random(width, 40, share, share),
                        random(width, 1, share, 7),
                        random(3, width, share, 9));
            }
        }
    }

    @Test
    public void armsThatMeetLateAreOneObject() {
        int[] rows = {0b1010101, 0b1010101, 0b1110111, 0b0010100, 0b0011100};
        byte[] values = new byte[35];
        for (int i = 0; i < 35; i++) {
            values[i] = (byte) (rows[i / 7] >> (6 - i % 7) & 1);
        }
        ObjectCounter counter = new ObjectCounter(4);
        check(counter, new LabelPlane(7, 5, values));
        assertArrayEquals(new long[] {0, 1, 0, 0}, counter.objects());
    }

    private static byte[] row(LabelPlane plane, int y) {
        byte[] row = new byte[plane.width()];
        for (int x = 0; x < row.length; x++) {
            row[x] = (byte) plane.get(x, y);
        }
        return row;
    }

    @Test
    public void rowsCountAsPlanesDo() {
        ObjectCounter planes = new ObjectCounter(4);
        ObjectCounter rows = new ObjectCounter(4);
        for (int share = 1; share < 10; share++) {
            LabelPlane plane = random(90, 70, share, share);
            planes.add(plane);
            rows.begin();
            for (int y = 0; y < plane.height(); y++) {
                rows.add(row(plane, y));
            }
        }
        assertArrayEquals(planes.objects(), rows.objects());
        assertArrayEquals(planes.pixels(), rows.pixels());
    }

    /** Numbers of components that ended are used again, and two combs that meet at the very end are still one. */
    @Test
    public void manyObjectsBelowEachOther() {
        ObjectCounter counter = new ObjectCounter(2);
        for (int y = 0; y < 30_000; y++) {
            byte edge = (byte) (y < 29_999 ? 0 : 1);
            byte dot = (byte) (y % 2);
            counter.add(new byte[] {1, edge, edge, 0, dot, 0, dot, 0, edge, edge, 1});
        }
        counter.add(new byte[] {0, 0, 0, 1, 1, 1, 1, 1, 0, 0, 0});
        assertArrayEquals(new long[] {0, 1 + 2 * 14_999}, counter.objects());
    }
}
