package org.jointattention.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.Test;

public class PatchMakerTest {
    private static final int SIZE = 16;
    private static final int BATCH = 12;

    /** Distinct patches of one batch, and first patches of as many steps; the position is always the same. */
    private static int[] distinct(Augmentation augmentation, long seed) {
        DataSet data = Patches.data(Patches.noise(SIZE, SIZE, 1, 3), 3);
        BatchOptions options = BatchOptions.of(BATCH, SIZE, seed).withAugmentation(augmentation);
        Set<FloatBuffer> ofBatch = new HashSet<>();
        Set<FloatBuffer> ofSteps = new HashSet<>();
        for (int i = 0; i < BATCH; i++) {
            ofBatch.add(patch(Patches.batch(data, options, 3), i));
            ofSteps.add(patch(Patches.batch(data, options, i), 0));
        }
        return new int[] {ofBatch.size(), ofSteps.size()};
    }

    private static FloatBuffer patch(Batch batch, int index) {
        int pixels = SIZE * SIZE;
        return FloatBuffer.wrap(Arrays.copyOfRange(batch.images(), index * pixels, (index + 1) * pixels));
    }

    @Test
    public void withoutAugmentationAllPatchesOfOnePlaceAreAlike() {
        assertArrayEquals(new int[] {1, 1}, distinct(Augmentation.none(), 1));
    }

    @Test
    public void greyValuesChangeWithStepAndIndex() {
        Augmentation noise = Augmentation.none().with(Effect.NOISE, 0.1, 0.1, 1);
        assertArrayEquals(new int[] {BATCH, BATCH}, distinct(noise, 1));
        Augmentation brightness = Augmentation.none().with(Effect.BRIGHTNESS, -1, 1, 1);
        assertArrayEquals(new int[] {BATCH, BATCH}, distinct(brightness, 1));
    }

    @Test
    public void geometryChangesWithStepAndIndex() {
        Augmentation rotation = Augmentation.none().with(Effect.ROTATION, -180, 180, 1);
        assertArrayEquals(new int[] {BATCH, BATCH}, distinct(rotation, 1));
        int[] flips = distinct(Augmentation.none().withSymmetries(Symmetries.all()), 1);
        assertTrue(flips[0] > 3 && flips[0] <= 8);
        assertTrue(flips[1] > 3 && flips[1] <= 8);
    }

    @Test
    public void everyOrientationComesEquallyOften() {
        Sample sample = Patches.encoded(2, 2, 1, new byte[] {1, 2, 3, 4});
        Augmentation all = Augmentation.none().withSymmetries(Symmetries.all());
        BatchOptions options = BatchOptions.of(800, 2, 5).withAugmentation(all);
        Batch batch = Patches.batch(Patches.data(sample, 5), options, 0);
        int[] counts = new int[44];
        for (int i = 0; i < 800; i++) {
            counts[10 * batch.labels()[4 * i] + batch.labels()[4 * i + 1]]++;
        }
        for (int pair : new int[] {12, 21, 34, 43, 13, 31, 24, 42}) {
            assertEquals("orientation with " + pair + " on top", 100, counts[pair], 35);
        }
    }
}
