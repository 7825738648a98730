package org.jointattention.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import org.jointattention.image.Symmetry;
import org.junit.Test;

public class WarpTest {
    private static final int SIZE = 64;
    private static final int CLASSES = 5;

    private static PatchTarget target(int size, int channels) {
        return new PatchTarget(new float[size * size * channels], new byte[size * size], channels, 0, size * size);
    }

    private static Geometry geometry(Augmentation augmentation, int size, long seed) {
        Geometry geometry = new Geometry(augmentation, size);
        geometry.draw(FastRandom.of(seed));
        return geometry;
    }

    @Test
    public void theIdentityIsAnExactCopy() {
        Sample sample = Patches.noise(100, 90, 3, CLASSES);
        PatchTarget target = target(20, 3);
        new Warp(20).copy(sample, 7, 50, Symmetry.IDENTITY, target);
        for (int y = 0; y < 20; y++) {
            for (int x = 0; x < 20; x++) {
                assertEquals(sample.label(7 + x, 50 + y), target.labels()[y * 20 + x]);
                for (int c = 0; c < 3; c++) {
                    assertEquals(sample.image().get(7 + x, 50 + y, c), target.images()[(y * 20 + x) * 3 + c], 0);
                }
            }
        }
    }

    @Test
    public void orientationsAreWhatTheirNamesSay() {
        Sample sample = Patches.encoded(2, 2, 1, new byte[] {1, 2, 3, 4});
        byte[][] expected = {
            {1, 2, 3, 4}, {2, 1, 4, 3}, {3, 4, 1, 2}, {4, 3, 2, 1},
            {1, 3, 2, 4}, {2, 4, 1, 3}, {3, 1, 4, 2}, {4, 2, 3, 1}
        };
        for (Symmetry orientation : Symmetry.values()) {
            PatchTarget target = target(2, 1);
            new Warp(2).copy(sample, 0, 0, orientation, target);
            assertArrayEquals(orientation.name(), expected[orientation.ordinal()], target.labels());
        }
    }

    @Test
    public void labelsMoveWithTheImageUnderEveryOrientation() {
        Sample sample = Patches.encoded(90, 70, 2, Patches.random(90 * 70, CLASSES));
        for (Symmetry orientation : Symmetry.values()) {
            PatchTarget target = target(SIZE, 2);
            new Warp(SIZE).copy(sample, 11, 3, orientation, target);
            for (int i = 0; i < SIZE * SIZE; i++) {
                assertEquals(target.labels()[i], target.images()[2 * i], 0);
                assertEquals(target.labels()[i] + 100, target.images()[2 * i + 1], 0);
            }
        }
    }

    @Test
    public void resamplingWithoutChangeEqualsTheCopy() {
        Sample sample = Patches.noise(40, 30, 2, CLASSES);
        Augmentation all = Augmentation.none().withSymmetries(Symmetries.all());
        for (int seed = 0; seed < 30; seed++) {
            Geometry geometry = geometry(all, 25, seed);
            assertTrue(geometry.isExact());
            PatchTarget copied = target(25, 2);
            PatchTarget resampled = target(25, 2);
            new Warp(25).copy(sample, -4, 11, geometry.orientation(), copied);
            new Warp(25).resample(sample, -4, 11, geometry, resampled);
            assertArrayEquals(copied.labels(), resampled.labels());
            assertArrayEquals(copied.images(), resampled.images(), 1e-5f);
        }
    }

    @Test
    public void labelsMoveWithTheImageUnderEveryGeometry() {
        byte[] labels = Patches.blocks(300, 200, 30, CLASSES);
        Augmentation everything = Patches.everything().withSymmetries(Symmetries.all());
        for (int channels = 1; channels <= 2; channels++) {
            Sample sample = Patches.encoded(300, 200, channels, labels);
            for (int seed = 0; seed < 30; seed++) {
                PatchTarget target = target(SIZE, channels);
                Geometry geometry = geometry(everything, SIZE, seed);
                new Warp(SIZE).resample(sample, 90, 60, geometry, target);
                assertAgreement(target, channels);
            }
        }
    }

    /** Where a value is whole, no edge is near: there the label must be it. */
    private static void assertAgreement(PatchTarget target, int channels) {
        int away = 0;
        int agreeing = 0;
        for (int i = 0; i < SIZE * SIZE; i++) {
            float value = target.images()[i * channels];
            if (Math.abs(value - Math.round(value)) < 1e-4) {
                away++;
                agreeing += Math.round(value) == target.labels()[i] ? 1 : 0;
            }
        }
        assertTrue("only " + away + " pixels away from edges", away > 0.7 * SIZE * SIZE);
        assertTrue(agreeing + " of " + away + " agree", agreeing >= 0.995 * away);
    }

    @Test
    public void labelsAreNearestAtTheEdgesToo() {
        Sample sample = Patches.encoded(300, 200, 1, Patches.blocks(300, 200, 30, 2));
        int edge = 0;
        int agreeing = 0;
        for (int seed = 0; seed < 20; seed++) {
            PatchTarget target = target(SIZE, 1);
            new Warp(SIZE).resample(sample, 90, 60, geometry(Patches.everything(), SIZE, seed), target);
            for (int i = 0; i < SIZE * SIZE; i++) {
                float value = target.images()[i];
                if (value > 0.01 && value < 0.99) {
                    edge++;
                    agreeing += (value > 0.5 ? 1 : 0) == target.labels()[i] ? 1 : 0;
                }
            }
        }
        assertTrue(agreeing + " of " + edge + " edge pixels agree", edge > 1000 && agreeing >= 0.97 * edge);
    }

