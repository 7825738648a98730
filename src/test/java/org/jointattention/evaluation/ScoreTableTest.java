package org.jointattention.evaluation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jointattention.files.Csv;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ScoreTableTest {
    private static final PixelSize MM = new PixelSize(2, 2, "mm");
    private static final List<Integer> TWO_CLASSES = Arrays.asList(1, 2);

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private final List<ImageScore> images = new ArrayList<>();

    private void add(String name, Mask truth, Mask prediction) {
        ImageComparison comparison = new ImageComparison(truth, prediction);
        images.add(ImageScore.of(name, 1, comparison, TWO_CLASSES, Metrics.standard()));
    }

    private ScoreTable table() {
        return new ScoreTable(new EvaluationScores(Metrics.standard(), TWO_CLASSES, images, List.of()));
    }

    private List<Map<String, String>> csv() throws IOException {
        Path file = folder.getRoot().toPath().resolve("scores.csv");
        table().writeCsv(file);
        return Csv.records(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }

    private static void assertValues(Map<String, String> record, String... keysAndValues) {
        for (int i = 0; i < keysAndValues.length; i += 2) {
            assertEquals(record + " " + keysAndValues[i], keysAndValues[i + 1], record.get(keysAndValues[i]));
        }
    }

    /** Class 1: one image shares 1 of 2 and 1 pixels, the other 3 of 3 and 3. Class 2: in the last prediction. */
    private void addTwoImages() {
        add("a", Masks.draw(MM, "11..", "...."), Masks.draw("1...", "...."));
        add("b, \"c\"", Masks.draw(MM, "111.", "...."), Masks.draw("111.", "...2"));
    }

    @Test
    public void aRowForEachClassOfEachImage() throws IOException {
        addTwoImages();
        List<Map<String, String>> records = csv();
        assertEquals(4 + 3 + 3, records.size());
        assertValues(records.get(0), "scope", "image", "image", "a", "slice", "1", "class", "1", "unit", "mm");
        assertValues(records.get(0), "tp", "1", "fp", "0", "fn", "1", "tn", "6", "flag", "");
        assertValues(records.get(0), "iou", "0.5", "precision", "1.0", "recall", "0.5");
        assertEquals(2.0 / 3, Double.parseDouble(records.get(0).get("dice")), 0);
        // Forth 0 and 1, back 0.
        assertEquals(0.95, Double.parseDouble(records.get(0).get("hd95_px")), 1e-12);
        assertEquals(1.0 / 3, Double.parseDouble(records.get(0).get("assd_px")), 1e-12);
        assertEquals(1.9, Double.parseDouble(records.get(0).get("hd95")), 1e-12);
        assertEquals(2.0 / 3, Double.parseDouble(records.get(0).get("assd")), 1e-12);
        assertValues(records.get(1), "class", "2", "dice", "1.0", "hd95", "0.0", "flag", "both_empty");
        assertValues(records.get(2), "image", "b, \"c\"", "dice", "1.0", "flag", "");
        assertValues(records.get(3), "dice", "0.0", "precision", "0.0", "recall", "0.0", "flag", "truth_empty");
        assertEquals(Math.sqrt(20), Double.parseDouble(records.get(3).get("hd95_px")), 1e-12);
        assertEquals(2 * Math.sqrt(20), Double.parseDouble(records.get(3).get("assd")), 1e-12);
    }

    @Test
    public void pooledRowsSumTheCounts() throws IOException {
        addTwoImages();
        List<Map<String, String>> records = csv();
        assertValues(records.get(4), "scope", "pooled", "class", "1", "image", "", "slice", "", "unit", "");
        assertValues(records.get(4), "tp", "4", "fp", "0", "fn", "1", "tn", "11", "recall", "0.8", "hd95_px", "");
        assertEquals(8.0 / 9, Double.parseDouble(records.get(4).get("dice")), 1e-12);
        assertValues(records.get(5), "class", "2", "dice", "0.0", "fp", "1", "flag", "truth_empty");
        assertValues(records.get(6), "class", "foreground", "tp", "", "recall", "0.4", "flag", "truth_empty:1");
        assertEquals(4.0 / 9, Double.parseDouble(records.get(6).get("dice")), 1e-12);
    }

    @Test
    public void meanRowsAverageTheImages() throws IOException {
        addTwoImages();
        List<Map<String, String>> records = csv();
        assertValues(records.get(7), "scope", "mean", "class", "1", "tp", "", "iou", "0.75", "unit", "mm", "flag", "");
        assertEquals(5.0 / 6, Double.parseDouble(records.get(7).get("dice")), 1e-12);
        assertEquals(0.475, Double.parseDouble(records.get(7).get("hd95_px")), 1e-12);
        assertEquals(0.95, Double.parseDouble(records.get(7).get("hd95")), 1e-12);
        assertValues(records.get(8), "class", "2", "dice", "0.5", "flag", "both_empty:1 truth_empty:1");
        assertValues(records.get(9), "class", "foreground", "iou", "0.625", "flag", "both_empty:1 truth_empty:1");
        assertEquals((5.0 / 6 + 0.5) / 2, Double.parseDouble(records.get(9).get("dice")), 1e-12);
    }

    @Test
    public void averagesOnlyLengthsOfOneUnit() throws IOException {
        add("a", Masks.draw(MM, "1..2"), Masks.draw(".1.2"));
        add("b", Masks.draw("1..2"), Masks.draw("..12"));
        Map<String, String> mean = csv().get(4 + 3);
        assertValues(mean, "hd95", "2.0", "hd95_px", "1.5", "unit", "mm");
        add("c", Masks.draw(new PixelSize(1, 1, "nm"), "1..2"), Masks.draw(".1.2"));
        mean = csv().get(6 + 3);
        assertValues(mean, "hd95", "", "assd", "", "unit", "");
        assertEquals(4.0 / 3, Double.parseDouble(mean.get("hd95_px")), 1e-12);
    }

    @Test
    public void numbersDoNotDependOnTheLocale() throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            addTwoImages();
            assertValues(csv().get(0), "iou", "0.5");
            assertTrue(table().summary().contains("0.8889"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    public void theSummaryIsShort() {
        add("a", Masks.draw("11.."), Masks.draw("1..."));
        String[] lines = table().summary().split("\n");
        assertEquals(7, lines.length);
        assertEquals(
                "scope   class       dice    iou     precision  recall  hd95_px  assd_px  boundary_f1_2px  far_fp_20px  flag",
                lines[0]);
        assertEquals("pooled  1           0.6667  0.5000  1.0000     0.5000", lines[1]);
        assertEquals(
                "mean    2           1.0000  1.0000  1.0000     1.0000  0.0000   0.0000   1.0000           0.0000      "
                        + " both_empty:1",
                lines[5]);
        assertFalse(table().summary().contains("unit"));
    }

    @Test
    public void anotherMetricIsOneMoreClass() {
        Metric accuracy = new Metric() {
            @Override
            public String key() {
                return "accuracy";
            }

            @Override
            public OptionalDouble of(ClassComparison comparison) {
                ConfusionCounts counts = comparison.counts();
                double right = counts.truePositives() + counts.trueNegatives();
                return OptionalDouble.of(right / (right + counts.falsePositives() + counts.falseNegatives()));
            }
        };
        ImageComparison comparison = new ImageComparison(Masks.draw("11.."), Masks.draw("1111"));
        ImageScore score = ImageScore.of("a", 1, comparison, List.of(1), List.of(accuracy));
        assertEquals(0.5, score.classes().get(0).value(accuracy).getAsDouble(), 0);
        EvaluationScores scores = new EvaluationScores(List.of(accuracy), List.of(1), List.of(score), List.of());
        assertTrue(new ScoreTable(scores).summary().contains("accuracy"));
    }
}
