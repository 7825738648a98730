package org.jointattention.comparison;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.jointattention.evaluation.ConfusionCounts;
import org.jointattention.files.CsvFile;
import org.jointattention.image.ImageFiles;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ComparisonReportTest {
    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private String report(List<CellResult> results, List<NetworkCost> costs, List<String> missing, String... more)
            throws IOException {
        assertEquals(Optional.empty(), new ComparisonReport(plan(more), results, costs, missing).write(folder()));
        return Files.readString(folder().resolve("report.md"));
    }

    private ComparisonPlan plan(String... more) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "title: A title",
                "attentions: [none, joint]",
                "seeds: [1]",
                "training: {steps: 5}",
                "data: [{name: a}]"));
        lines.addAll(List.of(more));
        return Plans.plan(temporary.getRoot().toPath(), lines.toArray(new String[0]));
    }

    private Path folder() {
        return temporary.getRoot().toPath().resolve("report");
    }

    private static List<CellResult> results(String data, String attention, double gain) {
        Random noise = new Random(attention.hashCode());
        List<CellResult> results = new ArrayList<>();
        for (long seed = 1; seed <= 3; seed++) {
            double[] dice = new double[12];
            for (int i = 0; i < dice.length; i++) {
                dice[i] = 0.6 + 0.02 * i + gain + 0.01 * noise.nextGaussian();
            }
            results.add(Plans.result(data, attention, seed, dice));
        }
        return results;
    }

    private static List<CellResult> twoDataSets() {
        List<CellResult> results = new ArrayList<>();
        for (String data : new String[] {"a", "b"}) {
            results.addAll(results(data, "none@bottleneck", 0));
            results.addAll(results(data, "joint@bottleneck", 0.05));
            results.addAll(results(data, "self@bottleneck", -0.05));
            results.addAll(results(data, "cbam@bottleneck", 0));
        }
        return results;
    }

    @Test
    public void saysWhatCanBeConcluded() throws IOException {
        String text = report(twoDataSets(), List.of(), List.of());
        assertTrue(text, text.startsWith("# A title"));
        assertTrue(text, text.contains("a, Dice: better than `none` beyond the 95 % interval: `joint` (+0.0"));
        assertTrue(text, text.contains("; worse: `self` (-0.0"));
        assertTrue(text, text.contains("Mean Dice over the data sets: different from `none`"));
        assertTrue(text, text.contains("a: 4 of 4 networks have fewer than 10 seeds"));
        assertFalse(text, text.contains("NaN"));
        assertFalse(text, text.contains("## Missing"));
    }

    @Test
    public void theOverviewHasAllNetworksAndDataSets() throws IOException {
        String text = report(twoDataSets(), List.of(), List.of());
        String overview = text.substring(text.indexOf("## Overview"), text.indexOf("## a"));
        assertTrue(
                overview,
                overview.contains(
                        "| network | seeds | Dice, a | Dice, b | Boundary F1 (2 px), a | Boundary F1 (2 px), b |"
                                + " mean Dice, difference to none |"));
        assertTrue(
                overview, overview.matches("(?s).*\\| joint \\| 3 \\| 0\\.7\\d+ ± 0\\.0\\d+ .*\\| \\+0\\.0\\d+ \\(.*"));
        assertEquals(4 + 4, overview.trim().split("\n").length);
        assertFalse(
                report(results("a", "none@bottleneck", 0), List.of(), List.of()).contains("## Overview"));
    }

    /** The page that the study is read on has the tables of its reports as they are. */
    @Test
    public void theStudyShowsTheOverviewsOfItsReports() throws IOException {
        String page = Files.readString(Path.of("docs/comparison/README.md"));
        for (String part : List.of("medical", "places", "microscopy", "cpu")) {
            assertTrue(part, page.contains(studyTable(part, "Overview")));
        }
        assertTrue(page.contains(studyTable("medical", "Validation")));
    }

    /** The first table of a section. */
    private static String studyTable(String part, String section) throws IOException {
        String report = Files.readString(Path.of("docs/comparison", part, "report/report.md"));
        int heading = report.indexOf("## " + section + "\n");
        assertTrue(part + " " + section, heading >= 0);
        int start = report.indexOf("| network |", heading);
        return report.substring(start, report.indexOf("\n\n", start));
    }

    @Test
    public void whatIsMissedAltogetherIsCounted() throws IOException {
        CellResult result = Plans.result("a", "none@bottleneck", 1, 0.5);
        List<CellScore> scores = new ArrayList<>();
        int[][] counts = {{9, 1, 1}, {0, 5, 7}, {0, 0, 7}, {0, 3, 0}, {0, 0, 0}};
        for (int[] count : counts) {
            ConfusionCounts confusion = new ConfusionCounts(count[0], count[1], count[2], 100);
            scores.add(new CellScore("im" + scores.size(), 1, 1, confusion, Map.of("dice", 0.5)));
        }
        CellResult missing = new CellResult(result.cell(), result.figures(), scores);
        MissedObjects missed = new MissedObjects(List.of(missing, missing));
        assertEquals(6, missed.all());
        assertEquals(4, missed.notHit());
        assertEquals(2, missed.notDrawn());
        String text = report(List.of(missing), List.of(), List.of());
        assertTrue(text, text.contains("| 2 of 3 | 1 of 3 |"));
    }

    @Test
    public void aJavaWithoutFontsStillGetsTextAndTables() throws IOException {
        String problem = new ComparisonReport(plan(), twoDataSets(), List.of(), List.of())
                .write(folder(), folder -> {
                    throw new NoClassDefFoundError("Could not initialize class sun.font.SunFontManager");
                })
                .get();
        assertEquals(
                "The report has no pictures, since this Java cannot draw: Could not initialize class"
                        + " sun.font.SunFontManager",
                problem);
        assertTrue(Files.size(folder().resolve("report.md")) > 0);
        assertTrue(Files.size(folder().resolve("differences.csv")) > 0);
    }

    @Test
    public void nothingIsConcludedFromNoise() throws IOException {
        List<CellResult> results = new ArrayList<>(results("a", "none@bottleneck", 0));
        results.addAll(results("a", "cbam@bottleneck", 0));
        String text = report(results, List.of(), List.of());
        assertTrue(text, text.contains("a, Dice: no network differs from `none` beyond its 95 % interval."));
    }

    @Test
    public void tablesHaveEveryNumber() throws IOException {
        NetworkCost cost = new NetworkCost(
                new Network("a", "denseunet", "joint@bottleneck"), 5.5, 20, OptionalDouble.of(460), "CPU");
        String text = report(twoDataSets(), List.of(cost), List.of());
        assertTrue(text, text.contains("| a | joint | 1000 | ,  | 5.50 | 20.0 | 460 | CPU | CPU |"));
        List<List<String>> summary = new CsvFile(folder().resolve("summary.csv")).read();
        assertEquals(1 + 8, summary.size());
        assertEquals("0.71", summary.get(1).get(5).substring(0, 4));
        assertEquals(
                List.of("objects", "not_hit", "not_drawn"),
                summary.get(0).subList(summary.get(0).size() - 3, summary.get(0).size()));
        List<List<String>> differences = new CsvFile(folder().resolve("differences.csv")).read();
        assertEquals(1 + 2 * 3 * 5 + 3 * 5, differences.size());
        assertEquals("mean", differences.get(differences.size() - 1).get(0));
        assertEquals("none@bottleneck", differences.get(1).get(3));
        assertEquals(
                1 + 8 * 3 * 12,
                new CsvFile(folder().resolve("scores.csv")).read().size());
    }

    @Test
    public void manyNetworksHaveSymbolsOfTheirOwn() {
        Symbols symbols = new Symbols();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 36; i++) {
            seen.add(symbols.colour("network" + i) + " " + symbols.shape("network" + i));
        }
        assertEquals(36, seen.size());
    }

    @Test
    public void widthsAreThoseThatTheBackboneHas() throws IOException {
        Map<String, String> figures = Map.of(
                CellFigures.PARAMETERS,
                "9",
                CellFigures.BASE_WIDTH,
                "12",
                CellFigures.GROWTH,
                "11",
                CellFigures.BOTTLENECK_WIDTH,
                "97");
        List<CellResult> results = new ArrayList<>();
        for (String backbone : new String[] {"denseunet", "unet"}) {
            results.add(new CellResult(
                    new Cell("a", backbone, "none@bottleneck", 1),
                    new CellFigures(figures),
                    List.of(Plans.score("im", 0.5))));
        }
        String text = report(results, List.of(), List.of());
        assertTrue(text, text.contains("| 9 | 12, 11 |") && text.contains("| 9 | 12, bottleneck 97 |"));
    }

    @Test
    public void contrastsAreDifferencesToAnotherNetwork() throws IOException {
        String text = report(twoDataSets(), List.of(), List.of(), "contrasts: [joint]");
        String contrast = text.substring(text.indexOf("## Compared with joint"), text.indexOf("## Validation"));
        assertTrue(contrast, contrast.contains("| difference to joint | seeds x images |"));
        assertTrue(contrast, contrast.contains("| none | 3 x 12 | -0.0"));
        assertTrue(contrast, contrast.contains("Mean over the data sets:"));
        List<List<String>> differences = new CsvFile(folder().resolve("differences.csv")).read();
        assertEquals(1 + 2 * (2 * 3 * 5 + 3 * 5), differences.size());
        List<String> none = row(differences, "a", "none@bottleneck", "joint@bottleneck");
        List<String> joint = row(differences, "a", "joint@bottleneck", "none@bottleneck");
        assertEquals(Double.parseDouble(joint.get(7)), -Double.parseDouble(none.get(7)), 1e-12);
    }

    private static List<String> row(List<List<String>> differences, String... start) {
        return differences.stream()
                .filter(row -> row.get(0).equals(start[0])
                        && row.get(2).equals(start[1])
                        && row.get(3).equals(start[2]))
                .findFirst()
                .orElseThrow();
    }

    @Test
    public void validationIsOfTheSeedsThatAllHave() throws IOException {
        List<CellResult> results = new ArrayList<>();
        for (String data : new String[] {"a", "b"}) {
            results.add(Plans.validated(data, "none@bottleneck", 1, 0.5));
            results.add(Plans.validated(data, "none@bottleneck", 2, 0.7));
            results.add(Plans.validated(data, "none@bottleneck", 3, 0.1));
            results.add(Plans.validated(data, "joint@bottleneck", 1, 0.6));
            results.add(Plans.validated(data, "joint@bottleneck", 2, data.equals("a") ? 0.8 : 0.9));
        }
        String text = report(results, List.of(), List.of());
        assertTrue(text, text.contains("| network | a (seeds 1, 2) | b (seeds 1, 2) | mean |"));
        assertTrue(text, text.contains("| none | 0.6000 | 0.6000 | 0.6000 |"));
        assertTrue(text, text.contains("| joint | 0.7000 | 0.7500 | 0.7250 |"));
    }

    @Test
    public void backbonesAreNamedWhereTheyAreNotTheUsualOne() throws IOException {
        List<CellResult> results = new ArrayList<>(results("a", "none@bottleneck", 0));
        for (CellResult joint : results("a", "joint@bottleneck", 0.05)) {
            Cell cell = joint.cell();
            results.add(new CellResult(
                    new Cell("a", "unet", "none@bottleneck", cell.seed()),
                    joint.figures(),
                    results.get((int) cell.seed() - 1).scores()));
            results.add(new CellResult(
                    new Cell("a", "unet", "joint@bottleneck", cell.seed()), joint.figures(), joint.scores()));
        }
        String text = report(results, List.of(), List.of());
        assertTrue(text, text.contains("a, Dice: better than `none` beyond the 95 % interval: `unet joint` (+0.0"));
    }

    @Test
    public void picturesShowSomething() throws IOException {
        report(twoDataSets(), List.of(), List.of());
        for (String name : new String[] {"balance.png", "differences.png"}) {
            ImagePlus picture = ImageFiles.open(folder().resolve(name));
            assertTrue(name, picture.getWidth() >= 1000 && picture.getHeight() > 300);
            assertTrue(name, picture.getStatistics().stdDev > 5);
        }
    }

    @Test
    public void aPartIsReportedAsAPart() throws IOException {
        List<CellResult> results =
                List.of(Plans.result("a", "none@bottleneck", 1, 0.5), Plans.result("a", "joint@bottleneck", 2, 0.6));
        String text = report(results, List.of(), List.of("a, denseunet, joint, seed 1: failed: out of\nmemory"));
        assertTrue(text, text.contains("nothing can be compared with `none` yet"));
        assertTrue(text, text.contains("2 of 2 networks have fewer than 10 seeds"));
        assertTrue(text, text.contains("- a, denseunet, joint, seed 1: failed: out of memory"));
        assertFalse(text, text.contains("NaN"));
        assertFalse(Files.exists(folder().resolve("differences.png")));
    }

    @Test
    public void oneImageAndOneSeedAreEnoughNotToFail() throws IOException {
        List<CellResult> results =
                List.of(Plans.result("a", "none@bottleneck", 1, 0.5), Plans.result("a", "joint@bottleneck", 1, 0.5));
        String text = report(results, List.of(), List.of());
        assertTrue(text, text.contains("| joint | 1 x 1 | 0.0000 (0.0000 to 0.0000) |"));
        assertTrue(Files.exists(folder().resolve("differences.png")));
    }

    @Test
    public void nothingIsReportedAsNothing() throws IOException {
        String text = report(List.of(), List.of(), List.of("x: not finished"));
        assertTrue(text, text.contains("No cell is finished: nothing can be said yet."));
    }

    @Test
    public void thePlanChoosesTheMetrics() throws IOException {
        String text = report(twoDataSets(), List.of(), List.of(), "metrics: [dice, hd95_px]");
        assertTrue(
                text,
                text.contains(
                        "| network | seeds | Dice | HD95 (px) | not hit | not drawn | rank (Dice) | rank (boundary F1) |"));
        assertFalse(text, text.contains("ASSD"));
    }
}