    @Test
    public void rotationAndScaleKeepShapesInEveryOrientation() {
        Augmentation similar = Augmentation.none()
                .withSymmetries(Symmetries.all())
                .with(Effect.ROTATION, -180, 180, 1)
                .with(Effect.SCALE, 2, 2, 1);
        float[][] rows = new float[4][SIZE];
        for (int seed = 0; seed < 50; seed++) {
            Geometry geometry = geometry(similar, SIZE, seed);
            geometry.row(0, 5, 6, rows[0], rows[1]);
            geometry.row(1, 5, 6, rows[2], rows[3]);
            double alongX = rows[0][1] - rows[0][0];
            double alongY = rows[1][1] - rows[1][0];
            double downX = rows[2][0] - rows[0][0];
            double downY = rows[3][0] - rows[1][0];
            assertEquals(0.5, Math.hypot(alongX, alongY), 1e-4);
            assertEquals(0.5, Math.hypot(downX, downY), 1e-4);
            assertEquals("right angle", 0, alongX * downX + alongY * downY, 1e-4);
        }
    }

    @Test
    public void rotationTurnsAboutTheMiddle() {
        byte[] labels = new byte[81 * 81];
        labels[40 * 81 + 40] = 3;
        Sample sample = Patches.encoded(81, 81, 1, labels);
        Augmentation turn = Augmentation.none().with(Effect.ROTATION, -180, 180, 1);
        for (int seed = 0; seed < 10; seed++) {
            PatchTarget target = target(21, 1);
            new Warp(21).resample(sample, 30, 30, geometry(turn, 21, seed), target);
            assertEquals(3, target.labels()[10 * 21 + 10]);
            assertEquals(3, target.images()[10 * 21 + 10], 1e-4);
        }
    }

    @Test
    public void rotationByNinetyDegreesIsAQuarterTurn() {
        Sample sample = Patches.noise(60, 60, 1, CLASSES);
        Augmentation quarter = Augmentation.none().with(Effect.ROTATION, 90, 90, 1);
        PatchTarget rotated = target(20, 1);
        PatchTarget turned = target(20, 1);
        new Warp(20).resample(sample, 20, 20, geometry(quarter, 20, 1), rotated);
        new Warp(20).copy(sample, 20, 20, Symmetry.TURN_90, turned);
        PatchTarget other = target(20, 1);
        new Warp(20).copy(sample, 20, 20, Symmetry.TURN_270, other);
        boolean right = Arrays.equals(rotated.labels(), turned.labels());
        assertNotEquals(right, Arrays.equals(rotated.labels(), other.labels()));
        assertArrayEquals((right ? turned : other).images(), rotated.images(), 1e-4f);
    }

    @Test
    public void scaleMagnifies() {
        byte[] labels = new byte[100 * 100];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (Math.abs(i % 100 - 49.5) < 10 && Math.abs(i / 100 - 49.5) < 10 ? 1 : 0);
        }
        Augmentation twice = Augmentation.none().with(Effect.SCALE, 2, 2, 1);
        PatchTarget target = target(50, 1);
        new Warp(50).resample(Patches.encoded(100, 100, 1, labels), 25, 25, geometry(twice, 50, 1), target);
        int ones = 0;
        for (byte label : target.labels()) {
            ones += label;
        }
        assertEquals(1600, ones);
    }

    @Test
    public void elasticDisplacementIsSmoothAndNeverBeyondItsAmplitude() {
        Augmentation elastic = Augmentation.none().with(Effect.ELASTIC, 8, 8, 1);
        float[] xs = new float[SIZE];
        float[] ys = new float[SIZE];
        float[] above = new float[SIZE];
        double greatest = 0;
        for (int seed = 0; seed < 20; seed++) {
            Geometry geometry = geometry(elastic, SIZE, seed);
            for (int y = 0; y < SIZE; y++) {
                geometry.row(y, 0, 0, xs, ys);
                for (int x = 0; x < SIZE; x++) {
                    greatest = Math.max(greatest, Math.max(Math.abs(xs[x] - x), Math.abs(ys[x] - y)));
                    assertTrue("folds", x == 0 || xs[x] > xs[x - 1]);
                    assertTrue("folds", y == 0 || ys[x] > above[x]);
                }
                System.arraycopy(ys, 0, above, 0, SIZE);
            }
        }
        assertTrue("" + greatest, greatest > 3 && greatest <= 8);
    }

    @Test
    public void mirrorsAtTheBorder() {
        Sample sample = Patches.encoded(3, 1, 1, new byte[] {1, 2, 3});
        PatchTarget target = target(9, 1);
        new Warp(9).copy(sample, -3, -4, Symmetry.IDENTITY, target);
        byte[] row = {2, 3, 2, 1, 2, 3, 2, 1, 2};
        for (int y = 0; y < 9; y++) {
            assertArrayEquals(row, Arrays.copyOfRange(target.labels(), y * 9, y * 9 + 9));
        }
    }

    @Test
    public void oneRowAndOnePixelImagesAreDefinedUnderEveryGeometry() {
        int[][] shapes = {{1, 1}, {1, 7}, {7, 1}, {2, 2}};
        for (int[] shape : shapes) {
            Sample sample = Patches.noise(shape[0], shape[1], 2, CLASSES);
            for (int seed = 0; seed < 10; seed++) {
                PatchTarget target = target(16, 2);
                new Warp(16).resample(sample, -5, -6, geometry(Patches.everything(), 16, seed), target);
                for (float value : target.images()) {
                    assertTrue(value >= -0.5f && value <= 1.5f);
                }
            }
        }
    }
}
