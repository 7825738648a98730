package org.jointattention.benchmark;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jointattention.cli.Main;
import org.jointattention.engine.EngineException;
import org.jointattention.training.DataSet;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The parts of which the benchmark is made. */
public class BenchmarkPartsTest {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void bestAndMedianLeaveOutTheFirstRun() {
        RunTimes odd = new RunTimes(9, Arrays.asList(3.0, 1.0, 2.5));
        assertEquals(9, odd.first(), 0);
        assertEquals(1, odd.best(), 0);
        assertEquals(2.5, odd.median(), 0);
        assertEquals(2, new RunTimes(9, Arrays.asList(3.0, 1.0)).median(), 0);
        assertEquals(2, new RunTimes(9, Arrays.asList(3.0, 1.0)).runs());
    }

    @Test
    public void thereAreFiveRunsAtLeast() {
        int[] count = new int[1];
        assertEquals(3, RunTimes.measure(() -> count[0]++, 0).runs());
        assertEquals("first, warm-up, 3", 5, count[0]);
    }

    @Test
    public void rowsSurviveTheirLine() {
        BenchmarkRow row = BenchmarkRow.empty()
                .with(BenchmarkColumn.KIND, "inference")
                .with(BenchmarkColumn.NETWORK, "my, \"model\".zip")
                .with(new RunTimes(0.5, List.of(0.25)), 1_000_000)
                .with(BenchmarkColumn.MEMORY, 12.6, 0);
        assertEquals(row.fields(), BenchmarkRow.parse(row.line()).fields());
        assertEquals("4.000", row.get(BenchmarkColumn.SPEED));
        assertEquals("500.00", row.get(BenchmarkColumn.FIRST));
        assertEquals("13", row.get(BenchmarkColumn.MEMORY));
        assertEquals("", row.get(BenchmarkColumn.SHARE));
        assertThrows(IllegalArgumentException.class, () -> BenchmarkRow.parse("inference\t1"));
    }

    @Test
    public void memoryIsReadFromTheStatus() throws IOException {
        Path status = folder.newFile("status").toPath();
        String text = "Name:\tjava\nVmPeak:\t 9000000 kB\nVmHWM:\t  300000 kB\nVmRSS:\t  200000 kB\n";
        Files.write(status, text.getBytes(StandardCharsets.US_ASCII));
        assertEquals(OptionalLong.of(300000L << 10), ProcessMemory.peakBytes(status));
        Files.write(status, text.replaceAll("VmHWM.*\n", "").getBytes(StandardCharsets.US_ASCII));
        assertEquals(OptionalLong.of(200000L << 10), ProcessMemory.peakBytes(status));
        Files.write(status, "Name:\tjava\n".getBytes(StandardCharsets.US_ASCII));
        assertEquals(OptionalLong.empty(), ProcessMemory.peakBytes(status));
        assertEquals(OptionalLong.empty(), ProcessMemory.peakBytes(status.resolveSibling("none")));
    }

    @Test
    public void copyingTakesTime() {
        assertTrue(CopyTimer.seconds(100_000) > 0);
    }

    @Test
    public void samplesHaveAllClassesAndChannels() {
        DataSet data = BenchmarkSamples.of(3, 4, 256);
        assertEquals(3, data.channels());
        for (int label = 0; label < 4; label++) {
            boolean found = false;
            for (byte value : data.samples().get(0).labels()) {
                found |= value == label;
            }
            assertTrue("class " + label, found);
        }
    }

    @Test
    public void agentsAreNotPassedOn() {
        List<String> options =
                List.of("-Xmx2g", "-javaagent:x.jar=y", "-agentlib:jdwp=z", "-Da=b c", "-XX:+UseParallelGC");
        assertEquals(List.of("-Xmx2g", "-Da=b c", "-XX:+UseParallelGC"), BenchmarkProcess.inherited(options));
    }

    @Test
    public void theErrorOfAProcessIsTheMessage() {
        List<String> arguments = List.of("benchmark", "--preset", "none");
        EngineException e = assertThrows(EngineException.class, () -> BenchmarkProcess.measure(Main.class, arguments));
        assertTrue(e.getMessage(), e.getMessage().startsWith("Invalid value for option '--preset'"));
    }

    @Test
    public void aProcessThatMeasuresNothingIsAnError() {
        EngineException e =
                assertThrows(EngineException.class, () -> BenchmarkProcess.measure(Main.class, List.of("--version")));
        assertTrue(e.getMessage(), e.getMessage().contains("status 0"));
        assertTrue(e.getMessage(), e.getMessage().contains("joint-attention "));
    }
}
