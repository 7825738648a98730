package org.jointattention.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.Test;

public class SerialOrderTest {
    private static final int SIZE = 48;

    /** Sections of wandering blobs: each image is a little further. */
    private static List<Sample> sections(int count) {
        Random random = new Random(4);
        double[] phase = random.doubles(6, 0, 6).toArray();
        List<Sample> samples = new ArrayList<>();
        for (int z = 0; z < count; z++) {
            double shift = 0.35 * z;
            samples.add(PlanSamples.sample(
                    SIZE,
                    SIZE,
                    (x, y) -> 50
                            * (Math.sin(0.15 * x + phase[0] + shift)
                                    + Math.cos(0.2 * y + phase[1] - shift)
                                    + Math.sin(0.1 * (x + y) + phase[2] + 1.3 * shift)),
                    (x, y) -> x < 20 ? 1 : 0));
        }
        return samples;
    }

    private static List<Sample> shuffled(List<Sample> samples) {
        List<Sample> copy = new ArrayList<>(samples);
        Collections.shuffle(copy, new Random(8));
        return copy;
    }

    @Test
    public void sectionsInOrderAreSerial() {
        SerialOrder order = new SerialOrder(sections(16));
        assertTrue(order.toString(), order.isSerial());
    }

    @Test
    public void theSameImagesOutOfOrderAreNot() {
        SerialOrder order = new SerialOrder(shuffled(sections(16)));
        assertFalse(order.toString(), order.isSerial());
    }

    @Test
    public void unrelatedImagesAreNot() {
        List<Sample> samples = PlanSamples.manyDiscs(16, SIZE, 4, 12);
        assertFalse(new SerialOrder(samples).toString(), new SerialOrder(samples).isSerial());
    }

    @Test
    public void whatAllImagesShareDoesNotCount() {
        List<Sample> vignettes = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Random random = new Random(i);
            vignettes.add(PlanSamples.sample(
                    SIZE, SIZE, (x, y) -> 200 - Math.hypot(x - 24, y - 24) * 5 + random.nextInt(40), (x, y) -> y & 1));
        }
        assertFalse(new SerialOrder(vignettes).isSerial());
    }

    @Test
    public void fewConstantOrInfiniteImagesAreNot() {
        assertFalse(new SerialOrder(sections(7)).isSerial());
        List<Sample> constant = Collections.nCopies(9, PlanSamples.constant(SIZE, SIZE, 3, 1));
        assertFalse(new SerialOrder(constant).isSerial());
        List<Sample> infinite = Collections.nCopies(9, PlanSamples.constant(SIZE, SIZE, Double.POSITIVE_INFINITY, 1));
        assertFalse(new SerialOrder(infinite).isSerial());
    }

    private static Split split(List<Sample> samples) {
        List<List<Sample>> files =
                samples.stream().map(Collections::singletonList).collect(Collectors.toList());
        return new DataSet(files, 1, 2, List.of()).split(0.25, 1);
    }

    @Test
    public void theLastSectionsAreHeldOutInARow() {
        List<Sample> sections = sections(16);
        Split split = split(sections);
        assertEquals(sections.subList(0, 12), new ArrayList<>(split.train().samples()));
        assertEquals(
                sections.subList(12, 16), new ArrayList<>(split.validation().samples()));
        assertTrue(
                split.train().notes().toString(),
                split.train().notes().toString().contains("the last 4"));
    }

    @Test
    public void othersAreHeldOutAtRandom() {
        List<Sample> mixed = shuffled(sections(16));
        assertFalse(mixed.subList(12, 16)
                .equals(new ArrayList<>(split(mixed).validation().samples())));
    }
}
