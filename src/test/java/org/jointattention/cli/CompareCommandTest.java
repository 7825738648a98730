package org.jointattention.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.jointattention.benchmark.BenchmarkColumn;
import org.jointattention.benchmark.BenchmarkRow;
import org.jointattention.engine.Engines;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import picocli.CommandLine;

public class CompareCommandTest {
    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    @Before
    public void plan() throws IOException {
        for (String part : new String[] {"train", "test"}) {
            new TrainingImages(root().resolve("squares").resolve(part));
        }
        plan("attentions: [none, pointwise]");
    }

    private void plan(String line) throws IOException {
        Files.writeString(
                root().resolve("plan.yaml"),
                String.join(
                        "\n",
                        line,
                        "seeds: [1]",
                        "training: {steps: 4, patch: 16, batch: 2}",
                        "data: [{name: squares, classes: [background, square]}]"));
    }

    private Path root() {
        return temporary.getRoot().toPath();
    }

    private static BenchmarkRow measured(List<String> arguments) {
        assertEquals("benchmark", arguments.get(0));
        assertTrue(arguments.get(arguments.size() - 1).endsWith("model.zip"));
        return BenchmarkRow.empty()
                .with(BenchmarkColumn.WORK, 1.5, 1)
                .with(BenchmarkColumn.MEDIAN, 2.0, 1)
                .with(BenchmarkColumn.MEMORY, 300)
                .with(BenchmarkColumn.DEVICE, "CPU");
    }

    private CommandRun run(String... more) {
        String[] arguments = new String[more.length + 5];
        System.arraycopy(more, 0, arguments, 5, more.length);
        arguments[0] = root().resolve("plan.yaml").toString();
        arguments[1] = "--out";
        arguments[2] = root().resolve("out").toString();
        arguments[3] = "--device=cpu";
        arguments[4] = "--threads=1";
        return new CommandRun(new CompareCommand(Engines::classPath, CompareCommandTest::measured), arguments);
    }

    @Test
    public void comparesAndReports() throws IOException {
        CommandRun run = run();
        assertEquals(run.err(), 0, run.status());
        Path report = root().resolve("out/report/report.md");
        assertEquals(report + System.lineSeparator(), run.out());
        assertTrue(run.err(), run.err().contains("[1/2] squares, denseunet, none@bottleneck, seed 1"));
        assertTrue(run.err(), run.err().contains("weights: denseunet"));
        assertTrue(run.err(), run.err().contains(" left, of all cells about "));
        assertTrue(run.err(), run.err().contains("2 of 2 cells are finished."));
        String text = Files.readString(report);
        assertTrue(text, text.contains("| squares | pointwise |") && text.contains("| 1.50 | 2.0 | 300 | CPU | CPU |"));

        CommandRun again = run();
        assertEquals(0, again.status());
        assertFalse(again.err(), again.err().contains("[1/2]"));
    }

    @Test
    public void aFailedCellMakesTheStatusOne() throws IOException {
        plan("attentions: [none, bogus]");
        CommandRun run = run();
        assertEquals(1, run.status());
        assertTrue(run.err(), run.err().contains("error: squares, denseunet, bogus@bottleneck, seed 1: "));
        assertTrue(run.err(), run.err().contains("1 of 2 cells are finished."));
        String text = Files.readString(root().resolve("out/report/report.md"));
        assertTrue(text, text.contains("## Missing") && text.contains("| 1.50 | 2.0 | 300 | CPU | CPU |"));
    }

    @Test
    public void reportsWithoutComputing() {
        CommandRun run = run("--report-only");
        assertEquals(1, run.status());
        assertTrue(run.err(), run.err().contains("0 of 2 cells are finished."));
        assertFalse(Files.exists(root().resolve("out/cells/squares_denseunet_none-bottleneck_seed1")));
    }

    @Test
    public void timeThatIsOverStops() {
        CommandRun run = run("--minutes=0.000001");
        assertEquals(1, run.status());
        assertTrue(run.err(), run.err().contains("The time is over"));
        assertTrue(run.err(), run.err().contains("0 of 2 cells are finished."));
    }

    @Test
    public void wrongOptionsAndPlansAreRefused() throws IOException {
        assertEquals(2, run("--minutes=0").status());
        plan("attentions: [none, none]");
        CommandRun run = run();
        assertEquals(1, run.status());
        assertTrue(
                run.err(), run.err().startsWith("error: The plan ") && run.err().contains("attentions"));
    }

    /** Users' scripts depend on these names. */
    @Test
    public void optionsAreThoseOfTheFirstDay() {
        TreeSet<String> names = new TreeSet<>(new CommandLine(new CompareCommand())
                .getCommandSpec()
                .optionsMap()
                .keySet());
        assertEquals("[--data, --device, --minutes, --out, --report-only, --threads]", names.toString());
    }
}
