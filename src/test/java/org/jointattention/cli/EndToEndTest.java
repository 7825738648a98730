package org.jointattention.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointattention.files.Csv;
import org.jointattention.image.ImageFiles;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The program as users run it: the bundled model, TensorFlow, the test images. */
public class EndToEndTest {
    private static final Path IMAGES = Paths.get("test-images", "nuclei", "images");
    private static final Path MASKS = Paths.get("test-images", "nuclei", "masks");

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private void run(Object... arguments) {
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        int status = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), texts);
        assertEquals(err.toString(), 0, status);
    }

    @Test
    public void demoFindsTheNuclei() {
        Path results = folder.getRoot().toPath().resolve("demo");
        run("demo", "--images", IMAGES, "--out", results, "--precision", "float32");
        Matcher dice = Pattern.compile("mean Dice ([0-9.]+) of 6 images").matcher(out.toString());
        assertTrue(out.toString(), dice.find());
        assertTrue(out.toString(), Double.parseDouble(dice.group(1)) > 0.9);
        String info = ImageFiles.open(results.resolve("labels.tif")).getInfoProperty();
        assertTrue(info, info.matches("(?s).*\nWeights SHA-256: [0-9a-f]{64}\n.*"));
    }

    @Test
    public void whatSegmentWritesEvaluateTakes() throws IOException {
        Path results = folder.getRoot().toPath().resolve("results");
        Path csv = folder.getRoot().toPath().resolve("scores.csv");
        run(
                "segment",
                "--model",
                "nuclei",
                "--out",
                results,
                "--overlay",
                "--output",
                "both",
                "--precision",
                "float32",
                IMAGES.resolve("dim-1.png"),
                IMAGES.resolve("ovals-1.png"));
        run(
                "evaluate",
                "--truth",
                MASKS,
                "--predicted",
                results,
                "--out",
                csv,
                "--exclude",
                "dim-2,ovals-2,spotted-1,spotted-2");
        List<Map<String, String>> records = Csv.records(new String(Files.readAllBytes(csv), StandardCharsets.UTF_8));
        assertEquals("dim-1", records.get(0).get("image"));
        assertTrue(records.toString(), Double.parseDouble(records.get(0).get("dice")) > 0.9);
        assertTrue(out.toString(), out.toString().contains("Images: 2."));
    }
}
