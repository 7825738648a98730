package org.jointattention.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jointattention.benchmark.BenchmarkColumn;
import org.jointattention.benchmark.BenchmarkProcess;
import org.jointattention.benchmark.BenchmarkRow;
import org.jointattention.engine.EngineException;
import org.jointattention.files.Csv;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class BenchmarkCommandTest {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private final List<String> started = new ArrayList<>();
    private Path csv;

    @Before
    public void file() {
        csv = folder.getRoot().toPath().resolve("new/rows.csv");
    }

    /** Measures nothing, but remembers what it was asked for; tiles of 64 fail. */
    private BenchmarkRow fake(List<String> arguments) {
        String line = String.join(" ", arguments);
        started.add(line);
        if (line.contains("--tiles 64")) {
            throw new EngineException("A tile of 64 needs too much memory.");
        }
        String kind = line.contains("TRAINING") ? "training" : "inference";
        return BenchmarkRow.empty()
                .with(BenchmarkColumn.KIND, kind)
                .with(BenchmarkColumn.RUNS, started.size())
                .with(BenchmarkColumn.MEDIAN, 1.2345, 2);
    }

    private CommandRun run(String... arguments) {
        return new CommandRun(new BenchmarkCommand(this::fake), arguments);
    }

    private static List<Map<String, String>> read(Path file) throws IOException {
        return Csv.records(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }

    @Test
    public void everyCombinationHasAProcessOfItsOwn() throws IOException {
        CommandRun run =
                run("--tiles", "32,48", "--threads", "1,2", "--training", "--patch", "32", "--out", csv.toString());
        assertEquals(run.err(), 0, run.status());
        assertEquals(2 * 2 * 2 + 2, started.size());
        assertEquals(
                "benchmark --child INFERENCE --tiles 48 --threads 2 --precision BFLOAT16 --device AUTO --seconds 2.0"
                        + " --preset small",
                started.get(7));
        assertEquals(
                "benchmark --child TRAINING --patch 32 --threads 1 --precision FLOAT32 --device AUTO --seconds 2.0"
                        + " --preset small",
                started.get(8));
        List<Map<String, String>> records = read(csv);
        assertEquals(10, records.size());
        assertEquals("small", records.get(9).get("network"));
        assertEquals("10", records.get(9).get("runs"));
        assertEquals("1.23", records.get(9).get("median_ms"));
        assertEquals("", records.get(9).get("peak_memory_mb"));
        assertTrue(
                run.out(), run.out().contains("inference of small") && run.out().contains("training of small"));
        assertTrue(run.out(), run.out().contains(" - "));
    }

    @Test
    public void whatFailsDoesNotStopTheRest() throws IOException {
        CommandRun run = run("--tiles", "32,64,48", "--precision", "float32", "--out", csv.toString());
        assertEquals(1, run.status());
        assertTrue(run.err(), run.err().startsWith("error: inference on 64x64 px, "));
        assertTrue(run.err(), run.err().contains("needs too much memory"));
        assertEquals(2, read(csv).size());
    }

    @Test
    public void zeroThreadsIsOneAProcessor() {
        int processors = Runtime.getRuntime().availableProcessors();
        run("--tiles", "32", "--threads", "0," + processors, "--precision", "float32");
        assertEquals(1, started.size());
        assertTrue(started.get(0), started.get(0).contains("--threads " + processors + " "));
    }

    @Test
    public void wrongValuesAreUsageErrors() {
        String[][] wrong = {
            {"--tiles", "33"},
            {"--tiles", "8"},
            {"--tiles", "8192"},
            {"--tiles", "many"},
            {"--threads", "-1"},
            {"--threads", "5000"},
            {"--precision", "half"},
            {"--preset", "huge"},
            {"--preset", "small", "--model", "nuclei"},
            {"--seconds", "0"},
            {"--seconds", "NaN"},
            {"--training", "--patch", "36"},
            {"--device", "tpu"},
            {"file.tif"}
        };
        for (String[] arguments : wrong) {
            CommandRun run = run(arguments);
            assertEquals(String.join(" ", arguments), 2, run.status());
            assertTrue(run.err(), run.err().startsWith("error: "));
            assertEquals("", run.out());
        }
        assertTrue(started.isEmpty());
    }

    @Test
    public void missingModelsAndPlacesAreFoundBeforeTheWork() {
        CommandRun run = run("--model", "no such model");
        assertEquals(1, run.status());
        assertTrue(run.err(), run.err().contains("no such model"));
        assertEquals(1, run("--out", folder.getRoot().toString()).status());
        assertTrue(started.isEmpty());
    }

    @Test
    public void theBasePresetHasStride16() {
        assertEquals(2, run("--preset", "base", "--tiles", "40").status());
        assertEquals(0, run("--preset", "base", "--tiles", "48").status());
    }

    @Test
    public void inferenceIsMeasuredInAnotherProcess() throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] arguments = {
            "benchmark",
            "--tiles=32",
            "--threads=1",
            "--precision=float32",
            "--device=cpu",
            "--seconds=0.01",
            "--out=" + csv
        };
        assertEquals(err.toString(), 0, Main.run(new PrintWriter(out), new PrintWriter(err), arguments));
        Map<String, String> row = read(csv).get(0);
        assertEquals("inference", row.get("kind"));
        assertEquals("32", row.get("size_px"));
        assertEquals("float32", row.get("precision"));
        assertEquals("CPU", row.get("device"));
        double median = Double.parseDouble(row.get("median_ms"));
        assertTrue(Double.parseDouble(row.get("best_ms")) <= median);
        assertEquals(32 * 32 / median / 1e3, Double.parseDouble(row.get("mpx_per_s")), 0.05 * 1024 / median / 1e3);
        assertTrue(Double.parseDouble(row.get("matrix_product_gflop_per_s")) > 0);
        assertTrue(out.toString(), out.toString().contains(row.get("median_ms")));
        if (Files.exists(Paths.get("/proc/self/status"))) {
            assertTrue(Double.parseDouble(row.get("peak_memory_mb")) > 50);
        }
    }

    @Test
    public void trainingIsMeasured() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] arguments = {
            "benchmark", "--child=training", "--patch=32", "--threads=1", "--precision=float32", "--seconds=0.01"
        };
        assertEquals(err.toString(), 0, Main.run(new PrintWriter(out), new PrintWriter(err), arguments));
        String line = out.toString().trim();
        assertTrue(line, line.startsWith(BenchmarkProcess.MARK));
        BenchmarkRow row = BenchmarkRow.parse(line.substring(BenchmarkProcess.MARK.length()));
        assertEquals("training", row.get(BenchmarkColumn.KIND));
        assertEquals("16", row.get(BenchmarkColumn.BATCH));
        assertTrue(Double.parseDouble(row.get(BenchmarkColumn.AUGMENTATION)) > 0);
        assertTrue(Double.parseDouble(row.get(BenchmarkColumn.MEDIAN)) > 0);
        assertFalse(row.get(BenchmarkColumn.WAITED).isEmpty());
    }
}
