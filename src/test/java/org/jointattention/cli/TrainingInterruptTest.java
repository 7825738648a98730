package org.jointattention.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jointattention.model.ModelFile;
import org.junit.After;
import org.junit.Assume;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Ctrl-C in the real program. */
public class TrainingInterruptTest {
    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private final StringBuilder err = new StringBuilder();
    private TrainingImages data;
    private Process process;

    @Before
    public void images() throws IOException {
        Assume.assumeTrue("signals of POSIX", File.separatorChar == '/');
        data = new TrainingImages(temporary.getRoot().toPath());
    }

    private void start(String steps) throws IOException {
        List<String> command = new ArrayList<>(Arrays.asList(
                Paths.get(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(Arrays.asList(data.command(steps)));
        process = new ProcessBuilder(command)
                .redirectOutput(temporary.getRoot().toPath().resolve("out.txt").toFile())
                .start();
    }

    @After
    public void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    public void ctrlCSavesACheckpointAndTheBestModel() throws IOException, InterruptedException {
        start("--steps=500");
        interruptAt("validation Dice");
        assertTrue(err.toString(), err.toString().contains("Curves: "));
        assertTrue(Integer.parseInt(ModelFile.read(data.out()).card().figures().get("steps")) < 500);
        assertResumes();
    }

    @Test
    public void ctrlCBeforeTheFirstValidationSavesAModelThatSaysSo() throws IOException, InterruptedException {
        start("--steps=9000");
        interruptAt("step 1/9000");
        assertTrue(err.toString(), err.toString().contains("not validated (no Dice)"));
        assertFalse(err.toString(), err.toString().contains("Curves: "));
        Map<String, String> figures = ModelFile.read(data.out()).card().figures();
        assertTrue(figures.toString(), figures.get("validation").startsWith("none"));
    }

    private void interruptAt(String text) throws IOException, InterruptedException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            readUntil(lines, text);
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            readUntil(lines, null);
        }
        assertTrue(err.toString(), process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(err.toString(), 130, process.exitValue());
        assertTrue(err.toString(), err.toString().contains("Stopping"));
        assertTrue(err.toString(), err.toString().contains("Stopped after "));
        Path root = temporary.getRoot().toPath();
        assertEquals(
                data.out().toString(), Files.readString(root.resolve("out.txt")).trim());
        assertTrue(Files.exists(data.checkpoints().resolve("checkpoint.safetensors")));
    }

    /** Reads a line that holds a text, or all lines. */
    private void readUntil(BufferedReader lines, String text) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            err.append(line).append('\n');
            if (text != null && line.contains(text)) {
                return;
            }
        }
        assertTrue("ended without '" + text + "': " + err, text == null);
    }

    private void assertResumes() {
        StringWriter out = new StringWriter();
        StringWriter resumed = new StringWriter();
        String[] arguments = data.command("--steps=500", "--resume");
        int status = Main.run(new PrintWriter(out), new PrintWriter(resumed), arguments);
        assertEquals(resumed.toString(), 0, status);
        assertTrue(resumed.toString(), resumed.toString().contains("Done after 500 steps"));
        assertEquals("500", ModelFile.read(data.out()).card().figures().get("steps"));
    }
}
