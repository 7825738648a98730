package org.jointattention.cli;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointattention.image.ImageFiles;
import org.junit.Assume;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * The real program, killed in the middle of its work and started again: {@code -Djointattention.kills=20} for more than a few
 * times.
 */
public class BatchKillTest {
    private static final int IMAGES = 150;
    private static final int KILLS = Integer.getInteger("jointattention.kills", 2);

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private Path in;
    private Path out;

    @Before
    public void images() throws IOException {
        Assume.assumeTrue("signals of POSIX", File.separatorChar == '/');
        in = temporary.newFolder("in").toPath();
        out = temporary.getRoot().toPath().resolve("out");
        Random random = new Random(3);
        for (int i = 0; i < IMAGES; i++) {
            ByteProcessor pixels = new ByteProcessor(60, 50);
            pixels.setColor(200);
            pixels.fillOval(random.nextInt(30), random.nextInt(20), 20, 20);
            ImageFiles.savePng(new ImagePlus("", pixels), in.resolve(String.format("%03d.png", i)));
        }
    }

    private Process start(Path folder) throws IOException {
        List<String> command = List.of(
                Paths.get(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "batch",
                "--model=nuclei",
                "--in=" + in,
                "--out=" + folder,
                "--output=both",
                "--overlay",
                "--precision=float32",
                "--threads=1",
                "--tile=64");
        return new ProcessBuilder(command).redirectError(errors().toFile()).start();
    }

    private Path errors() {
        return temporary.getRoot().toPath().resolve("err.txt");
    }

    private static BufferedReader lines(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private String finish(Path folder) throws IOException, InterruptedException {
        Process process = start(folder);
        try (BufferedReader lines = lines(process)) {
            String said = lines.lines().collect(Collectors.joining("\n"));
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertEquals(Files.readString(errors()), 0, process.exitValue());
            return said;
        } finally {
            process.destroyForcibly();
        }
    }

    /** Sends a signal some results, and some milliseconds, after the first result. */
    private int interrupt(String signal, int results, int millis) throws IOException, InterruptedException {
        Process process = start(out);
        try (BufferedReader lines = lines(process)) {
            for (int i = 0; i <= results; i++) {
                assertTrue(Files.readString(errors()), lines.readLine() != null);
            }
            Thread.sleep(millis);
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            lines.lines().forEach(line -> {});
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    public void nothingIsLostOrHalfWrittenHoweverOftenItIsKilled() throws IOException, InterruptedException {
        Path whole = temporary.getRoot().toPath().resolve("whole");
        finish(whole);
        Random random = new Random(7);
        int most = 3 * IMAGES / (KILLS + 1) * 2 / 3;
        for (int i = 0; i < KILLS; i++) {
            assertEquals(137, interrupt("-KILL", random.nextInt(most), random.nextInt(30)));
            assertAllWhole(whole);
        }
        assertEquals(130, interrupt("-INT", 5, 0));
        assertEndedCleanly(Files.readString(errors()));
        String said = finish(out);
        assertTrue("something was skipped", said.lines().count() < 3 * IMAGES);
        assertAllWhole(whole);
        assertEquals(results(whole).size(), results(out).size());
        assertFalse("what was half written is removed", isAnyHidden());
        assertEquals(IMAGES, summary().size());
    }

    /** After Ctrl-C. */
    private void assertEndedCleanly(String err) throws IOException {
        assertTrue(err, err.contains("Stopping: what is complete is kept."));
        assertTrue(err, err.matches("(?s).*\\d+ of " + IMAGES + " images done, \\d+ skipped, 0 failed.*"));
        assertFalse("nothing half written", isAnyHidden());
        assertTrue(summary().size() < IMAGES);
    }

    /** The rows of all images that were done or skipped, each with all values. */
    private List<String> summary() throws IOException {
        List<String> rows = Files.readAllLines(out.resolve("summary.csv"));
        for (String row : rows.subList(1, rows.size())) {
            assertTrue(row, row.matches(".*,(done|skipped),[0-9.]+,[0-9]+,[0-9]+,CPU.*,"));
        }
        return rows.subList(1, rows.size());
    }

    private void assertAllWhole(Path whole) throws IOException {
        for (Path result : results(out)) {
            assertArrayEquals(
                    result.toString(),
                    Files.readAllBytes(whole.resolve(result.getFileName())),
                    Files.readAllBytes(result));
        }
    }

    private static List<Path> results(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9]+_.*"))
                    .collect(Collectors.toCollection(ArrayList::new));
        }
    }

    private boolean isAnyHidden() throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("."));
        }
    }
}
