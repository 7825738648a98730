package org.jointattention.comparison;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.OptionalDouble;
import org.jointattention.benchmark.BenchmarkColumn;
import org.jointattention.benchmark.BenchmarkRow;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.engine.EngineException;
import org.jointattention.engine.Engines;
import org.jointattention.model.ModelFile;
import org.jointattention.training.TrainingProgress;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Cells with the real engine, on a few small images. */
public class TrainedCellsTest {
    private static final String NONE = "squares_denseunet_none-bottleneck_seed1";
    private static final String JOINT = "squares_denseunet_joint-bottleneck_seed1";

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private ComparisonPlan plan;

    @Before
    public void data() throws IOException {
        Plans.squares(root());
        plan = plan("none, joint", 6);
    }

    private ComparisonPlan plan(String attentions, int steps) throws IOException {
        return Plans.plan(
                root(),
                "attentions: [" + attentions + "]",
                "seeds: [1]",
                "training: {steps: " + steps + ", patch: 16, batch: 2}",
                "data: [{name: squares, classes: [background, square]}]");
    }

    private Path root() {
        return temporary.getRoot().toPath();
    }

    private boolean run(String out, ComparisonListener listener) {
        TrainedCells cells = new TrainedCells(Engines.classPath(), plan, DeviceChoice.CPU, 1);
        return new Comparison(plan, root().resolve(out)).run(cells, listener);
    }

    private byte[] scores(String out, String cell) throws IOException {
        return Files.readAllBytes(
                root().resolve(out).resolve("cells").resolve(cell).resolve("scores.csv"));
    }

    @Test
    public void trainsJudgesAndRecords() throws IOException {
        Plans.Listener listener = new Plans.Listener(0);
        assertTrue(listener.heard.toString(), run("out", listener));
        List<CellResult> results = new Comparison(plan, root().resolve("out")).results();
        assertEquals(2, results.size());
        double none = results.get(0).figures().number(CellFigures.PARAMETERS).getAsDouble();
        double joint = results.get(1).figures().number(CellFigures.PARAMETERS).getAsDouble();
        assertEquals(none, joint, 0.05 * none);
        assertEquals(6, results.get(1).figures().number(CellFigures.STEPS).getAsDouble(), 0);
        assertEquals("CPU", results.get(1).figures().text(CellFigures.DEVICE));
        assertEquals(4, results.get(1).scores().size());
        for (String metric : plan.metrics()) {
            assertTrue(metric, results.get(1).scores().get(0).value(metric).isPresent());
        }
        Path cell = root().resolve("out/cells").resolve(JOINT);
        assertEquals(
                "joint",
                ModelFile.read(cell.resolve("model.zip")).spec().attention().name());
        assertFalse(Files.exists(cell.resolve("model.zip.checkpoints/checkpoint.safetensors")));
        assertTrue(Files.exists(cell.resolve("model.zip.checkpoints/history.csv")));
        assertTrue(Files.exists(cell.resolve("labels/im0_labels.tif")));
    }

    /** Stopped in a cell and gone on with, the grid comes to the same bytes. */
    @Test
    public void goesOnWhereItWasStopped() throws IOException {
        assertTrue(run("whole", new Plans.Listener(0)));
        assertFalse(run("parts", new Plans.Listener(3)));
        assertTrue(Files.exists(
                root().resolve("parts/cells").resolve(NONE).resolve("model.zip.checkpoints/checkpoint.safetensors")));
        assertTrue(run("parts", new Plans.Listener(0)));
        assertArrayEquals(scores("whole", NONE), scores("parts", NONE));
        assertArrayEquals(scores("whole", JOINT), scores("parts", JOINT));
    }

    @Test
    public void aHalfTrainedCellOfOtherImagesBeginsAnew() throws IOException {
        plan = plan("none", 6);
        assertFalse(run("parts", new Plans.Listener(3)));
        Path masks = root().resolve("squares/train/masks");
        Files.copy(masks.resolve("im1.png"), masks.resolve("im2.png"), StandardCopyOption.REPLACE_EXISTING);
        Plans.Listener listener = new Plans.Listener(0);
        assertTrue(run("parts", listener));
        assertTrue(
                listener.heard.toString(),
                listener.heard.contains("note The training begins anew: The images or masks are not known to be those"
                        + " that it began with."));
        assertTrue(run("whole", new Plans.Listener(0)));
        assertArrayEquals(scores("whole", NONE), scores("parts", NONE));
        assertFalse(Files.exists(root().resolve("parts/cells").resolve(NONE).resolve("images.txt")));
    }

