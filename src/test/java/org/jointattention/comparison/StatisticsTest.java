package org.jointattention.comparison;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.Test;

public class StatisticsTest {
    private static final double EXACT = 1e-12;

    @Test
    public void theSignFlipTestOfAFewImagesIsExact() {
        // All of one sign: of 2^5 changes only the observed one and its mirror image are as far.
        assertEquals(2 / 32.0, new SignFlipTest(new double[] {1, 2, 3, 4, 5}).p(), EXACT);
        // Sums of +-1 +-2 +-4: |7|, |5|, |3|, |1|, each twice; observed -1 + 2 + 4 = 5.
        assertEquals(4 / 8.0, new SignFlipTest(new double[] {-1, 2, 4}).p(), EXACT);
        assertEquals(1, new SignFlipTest(new double[] {1, -1}).p(), EXACT);
        assertEquals(1, new SignFlipTest(new double[] {0, 0, 0}).p(), EXACT);
    }

    @Test
    public void theSignFlipTestOfManyImagesIsClose() {
        double[] differences = new double[40];
        Random random = new Random(1);
        Arrays.setAll(differences, i -> random.nextGaussian());
        double mean = Arrays.stream(differences).average().getAsDouble();
        for (int i = 0; i < differences.length; i++) {
            differences[i] += 0.3 - mean;
        }
        // The normal approximation: z = 0.3 sqrt(40) / root mean square.
        double square = Arrays.stream(differences).map(d -> d * d).average().getAsDouble();
        double z = 0.3 * Math.sqrt(40) / Math.sqrt(square);
        assertEquals(2 * normalTail(z), new SignFlipTest(differences).p(), 0.01);
    }

    /** By the trapezoidal rule. */
    private static double normalTail(double z) {
        double sum = 0;
        for (double x = z; x < 10; x += 1e-3) {
            sum += 1e-3 * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
        }
        return sum;
    }

    @Test
    public void holmMultipliesByTheTestsThatAreLeft() {
        assertArrayEquals(
                new double[] {0.03, 0.06, 0.06, 1}, Holm.correct(new double[] {0.0075, 0.02, 0.03, 1}), EXACT);
        // Never below that of a smaller p value, never above 1; the order of the input is kept.
        assertArrayEquals(new double[] {0.6, 0.6, 0.6}, Holm.correct(new double[] {0.21, 0.2, 0.3}), EXACT);
        assertArrayEquals(new double[] {1, 1}, Holm.correct(new double[] {0.9, 0.8}), EXACT);
        assertEquals(0, Holm.correct(new double[0]).length);
    }

    @Test
    public void theBootstrapOfOneSeedIsThatOfAMean() {
        double[] values = new double[50];
        Random random = new Random(2);
        Arrays.setAll(values, i -> 1 + random.nextGaussian());
        double mean = Arrays.stream(values).average().getAsDouble();
        double error = Math.sqrt(Arrays.stream(values)
                        .map(v -> (v - mean) * (v - mean))
                        .average()
                        .getAsDouble()
                / 50);
        Bootstrap bootstrap = Bootstrap.of(new double[][] {values});
        assertEquals(mean - 1.96 * error, bootstrap.low(), 0.05 * error * 4);
        assertEquals(mean + 1.96 * error, bootstrap.high(), 0.05 * error * 4);
    }

    /** Images agree, seeds do not: the interval must be that of three seeds, not of many values. */
    @Test
    public void seedsThatDifferWidenTheInterval() {
        double[][] differences = {new double[30], new double[30], new double[30]};
        Arrays.fill(differences[0], -1);
        Arrays.fill(differences[2], 1);
        Bootstrap bootstrap = Bootstrap.of(differences);
        assertEquals(-1, bootstrap.low(), EXACT);
        assertEquals(1, bootstrap.high(), EXACT);
    }

    @Test
    public void dataSetsCountTheSame() {
        double[][] many = {new double[100]};
        Arrays.fill(many[0], 0.4);
        double[][] few = {{0.1, 0.1}};
        PairedDifference mean = PairedDifference.ofMean(List.of(many, few)).get();
        assertEquals(0.25, mean.mean(), EXACT);
        assertEquals(0.25, mean.low(), EXACT);
        assertTrue(mean.isClear());
        assertTrue(Double.isNaN(mean.p()));
        assertFalse(PairedDifference.ofMean(List.of(many, new double[0][])).isPresent());
    }

    private static Observations dice(CellResult... results) {
        return new Observations(Arrays.asList(results), ReportMetric.DICE);
    }

    @Test
    public void observationsAverageClassesThenImagesThenSeeds() {
        List<CellScore> scores = new ArrayList<>();
        scores.add(Plans.score("a", 0.2));
        scores.add(Plans.score("a", 0.4));
        scores.add(Plans.score("b", 0.9));
        CellResult first = new CellResult(new Cell("d", "denseunet", "none", 1), new CellFigures(Map.of()), scores);
        Observations both = dice(first, Plans.result("d", "none", 2, 0.8));
        assertArrayEquals(new double[] {0.6, 0.8}, both.seedMeans(), EXACT);
        assertEquals(0.7, both.mean(), EXACT);
        assertEquals(Math.sqrt(0.02), both.spread(), EXACT);
        assertTrue(Double.isNaN(dice(first).spread()));
        assertTrue(Double.isNaN(dice().mean()));
    }

    @Test
    public void onlyWhatBothHaveIsPaired() {
        Observations one = dice(
                Plans.result("d", "joint", 1, 0.5, 0.6, 0.7),
                Plans.result("d", "joint", 2, 0.5, 0.5),
                Plans.result("d", "joint", 4, 0.1));
        Observations other = dice(
                Plans.result("d", "none", 1, 0.4, 0.4, 0.4),
                Plans.result("d", "none", 2, 0.3, 0.4, 0.4),
                Plans.result("d", "none", 3, 0.9));
        double[][] differences = one.minus(other);
        assertEquals(2, differences.length);
        assertArrayEquals(new double[] {0.1, 0.2}, differences[0], EXACT);
        assertArrayEquals(new double[] {0.2, 0.1}, differences[1], EXACT);
        PairedDifference found = PairedDifference.of(one, other).get();
        assertEquals(0.15, found.mean(), EXACT);
        assertEquals(2, found.images());
        assertFalse(PairedDifference.of(one, dice()).isPresent());
    }

    @Test
    public void ranksShareTies() {
        List<Observations> networks = List.of(
                dice(Plans.result("d", "a", 1, 0.9, 0.5)),
                dice(Plans.result("d", "b", 1, 0.9, 0.6)),
                dice(Plans.result("d", "c", 1, 0.1, 0.7), Plans.result("d", "c", 2, 1, 1)));
        List<Network> names =
                List.of(new Network("d", "x", "a"), new Network("d", "x", "b"), new Network("d", "x", "c"));
        Map<Network, Double> ranks = new Ranks(networks, true).of(names);
        assertEquals(List.of(2.25, 1.75, 2.0), new ArrayList<>(ranks.values()));
        Map<Network, Double> lowest = new Ranks(networks, false).of(names);
        assertEquals(List.of(1.75, 2.25, 2.0), new ArrayList<>(lowest.values()));
    }
}
