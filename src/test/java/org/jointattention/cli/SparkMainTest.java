package org.jointattention.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jointattention.image.zarr.ZarrFormat;
import org.jointattention.segmentation.zarr.ZarrImages;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SparkMainTest {
    private static final Map<String, String> SPARK = Map.of(
            "spark.master", "local[2]",
            "spark.ui.enabled", "false",
            "spark.driver.host", "127.0.0.1",
            "spark.driver.bindAddress", "127.0.0.1");

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private final StringWriter err = new StringWriter();

    private int run(Object... arguments) {
        StringWriter out = new StringWriter();
        String[] texts = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
        return SparkMain.run(new PrintWriter(out, true), new PrintWriter(err, true), texts);
    }

    /** What spark-submit sets. */
    private static void submit() {
        SPARK.forEach(System::setProperty);
    }

    @After
    public void forget() {
        SPARK.keySet().forEach(System::clearProperty);
    }

    @Test
    public void aBrokenFileGivesStatusOneAndTheOthersFinish() throws IOException {
        submit();
        Path in = temporary.newFolder("in").toPath();
        Path out = temporary.getRoot().toPath().resolve("out");
        CommandRun.square(in.resolve("a.png"), 60, 40, 200);
        Files.writeString(in.resolve("b.png"), "no image");
        assertEquals(err.toString(), 1, run("--model", "nuclei", "--tile", 64, "--in", in, "--out", out));
        assertTrue(Files.exists(out.resolve("a_labels.tif")));
        assertTrue(err.toString(), err.toString().contains("error: " + in.resolve("b.png") + ": "));
        assertTrue(err.toString(), err.toString().contains("1 of 2 files done, 1 failed."));
        assertTrue(err.toString(), err.toString().contains("precision=float32"));
    }

    @Test
    public void anImageOfOmeZarrIsCutIntoParts() {
        submit();
        Path image = temporary.getRoot().toPath().resolve("cells.zarr");
        Path out = temporary.getRoot().toPath().resolve("out");
        ZarrImages.write(image, ZarrFormat.V3, 1, 2, 60, 70);
        Object[] arguments = {"--model", "nuclei", "--tile", 64, "--in", image, "--out", out, "--within", "cells"};
        assertEquals(err.toString(), 0, run(arguments));
        assertTrue(err.toString(), err.toString().contains("2 of 2 parts done, 0 failed."));
        assertTrue(Files.exists(image.resolve("labels/cells/zarr.json")));
        assertEquals(err.toString(), 0, run(arguments));
        assertTrue(err.toString(), err.toString().contains("complete before"));
        assertEquals(2, run("--model", "nuclei", "--in", image, "--out", out, "--overlay"));
        assertEquals(2, run("--model", "nuclei", "--in", temporary.getRoot(), "--out", out, "--level", 1));
    }

    @Test
    public void wrongUsageGivesStatusTwo() throws IOException {
        assertEquals(2, run("--model", "nuclei"));
        assertTrue(err.toString(), err.toString().contains("joint-attention-spark --help"));
        assertEquals(2, run("--model", "nuclei", "--in", "x", "--out", "y", "--files-per-task", 0));
        submit();
        Path out = temporary.getRoot().toPath().resolve("out");
        assertEquals(2, run("--model", "nuclei", "--tile", 63, "--in", temporary.getRoot(), "--out", out));
    }

    @Test
    public void withoutSparkSubmitItIsSaidHowToStart() {
        assertEquals(1, run("--model", "nuclei", "--in", "x", "--out", "y"));
        assertTrue(err.toString(), err.toString().contains("spark-submit"));
    }

    @Test
    public void helpNamesTheOptions() {
        StringWriter out = new StringWriter();
        assertEquals(0, SparkMain.run(new PrintWriter(out, true), new PrintWriter(err, true), "--help"));
        assertTrue(out.toString(), out.toString().contains("--skip-existing"));
    }
}