    /** What its scores would be of nobody could tell. */
    @Test
    public void aCellWhoseImagesChangeMeanwhileFails() throws IOException {
        plan = plan("none", 6);
        Plans.Listener changing = new Plans.Listener(0) {
            @Override
            public void progress(TrainingProgress progress, double secondsLeft) {
                Path masks = root().resolve("squares/test/masks");
                try {
                    Files.copy(masks.resolve("im1.png"), masks.resolve("im2.png"), StandardCopyOption.REPLACE_EXISTING);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        assertTrue(run("out", changing));
        assertEquals(0, new Comparison(plan, root().resolve("out")).finished());
        String failure = changing.heard.get(changing.heard.size() - 1);
        assertTrue(failure, failure.contains("were changed while the cell was computed"));
        assertTrue(run("out", new Plans.Listener(0)));
        assertEquals(1, new Comparison(plan, root().resolve("out")).finished());
    }

    @Test
    public void neighbouringSlicesAreSeenAtOnce() throws IOException {
        Plans.stacks(root());
        plan = Plans.plan(
                root(),
                "attentions: [none]",
                "seeds: [1]",
                "training: {steps: 2, patch: 16, batch: 2, slices: 3}",
                "data: [{name: stacks, classes: [background, square]}]");
        assertTrue(run("out", new Plans.Listener(0)));
        Path cell = root().resolve("out/cells/stacks_denseunet_none-bottleneck_seed1");
        assertEquals(3, ModelFile.read(cell.resolve("model.zip")).spec().slices());
        List<CellScore> scores =
                new Comparison(plan, root().resolve("out")).results().get(0).scores();
        assertEquals(2 * 3, scores.size());
    }

    /** A prolonged training is not one of the plan's length: its learning rate was another. */
    @Test
    public void aHalfTrainedCellOfFewerStepsBeginsAnew() throws IOException {
        plan = plan("none", 12);
        assertTrue(run("whole", new Plans.Listener(0)));
        plan = plan("none", 6);
        assertFalse(run("parts", new Plans.Listener(3)));
        plan = plan("none", 12);
        Plans.Listener listener = new Plans.Listener(0);
        assertTrue(run("parts", listener));
        assertTrue(
                listener.heard.toString(),
                listener.heard.contains("note The training begins anew: The checkpoint is of a shorter one."));
        assertArrayEquals(scores("whole", NONE), scores("parts", NONE));
    }

    @Test
    public void aNetworkThatCannotBeMadeIsAFailedCell() throws IOException {
        plan = plan("none, bogus, 'gate@bottleneck'", 6);
        Plans.Listener listener = new Plans.Listener(0);
        assertTrue("nothing is left to do", run("out", listener));
        assertEquals(1, new Comparison(plan, root().resolve("out")).finished());
        String first = listener.heard.get(0);
        String second = listener.heard.get(1);
        assertTrue(first, first.startsWith("note All cells of denseunet with bogus@bottleneck will fail: Unknown"));
        assertTrue(second, second.startsWith("note All cells of denseunet with gate@bottleneck will fail: "));
        String missing = new Comparison(plan, root().resolve("out")).missing().toString();
        assertTrue(missing, missing.contains("bogus") && missing.contains("skip"));
    }

    private static BenchmarkRow row() {
        return BenchmarkRow.empty()
                .with(BenchmarkColumn.WORK, 2.5, 1)
                .with(BenchmarkColumn.MEDIAN, 4, 1)
                .with(BenchmarkColumn.DEVICE, "CPU");
    }

    @Test
    public void costsAreMeasuredOnce() throws IOException {
        assertTrue(run("out", new Plans.Listener(0)));
        Comparison comparison = new Comparison(plan, root().resolve("out"));
        Plans.Listener listener = new Plans.Listener(0);
        int[] calls = {0};
        CostMeter meter = new CostMeter(root().resolve("out"), model -> {
            if (calls[0]++ == 1) {
                throw new EngineException("no memory");
            }
            return row();
        });
        meter.measure(comparison, listener);
        assertEquals(1, meter.known().size());
        assertTrue(listener.heard.get(0), listener.heard.get(0).contains("could not be measured: no memory"));
        meter.measure(comparison, listener);
        meter.measure(comparison, listener);
        assertEquals(3, calls[0]);
        NetworkCost cost = meter.known().get(0);
        assertEquals(2.5, cost.gflop(), 0);
        assertEquals(OptionalDouble.empty(), cost.megabytes());
        assertEquals("none@bottleneck", cost.network().attention());
    }

    @Test
    public void aDamagedModelCostsItsRowOnly() throws IOException {
        assertTrue(run("out", new Plans.Listener(0)));
        Comparison comparison = new Comparison(plan, root().resolve("out"));
        Plans.Listener listener = new Plans.Listener(0);
        Files.writeString(root().resolve("out/cells").resolve(NONE).resolve("model.zip"), "no zip");
        CostMeter meter = new CostMeter(root().resolve("out"), model -> {
            ModelFile.read(model);
            return row();
        });
        meter.measure(comparison, listener);
        assertEquals(1, meter.known().size());
        assertTrue(listener.heard.get(0), listener.heard.get(0).contains("could not be measured: "));
    }
}
