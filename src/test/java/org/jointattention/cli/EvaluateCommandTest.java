package org.jointattention.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jointattention.evaluation.MaskFiles;
import org.jointattention.files.Csv;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class EvaluateCommandTest {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private Path truth;
    private Path predicted;
    private Path csv;
    private String text;

    @Before
    public void makeFolders() throws IOException {
        truth = folder.newFolder("truth").toPath();
        predicted = folder.newFolder("predicted").toPath();
        csv = folder.getRoot().toPath().resolve("result/scores.csv");
        MaskFiles.grey(truth.resolve("a.png"), "11..", "..2.");
        MaskFiles.grey(predicted.resolve("a.png"), "1...", "..2.");
    }

    private int execute(String... more) {
        String[] arguments = new String[6 + more.length];
        arguments[0] = "--truth";
        arguments[1] = truth.toString();
        arguments[2] = "--predicted";
        arguments[3] = predicted.toString();
        arguments[4] = "--out";
        arguments[5] = csv.toString();
        System.arraycopy(more, 0, arguments, 6, more.length);
        return run(arguments);
    }

    /** The exit status; what was printed is the text afterwards. */
    private int run(String... arguments) {
        CommandRun run = new CommandRun(new EvaluateCommand(), arguments);
        text = run.out() + run.err();
        return run.status();
    }

    private List<Map<String, String>> records() throws IOException {
        return Csv.records(new String(Files.readAllBytes(csv), StandardCharsets.UTF_8));
    }

    @Test
    public void writesTheTableAndPrintsASummary() throws IOException {
        assertEquals(0, execute("--threads", "2"));
        assertEquals(2 + 3 + 3, records().size());
        assertEquals("0.5", records().get(0).get("recall"));
        assertTrue(text, text.contains("pooled  foreground"));
        assertTrue(text, text.contains("Images: 1. Table: " + csv));
    }

    @Test
    public void takesTheNumberOfClasses() throws IOException {
        assertEquals(0, execute("--classes", "5"));
        assertEquals(4 + 5 + 5, records().size());
    }

    @Test
    public void failsWithAllProblemsAndWritesNothing() throws IOException {
        MaskFiles.grey(truth.resolve("b.png"), "1");
        MaskFiles.grey(predicted.resolve("c.png"), "1");
        assertEquals(1, execute());
        assertTrue(text, text.startsWith("error: ") && !text.contains("--verbose"));
        assertTrue(text, text.contains("b.png") && text.contains("c.png"));
        assertFalse(Files.exists(csv));
    }

    /** As {@code demo} writes it. */
    @Test
    public void theFolderOfTheDemoCanBeEvaluated() throws IOException {
        Files.move(predicted.resolve("a.png"), predicted.resolve("a_labels.png"));
        Files.copy(predicted.resolve("a_labels.png"), predicted.resolve("labels.png"));
        Files.write(predicted.resolve("a_overlay.png"), new byte[] {1, 2, 3});
        Files.write(predicted.resolve("overlay.png"), new byte[] {1, 2, 3});
        Files.writeString(predicted.resolve("report.csv"), "image,dice,pixels");
        assertEquals(0, execute());
        assertEquals("0.5", records().get(0).get("recall"));
        String note = "Left out, as there is no truth of that name: labels.png, overlay.png.";
        assertTrue(text, text.contains(note));
    }

    @Test
    public void comparesWithABaseline() throws IOException {
        Path other = folder.newFolder("other").toPath();
        MaskFiles.grey(other.resolve("a.png"), "11..", "..22");
        assertEquals(0, execute("--baseline", other.toString()));
        assertTrue(text, text.contains("Compared with " + other + ":"));
        // Class 1: recall of 1 of 2 pixels against 2 of 2.
        assertTrue(
                text, text.replaceAll(" +", " ").contains("1 recall 0.5000 1.0000 -0.5000 -0.5000 to -0.5000 1.0000"));
        // Class 2: precision of 1 of 1 against 1 of 2; of both classes on average 1 against 3/4.
        assertTrue(text, text.replaceAll(" +", " ").contains("2 precision 1.0000 0.5000 +0.5000"));
        assertTrue(text, text.replaceAll(" +", " ").contains("foreground precision 1.0000 0.7500 +0.2500"));
        // The table in the file is that of the masks themselves.
        assertEquals("0.5", records().get(0).get("recall"));
    }

    @Test
    public void aBaselineOfOtherImagesOrClassesIsRefused() throws IOException {
        Path other = folder.newFolder("other").toPath();
        assertEquals(1, execute("--baseline", other.toString()));
        assertTrue(text, text.contains("other"));
        MaskFiles.grey(other.resolve("a.png"), "11..", "..23");
        assertEquals(1, execute("--baseline", other.toString()));
        assertTrue(text, text.contains("the classes [1, 2] and those of the baseline [1, 2, 3]"));
        assertFalse(Files.exists(csv));
        assertEquals(0, execute("--classes", "4", "--baseline", other.toString()));
    }

    @Test
    public void optionsOutOfRangeAreWrongUsage() {
        assertEquals(2, execute("--classes", "1"));
        assertTrue(text, text.contains("--classes 1: use 2 to 255"));
        assertEquals(2, execute("--threads", "-1"));
        assertEquals(0, execute("--threads", "0"));
    }

    @Test
    public void leavesImagesOut() throws IOException {
        MaskFiles.grey(truth.resolve("b.png"), "1");
        MaskFiles.grey(truth.resolve("c.png"), "1");
        assertEquals(0, execute("--exclude", "b,c"));
        assertTrue(text, text.contains("Images: 1."));
    }

    @Test
    public void saysHowBinaryMasksAreRead() throws IOException {
        MaskFiles.grey(truth.resolve("a.png"), "??..", "....");
        MaskFiles.grey(predicted.resolve("a.png"), "1...", "....");
        assertEquals(0, execute());
        assertTrue(text, text.contains("255 is taken as class 1"));
    }

    @Test
    public void failsWhereTheTableCannotBe() {
        csv = truth;
        assertEquals(1, execute());
        assertTrue(text, text.contains("is a folder"));
    }

    @Test
    public void wrongUsageIsStatusTwo() {
        assertEquals(2, run("--truth", truth.toString()));
        assertEquals(2, execute("--classes", "many"));
        assertEquals(2, execute("--unknown"));
    }

    @Test
    public void helpTellsTheConventions() {
        assertEquals(0, run("--help"));
        assertTrue(text, text.contains("255"));
        assertTrue(text, text.replaceAll("\\s+", " ").contains("diagonal of the image"));
    }
}
