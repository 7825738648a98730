package org.jointattention.evaluation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class EvaluationRefusalTest {
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

    private String refusal(EvaluationOptions options) {
        return assertThrows(EvaluationException.class, () -> run(options)).getMessage();
    }

    private String refusal() {
        return refusal(EvaluationOptions.standard());
    }

    private static void assertContains(String text, String part) {
        assertTrue(text, text.contains(part));
    }

    @Test
    public void namesAllProblemsAtOnce() throws IOException {
        MaskFiles.grey(truth.resolve("lonely.png"), "1.");
        MaskFiles.grey(predicted.resolve("orphan.png"), "1.");
        MaskFiles.grey(truth.resolve("small.png"), "1.");
        MaskFiles.grey(predicted.resolve("small.png"), "1..", "...");
        MaskFiles.grey(truth.resolve("twice.png"), "1.");
        MaskFiles.grey(truth.resolve("twice.bmp"), "1.");
        MaskFiles.grey(predicted.resolve("twice.png"), "1.");
        MaskFiles.tiff(truth.resolve("pages.tif"), Masks.draw("1"), Masks.draw("1"));
        MaskFiles.tiff(predicted.resolve("pages.tif"), Masks.draw("1"));
        MaskFiles.grey(truth.resolve("broken.png"), "1.");
        Files.write(predicted.resolve("broken.png"), new byte[] {1, 2, 3});
        String message = refusal();
        assertContains(message, truth.resolve("lonely.png") + " has no prediction");
        assertContains(message, predicted.resolve("orphan.png") + " has no truth");
        assertContains(message, predicted.resolve("small.png") + " is 3x2 pixels, but");
        assertContains(message, "several files named \"twice\": twice.bmp, twice.png");
        assertContains(message, predicted.resolve("pages.tif") + " has 1 images, but");
        assertContains(message, predicted.resolve("broken.png") + " cannot be read");
        assertEquals(7, message.split("\n").length);
    }

    @Test
    public void differingSizesInAStackNameTheSlice() throws IOException {
        MaskFiles.tiff(truth.resolve("a.tif"), Masks.draw("1."), Masks.draw("1."));
        MaskFiles.tiff(predicted.resolve("a.tif"), Masks.draw("1"), Masks.draw("1"));
        String message = refusal();
        assertContains(message, "(slice 1) is 1x1 pixels");
        assertContains(message, "(slice 2) is 1x1 pixels");
    }

    @Test
    public void nothingIsComputedWhereSomethingIsWrong() throws IOException {
        MaskFiles.grey(truth.resolve("a.png"), "1.");
        MaskFiles.grey(predicted.resolve("a.png"), "1.");
        MaskFiles.grey(truth.resolve("b.png"), "1.");
        List<Integer> compared = new ArrayList<>();
        Evaluation evaluation = Evaluation.ofFolders(truth, predicted, EvaluationOptions.standard());
        assertThrows(
                EvaluationException.class,
                () -> evaluation.run((files, of) -> {
                    if (2 * files > of) { // the first half is checking
                        compared.add(files);
                    }
                }));
        assertTrue(compared.isEmpty());
    }

    @Test
    public void refusesMissingAndEmptyFolders() throws IOException {
        assertContains(refusal(), "truth folder " + truth + " has no image files");
        MaskFiles.grey(truth.resolve("a.png"), "1.");
        assertContains(refusal(), "predicted folder " + predicted + " has no image files");
        Files.delete(predicted);
        assertContains(refusal(), "predicted folder " + predicted + " does not exist");
    }

    @Test
    public void refusesValuesBeyondTheClasses() throws IOException {
        MaskFiles.grey(truth.resolve("a.png"), "1.?");
        MaskFiles.grey(predicted.resolve("a.png"), "15.");
        run();
        String message = refusal(EvaluationOptions.standard().withClasses(3));
        assertContains(message, predicted.resolve("a.png") + " has the value 5, but class ids here are 0 to 2.");
    }

    @Test
    public void refusesBinaryMasksOf255WhereThereAreMoreClasses() throws IOException {
        MaskFiles.grey(truth.resolve("a.png"), "?.?");
        MaskFiles.grey(predicted.resolve("a.png"), "1.2");
        assertContains(refusal(), "255 is the foreground, divide");
        MaskFiles.grey(predicted.resolve("a.png"), "1.1");
        assertContains(refusal(EvaluationOptions.standard().withClasses(3)), "255 is the foreground, divide");
        MaskFiles.grey(truth.resolve("a.png"), "1.2");
        MaskFiles.grey(predicted.resolve("a.png"), "?.?");
        assertContains(refusal(), "255 is the foreground, divide");
    }

    @Test
    public void refusesTruthOfWhichNothingIsKnown() throws IOException {
        MaskFiles.grey(truth.resolve("a.png"), "???");
        MaskFiles.grey(predicted.resolve("a.png"), "1.1");
        assertContains(refusal(), "255 is the foreground, divide");
    }

    @Test
    public void refusesToLeaveOutWhatIsNotThere() throws IOException {
        MaskFiles.grey(truth.resolve("a.png"), "1.");
        MaskFiles.grey(predicted.resolve("a.png"), "1.");
        assertContains(refusal(EvaluationOptions.standard().withExcluded(List.of("b"))), "\"b\" is to be left out");
        assertContains(refusal(EvaluationOptions.standard().withExcluded(List.of("a"))), "All images are left out");
    }

    @Test
    public void refusesTwoPredictionsOfOneTruth() throws IOException {
        MaskFiles.grey(truth.resolve("a.png"), "1.");
        MaskFiles.grey(predicted.resolve("a.png"), "1.");
        MaskFiles.grey(predicted.resolve("a_labels.png"), "1.");
        assertContains(refusal(), "a_labels.png are both predictions of \"a\"; keep one");
        MaskFiles.grey(truth.resolve("a_labels.png"), "1.");
        assertEquals(2, run().images().size());
        MaskFiles.grey(predicted.resolve("a.bmp"), "1.");
        assertContains(refusal(), "several files named \"a\": a.bmp, a.png");
    }

    @Test
    public void whatBelongsToNoTruthIsLeftOutWithANote() throws IOException {
        MaskFiles.grey(truth.resolve("a.png"), "1.");
        MaskFiles.grey(predicted.resolve("a_labels.png"), "1.");
        MaskFiles.grey(predicted.resolve("a_overlay.png"), "1.");
        assertEquals(List.of(), run().notes());
        Files.write(predicted.resolve("overlay.png"), new byte[] {1, 2, 3});
        MaskFiles.grey(predicted.resolve("overlay.bmp"), "1..");
        MaskFiles.tiff(predicted.resolve("labels.tif"), Masks.draw("7"));
        for (int i = 1; i < 6; i++) {
            MaskFiles.grey(predicted.resolve("other" + i + ".png"), "9");
        }
        EvaluationScores scores = run();
        assertEquals(1, scores.images().size());
        assertEquals(List.of(1), scores.classIds());
        assertEquals(
                List.of("Left out, as there is no truth of that name: labels.tif, other1.png, other2.png, other3.png,"
                        + " other4.png and 2 more."),
                scores.notes());
        MaskFiles.grey(truth.resolve("missed.png"), "1.");
        assertContains(refusal(), "missed.png has no prediction");
        assertContains(refusal(), "labels.tif has no truth");
    }

    @Test
    public void refusesOptionsOutOfRange() {
        EvaluationOptions options = EvaluationOptions.standard();
        assertThrows(EvaluationException.class, () -> options.withClasses(1));
        assertThrows(EvaluationException.class, () -> options.withClasses(256));
        assertThrows(EvaluationException.class, () -> options.withThreads(0));
    }
}
