package org.jointattention.evaluation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Collectors;
import org.jointattention.files.CancelledException;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class EvaluationTest {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private Path truth;
    private Path predicted;

    @Before
    public void makeFolders() throws IOException {
        truth = folder.newFolder("truth").toPath();
        predicted = folder.newFolder("predicted").toPath();
    }

    private EvaluationScores run(EvaluationOptions options) {
        return Evaluation.ofFolders(truth, predicted, options).run();
    }

    private EvaluationScores run() {
        return run(EvaluationOptions.standard());
    }

    @Test
    public void pairsByNameWhateverTheFormat() throws IOException {
        MaskFiles.grey(truth.resolve("b.png"), "11..");
        MaskFiles.tiff(predicted.resolve("b.tif"), Masks.draw("1..."));
        MaskFiles.palette(truth.resolve("a.gif"), "1...");
        MaskFiles.grey(predicted.resolve("a.BMP"), ".1..");
        EvaluationScores scores = run();
        List<String> names = scores.images().stream().map(ImageScore::name).collect(Collectors.toList());
        assertEquals(Arrays.asList("a", "b"), names);
        ClassScore b = scores.images().get(1).classes().get(0);
        assertEquals(2.0 / 3, b.value(OverlapMetric.DICE).getAsDouble(), 1e-12);
        ClassScore a = scores.images().get(0).classes().get(0);
        assertEquals(0, a.value(OverlapMetric.DICE).getAsDouble(), 0);
        assertEquals(1, a.value(DistanceMetric.HD95_PIXELS).getAsDouble(), 0);
    }

    @Test
    public void oddNames() throws IOException {
        String[] names = {"a.b.c", "comma, and \"quote\"", "-start", "with space ", "50%"};
        for (String name : names) {
            MaskFiles.grey(truth.resolve(name + ".png"), "1.");
            MaskFiles.grey(predicted.resolve(name + ".png"), "1.");
        }
        assertEquals(names.length, run().images().size());
    }

    @Test
    public void namesInAnyScriptComposedOrNot() throws IOException {
        String composed = "caf\u00e9 \u7d30\u80de.png";
        assumeTrue("The locale has such file names.", canName(composed));
        MaskFiles.grey(truth.resolve(composed), "1.");
        MaskFiles.grey(predicted.resolve("cafe\u0301 \u7d30\u80de.png"), "1.");
        assertEquals(1, run().images().size());
    }

    private boolean canName(String name) {
        try {
            return truth.resolve(name).toString().endsWith(name);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    @Test
    public void otherFilesDoNotCount() throws IOException {
        MaskFiles.grey(truth.resolve("a.png"), "1.");
        MaskFiles.grey(predicted.resolve("a.png"), "1.");
        Files.write(truth.resolve("notes.txt"), "hello".getBytes(StandardCharsets.UTF_8));
        Files.write(truth.resolve("._a.png"), "hello".getBytes(StandardCharsets.UTF_8));
        Files.write(truth.resolve("png"), "hello".getBytes(StandardCharsets.UTF_8));
        Files.createDirectory(predicted.resolve("folder.png"));
        assertEquals(1, run().images().size());
    }

    private double dice(EvaluationOptions options) {
        ClassScore score = run(options).images().get(0).classes().get(0);
        return score.value(OverlapMetric.DICE).getAsDouble();
    }

    @Test
    public void resultsOfSegmentationArePredictions() throws IOException {
        MaskFiles.grey(truth.resolve("a.png"), "11..");
        MaskFiles.tiff(predicted.resolve("a_labels.tif"), Masks.draw("1..."));
        Files.write(predicted.resolve("a_overlay.png"), new byte[1]);
        Files.write(predicted.resolve("a_probabilities.tif"), new byte[1]);
        assertEquals(2.0 / 3, dice(EvaluationOptions.standard()), 1e-12);
        assertEquals("a", run().images().get(0).name());
    }

    @Test
    public void truthMayBeNamedLikeAResult() throws IOException {
        MaskFiles.grey(truth.resolve("a_overlay.png"), "11..");
        MaskFiles.grey(predicted.resolve("a_overlay.png"), "1...");
        assertEquals(2.0 / 3, dice(EvaluationOptions.standard()), 1e-12);
    }

    @Test
    public void imagesAreLeftOut() throws IOException {
        for (String name : new String[] {"a", "b", "c"}) {
            MaskFiles.grey(truth.resolve(name + ".png"), "1.");
        }
        MaskFiles.grey(predicted.resolve("a.png"), "1.");
        MaskFiles.grey(predicted.resolve("b_labels.png"), "1.");
        List<ImageScore> images = run(EvaluationOptions.standard().withExcluded(List.of("b", "c")))
                .images();
        assertEquals(1, images.size());
        assertEquals("a", images.get(0).name());
    }

    @Test
    public void whiteOnBlackIsClassOneWhereThereAreTwo() throws IOException {
        EvaluationOptions options = EvaluationOptions.standard();
        for (String[] pair : new String[][] {{"??..", "1..."}, {"11..", "?..."}, {"??..", "?..."}}) {
            MaskFiles.grey(truth.resolve("a.png"), pair[0]);
            MaskFiles.grey(predicted.resolve("a.png"), pair[1]);
            assertEquals(2.0 / 3, dice(options), 1e-12);
            assertEquals(2.0 / 3, dice(options.withClasses(2)), 1e-12);
            assertTrue(run().notes().get(0), run().notes().get(0).contains("255 is taken as class 1"));
        }
        MaskFiles.grey(truth.resolve("a.png"), "11.?");
        MaskFiles.grey(predicted.resolve("a.png"), "?..?");
        assertEquals("255 in a truth of other ids is ignored", 2.0 / 3, dice(options), 1e-12);
        assertEquals(1, run().notes().size());
    }

    @Test
    public void anyOneValueOfNoClassIsClassOneWhereThereAreTwo() throws IOException {
        char sixty = '0' + 60;
        String marked = ("" + sixty + sixty) + "..";
        for (String[] pair : new String[][] {{marked, "1..."}, {"11..", sixty + "..."}, {marked, "?..."}}) {
            MaskFiles.grey(truth.resolve("a.png"), pair[0]);
            MaskFiles.grey(predicted.resolve("a.png"), pair[1]);
            assertEquals(2.0 / 3, dice(EvaluationOptions.standard()), 1e-12);
            assertTrue(run().notes().toString(), run().notes().get(0).contains("60 is taken as class 1."));
        }
        MaskFiles.grey(truth.resolve("a.png"), marked);
        MaskFiles.grey(predicted.resolve("a.png"), "12..");
        assertEquals("ids, where the other side has more classes", Arrays.asList(1, 2, 60), run().classIds());
    }

    @Test
    public void eachPageIsAnImage() throws IOException {
        PixelSize size = new PixelSize(2, 2, "mm");
        MaskFiles.tiff(truth.resolve("stack.tif"), Masks.draw(size, "1..."), Masks.draw(size, "..1."));
        MaskFiles.tiff(predicted.resolve("stack.tif"), Masks.draw("1..."), Masks.draw("1..."));
        List<ImageScore> images = run().images();
        assertEquals(2, images.size());
        assertEquals(1, images.get(0).slice());
        assertEquals(2, images.get(1).slice());
        assertEquals("mm", images.get(1).unit());
        ClassScore second = images.get(1).classes().get(0);
        assertEquals(2, second.value(DistanceMetric.HD95_PIXELS).getAsDouble(), 1e-9);
        assertEquals(4, second.value(DistanceMetric.HD95).getAsDouble(), 1e-5);
    }

    @Test
    public void scoresTheClassesThatOccurOrThoseAskedFor() throws IOException {
        MaskFiles.grey(truth.resolve("a.png"), "1.3.");
        MaskFiles.grey(predicted.resolve("a.png"), "1..7");
        assertEquals(Arrays.asList(1, 3, 7), run().classIds());
        EvaluationScores asked = run(EvaluationOptions.standard().withClasses(9));
        assertEquals(Arrays.asList(1, 2, 3, 4, 5, 6, 7, 8), asked.classIds());
        assertEquals(
                1,
                asked.images().get(0).classes().get(1).value(OverlapMetric.DICE).getAsDouble(),
                0);
    }

    @Test
    public void onlyBackgroundIsScoredAsClassOne() throws IOException {
        MaskFiles.grey(truth.resolve("a.png"), "..");
        MaskFiles.grey(predicted.resolve("a.png"), "..");
        EvaluationScores scores = run();
        assertEquals(Collections.singletonList(1), scores.classIds());
        assertEquals(
                Emptiness.BOTH_EMPTY,
                scores.images().get(0).classes().get(0).counts().emptiness());
    }

    @Test
    public void tellsItsProgressInOrder() throws IOException {
        for (int i = 0; i < 5; i++) {
            MaskFiles.grey(truth.resolve(i + ".png"), "1.");
            MaskFiles.grey(predicted.resolve(i + ".png"), "1.");
        }
        List<String> told = new ArrayList<>();
        EvaluationOptions options = EvaluationOptions.standard().withThreads(3);
        Evaluation.ofFolders(truth, predicted, options).run((done, of) -> told.add(done + "/" + of));
        assertEquals(
                Arrays.asList("1/10", "2/10", "3/10", "4/10", "5/10", "6/10", "7/10", "8/10", "9/10", "10/10"), told);
    }

    @Test
    public void whatItsProgressThrowsEndsItInBothPasses() throws IOException {
        for (int i = 0; i < 4; i++) {
            MaskFiles.grey(truth.resolve(i + ".png"), "1.");
            MaskFiles.grey(predicted.resolve(i + ".png"), "1.");
        }
        Evaluation evaluation = Evaluation.ofFolders(truth, predicted, EvaluationOptions.standard());
        for (int end : new int[] {2, 6}) {
            EvaluationProgress ending = (done, of) -> {
                if (done == end) {
                    throw new CancelledException("enough");
                }
            };
            assertThrows(CancelledException.class, () -> evaluation.run(ending));
            assertThrows(CancelledException.class, () -> evaluation.errors(ending));
        }
    }

    @Test
    public void anInterruptedThreadIsToldThatItIsCancelled() throws IOException {
        MaskFiles.grey(truth.resolve("a.png"), "1.");
        MaskFiles.grey(predicted.resolve("a.png"), "1.");
        Evaluation evaluation = Evaluation.ofFolders(truth, predicted, EvaluationOptions.standard());
        Thread.currentThread().interrupt();
        assertThrows(CancelledException.class, evaluation::run);
        assertTrue("stays interrupted", Thread.interrupted());
    }

    @Test
    public void threadsDoNotChangeTheScores() throws IOException {
        Random random = new Random(3);
        for (int i = 0; i < 8; i++) {
            MaskFiles.tiff(truth.resolve(i + ".tif"), Masks.random(random, 20, 30, 4, 0.3));
            MaskFiles.tiff(predicted.resolve(i + ".tif"), Masks.random(random, 20, 30, 4, 0.3));
        }
        ScoreTable one = new ScoreTable(run());
        ScoreTable four = new ScoreTable(run(EvaluationOptions.standard().withThreads(4)));
        assertEquals(values(one), values(four));
        assertFalse(values(one).isEmpty());
    }

    private static List<List<OptionalDouble>> values(ScoreTable table) {
        return table.rows().stream().map(ScoreRow::values).collect(Collectors.toList());
    }
}
