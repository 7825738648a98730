package org.jointattention.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.Test;

public class PatchSamplerTest {
    private static Sample sample(int width, int height, int label) {
        byte[] labels = new byte[width * height];
        Arrays.fill(labels, (byte) label);
        return Patches.encoded(width, height, 1, labels);
    }

    private static List<Integer> epoch(PatchSampler sampler, int batch, int number) {
        List<Integer> visited = new ArrayList<>();
        for (int i = 0; i < sampler.epochLength(); i++) {
            int draw = number * sampler.epochLength() + i;
            visited.add(sampler.position(draw / batch, draw % batch).sample());
        }
        return visited;
    }

    @Test
    public void anEpochVisitsEverySampleByItsSize() {
        List<Sample> samples = List.of(sample(32, 32, 1), sample(64, 64, 1), sample(5, 5, 1), sample(1000, 1000, 1));
        PatchSampler sampler = new PatchSampler(samples, 2, BatchOptions.of(3, 32, 1));
        assertEquals(1 + 4 + 1 + PatchSampler.MAX_VISITS, sampler.epochLength());
        List<Integer> first = epoch(sampler, 3, 0);
        List<Integer> second = epoch(sampler, 3, 1);
        for (List<Integer> visited : List.of(first, second)) {
            assertEquals(1, Collections.frequency(visited, 0));
            assertEquals(4, Collections.frequency(visited, 1));
            assertEquals(1, Collections.frequency(visited, 2));
            assertEquals(PatchSampler.MAX_VISITS, Collections.frequency(visited, 3));
        }
        assertNotEquals("the order changes", first, second);
    }

    @Test
    public void theSeedDecides() {
        List<Sample> samples = Collections.nCopies(20, sample(8, 8, 1));
        PatchSampler one = new PatchSampler(samples, 2, BatchOptions.of(1, 8, 1));
        assertEquals(epoch(one, 1, 0), epoch(new PatchSampler(samples, 2, BatchOptions.of(1, 8, 1)), 1, 0));
        assertNotEquals(epoch(one, 1, 0), epoch(new PatchSampler(samples, 2, BatchOptions.of(1, 8, 2)), 1, 0));
    }

    /** Share of patches whose middle pixel has this class. */
    private static double share(Sample sample, int classes, double foreground, int label) {
        BatchOptions options = BatchOptions.of(4, 9, 7).withForegroundFraction(foreground);
        PatchSampler sampler = new PatchSampler(List.of(sample), classes, options);
        int hits = 0;
        for (int step = 0; step < 1000; step++) {
            for (int i = 0; i < 4; i++) {
                PatchPosition at = sampler.position(step, i);
                hits += sample.label(at.left() + 4, at.top() + 4) == label ? 1 : 0;
            }
        }
        return hits / 4000.0;
    }

    @Test
    public void foregroundComesAsOftenAsAskedAndClassesAlike() {
        byte[] labels = new byte[200 * 200];
        labels[100 * 200 + 50] = 1;
        Arrays.fill(labels, 60 * 200, 60 * 200 + 100, (byte) 2);
        Sample sample = Patches.encoded(200, 200, 1, labels);
        assertEquals(0, share(sample, 4, 0, 1), 0.005);
        assertEquals(0.25, share(sample, 4, 0.5, 1), 0.03);
        assertEquals(0.25, share(sample, 4, 0.5, 2), 0.03);
        assertEquals(0.5, share(sample, 4, 1, 1), 0.03);
    }

    @Test
    public void allOfALargeClassIsReached() {
        Sample sample = sample(300, 300, 1);
        BatchOptions options = BatchOptions.of(1, 1, 7).withForegroundFraction(1);
        PatchSampler sampler = new PatchSampler(List.of(sample), 2, options);
        double rows = 0;
        int last = 0;
        for (int step = 0; step < 2000; step++) {
            rows += sampler.position(step, 0).top() / 2000.0;
            last = Math.max(last, sampler.position(step, 0).top());
        }
        assertEquals(149.5, rows, 8);
        assertTrue(last > 290);
    }

    @Test
    public void patchesLieWithinLargeImagesAndHoldSmallOnes() {
        for (int[] shape : new int[][] {{50, 40}, {10, 40}, {16, 16}, {1, 1}, {1, 60}}) {
            Sample sample = Patches.noise(shape[0], shape[1], 1, 3);
            PatchSampler sampler = new PatchSampler(List.of(sample), 3, BatchOptions.of(2, 16, 3));
            for (int step = 0; step < 200; step++) {
                PatchPosition at = sampler.position(step, step % 2);
                assertWithin(at.left(), shape[0]);
                assertWithin(at.top(), shape[1]);
            }
        }
    }

    private static void assertWithin(int start, int length) {
        assertTrue(start >= Math.min(0, length - 16));
        assertTrue(start <= Math.max(0, length - 16));
    }

    @Test
    public void patchesWithoutLabelsAreAvoided() {
        byte[] labels = new byte[100 * 100];
        Arrays.fill(labels, (byte) 255);
        labels[99] = 0;
        labels[70 * 100 + 20] = 1;
        Sample sparse = Patches.encoded(100, 100, 1, labels);
        BatchOptions options = BatchOptions.of(4, 16, 5).withAugmentation(Patches.everything());
        DataSet data = Patches.data(sparse, 2);
        for (int step = 0; step < 100; step++) {
            Batch batch = Patches.batch(data, options, step);
            for (int i = 0; i < 4; i++) {
                assertFalse(new PatchTarget(batch.images(), batch.labels(), 1, i, 256).isUnlabelled());
            }
        }
    }

    @Test
    public void samplesWithoutLabelsAreNeverVisited() {
        List<Sample> samples = List.of(sample(8, 8, 255), sample(8, 8, 1));
        assertEquals(List.of(1), epoch(new PatchSampler(samples, 2, BatchOptions.of(1, 8, 1)), 1, 3));
    }

    @Test
    public void refusesDataWithoutLabelsAndLabelsWithoutClass() {
        BatchOptions options = BatchOptions.of(1, 8, 1);
        assertThrows(IllegalArgumentException.class, () -> new PatchSampler(List.of(sample(8, 8, 255)), 2, options));
        assertThrows(IllegalArgumentException.class, () -> new PatchSampler(List.of(sample(8, 8, 2)), 2, options));
        assertThrows(IllegalArgumentException.class, () -> new PatchSampler(List.of(), 2, options));
    }
}
