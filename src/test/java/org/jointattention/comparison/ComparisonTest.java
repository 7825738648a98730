package org.jointattention.comparison;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jointattention.evaluation.EvaluationScores;
import org.jointattention.evaluation.Metrics;
import org.jointattention.files.CancelledException;
import org.jointattention.files.FolderLock;
import org.jointattention.training.TrainingProgress;
import org.jointattention.training.TrainingReports;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The grid, with cells that cost nothing. */
public class ComparisonTest {
    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private final Plans.Listener listener = new Plans.Listener(0);
    private final List<Cell> computed = new ArrayList<>();
    private ComparisonPlan plan;

    @Before
    public void makePlan() throws IOException {
        plan = plan(5);
    }

    private ComparisonPlan plan(int steps) throws IOException {
        return plan(steps, "data: [{name: a}]");
    }

    private ComparisonPlan planWith(String data) throws IOException {
        return plan(5, data);
    }

    private ComparisonPlan plan(int steps, String data) throws IOException {
        return Plans.plan(
                root(), "attentions: [none, joint]", "seeds: [1, 2]", "training: {steps: " + steps + "}", data);
    }

    private Path root() {
        return temporary.getRoot().toPath();
    }

    private Path cell(String name) {
        return root().resolve("out/cells").resolve(name);
    }

    private Comparison comparison() {
        return new Comparison(plan, root().resolve("out"));
    }

    private boolean compute(CellFolder folder, CellListener told) {
        computed.add(folder.cell());
        EvaluationScores none = new EvaluationScores(Metrics.standard(), List.of(1), List.of(), List.of());
        DataChecksum images = plan.data(folder.cell().data()).checksum();
        CellSettings settings = plan.settings(folder.cell());
        folder.finish(
                none,
                new CellFigures(Map.of("steps", "5")),
                images.isThere() ? settings.withImages(images.compute()) : settings);
        return true;
    }

    @Test
    public void everyCellIsComputedOnce() {
        assertTrue(comparison().run(this::compute, listener));
        assertEquals(plan.cells(), computed);
        assertTrue(listener.heard.contains("began joint@bottleneck 2 4/4"));
        assertTrue(listener.heard.contains("ended joint@bottleneck 4/4"));
        assertTrue(comparison().run(this::compute, listener));
        assertEquals(4, computed.size());
        assertEquals(4, comparison().results().size());
        assertEquals("5", comparison().results().get(0).figures().text("steps"));
    }

    @Test
    public void aFailedCellIsReportedAndTriedAgain() {
        CellRunner failing = (folder, told) -> {
            if (folder.cell().attention().startsWith("joint") && folder.cell().seed() == 1) {
                throw new IllegalStateException("no luck");
            }
            return compute(folder, told);
        };
        assertTrue("nothing is left to do", comparison().run(failing, listener));
        assertEquals(3, comparison().finished());
        assertTrue(listener.heard.contains("failed joint@bottleneck: no luck"));
        assertEquals(
                List.of("a, denseunet, joint@bottleneck, seed 1: failed: no luck"),
                comparison().missing());
        assertTrue(comparison().run(this::compute, listener));
        assertEquals(List.of(), comparison().missing());
        assertFalse(Files.exists(cell("a_denseunet_joint-bottleneck_seed1").resolve("failure.txt")));
    }

    /** As on a full disk: here a folder is in the way of the note. */
    @Test
    public void aFailureThatCannotBeNotedStopsNothing() throws IOException {
        Files.createDirectories(
                cell("a_denseunet_none-bottleneck_seed1").resolve("failure.txt").resolve("x"));
        CellRunner failing = (folder, told) -> {
            if (folder.cell().equals(plan.cells().get(0))) {
                throw new IllegalStateException("no luck");
            }
            return compute(folder, told);
        };
        assertTrue("nothing is left to do", comparison().run(failing, listener));
        assertEquals(3, comparison().finished());
        assertTrue(
                listener.heard.toString(),
                listener.heard.stream().anyMatch(line -> line.startsWith("note The report will not say why")));
    }

    @Test
    public void aStoppedCellIsNeitherFinishedNorFailed() {
        CellRunner stopping = (folder, told) -> {
            throw new CancelledException("stopped");
        };
        assertFalse(comparison().run(stopping, listener));
        assertEquals(
                "a, denseunet, none@bottleneck, seed 1: not finished",
                comparison().missing().get(0));
        assertFalse(comparison().run((folder, told) -> false, listener));
        assertEquals(0, comparison().finished());
    }

    @Test
    public void aCellOfAnotherProcessIsLeftAlone() throws IOException {
        Path busy = Files.createDirectories(cell("a_denseunet_none-bottleneck_seed1"));
        try (FolderLock lock = FolderLock.tryLock(busy).get()) {
            assertFalse(comparison().run(this::compute, listener));
        }
        assertEquals(3, computed.size());
        assertEquals("note Another process computes a, denseunet, none@bottleneck, seed 1.", listener.heard.get(0));
    }

    /** Else nobody would measure the costs. */
    @Test
    public void whatAnotherProcessFinishedMeanwhileIsNotLeftToDo() throws IOException {
        Path busy = Files.createDirectories(cell("a_denseunet_none-bottleneck_seed1"));
        FolderLock lock = FolderLock.tryLock(busy).get();
        CellRunner withAnother = (folder, told) -> {
            Path table = busy.resolve("cell.csv");
            if (!Files.exists(table)) {
                compute(new CellFolder(root().resolve("out/cells"), plan.cells().get(0)), told);
            }
            return compute(folder, told);
        };
        assertTrue(comparison().run(withAnother, listener));
        lock.close();
        assertTrue(listener.heard.get(0), listener.heard.get(0).startsWith("note Another process computes"));
    }

    @Test
    public void resultsOfOtherSettingsAreNotMixed() throws IOException {
        comparison().run(this::compute, listener);
        plan = plan(6);
        String refusal = refusal();
        assertTrue(refusal, refusal.contains("steps 5") && refusal.contains("steps 6"));
        assertEquals(4, computed.size());
    }

    private String refusal() {
        return assertThrows(ComparisonException.class, () -> comparison().run(this::compute, listener))
                .getMessage();
    }

    @Test
    public void resultsOfOtherClassesAreNotMixed() throws IOException {
        comparison().run(this::compute, listener);
        plan = planWith("data: [{name: a, classes: [background, cell]}]");
        String refusal = refusal();
        assertTrue(refusal, refusal.contains("other classes: those of the masks; the plan says: background, cell"));
    }

    /** Cells of an earlier version say nothing of classes and images. */
    @Test
    public void resultsThatDoNotNameTheirClassesAreTaken() throws IOException {
        comparison().run(this::compute, listener);
        for (Cell cell : plan.cells()) {
            Path table = cell(cell.folder()).resolve("cell.csv");
            Files.writeString(table, Files.readString(table).replaceAll("classes,.*\\R", ""));
        }
        plan = planWith("data: [{name: a, classes: [background, cell]}]");
        assertEquals(4, comparison().results().size());
    }

    @Test
    public void resultsOfOtherMasksAreNotMixedWhereMasksAreThere() throws IOException {
        Plans.squares(root());
        plan = planWith("data: [{name: squares}]");
        comparison().run(this::compute, listener);
        assertTrue(comparison().run(this::compute, listener));
        Path mask = root().resolve("squares/test/masks/im1.png");
        byte[] bytes = Files.readAllBytes(mask);
        bytes[bytes.length - 1]++;
        Files.write(mask, bytes);
        String refusal = refusal();
        assertTrue(refusal, refusal.contains("was made with other images or masks"));
        assertEquals("a report needs no images", 4, comparison().results().size());
        Files.move(root().resolve("squares"), root().resolve("elsewhere"));
        assertTrue(comparison().run(this::compute, listener));
    }

    @Test
    public void aDamagedResultIsNamed() throws IOException {
        comparison().run(this::compute, listener);
        Path scores = cell("a_denseunet_none-bottleneck_seed2").resolve("scores.csv");
        Files.writeString(scores, "scope,image\nimage,a,b\n");
        ComparisonException e =
                assertThrows(ComparisonException.class, () -> comparison().results());
        assertTrue(e.getMessage(), e.getMessage().contains(scores.toString()));
    }

    @Test
    public void theTimeLeftIsThatOfTheCellsLeft() {
        long[] now = {0};
        GridClock clock = new GridClock(() -> now[0]);
        assertTrue(Double.isNaN(clock.secondsFor(3)));
        clock.start();
        clock.secondsFor(progress(0, 2), 3);
        now[0] = 2_000_000_000L;
        clock.end();
        clock.start();
        clock.secondsFor(progress(0, 4), 3);
        now[0] = 6_000_000_000L;
        clock.end();
        assertEquals(9, clock.secondsFor(3), 1e-9);
        clock.start();
        assertEquals(5 + 9, clock.secondsFor(progress(0.5, 5), 3), 1e-9);
    }

    /** Before a cell has ended, the others are taken to be as long as the first, of which a part may be from earlier. */
    @Test
    public void theTimeLeftOfTheFirstCellIsThatOfItsTraining() {
        long[] now = {0};
        GridClock clock = new GridClock(() -> now[0]);
        clock.start();
        assertEquals(6 + 2 * 8, clock.secondsFor(progress(0.25, 6), 2), 1e-9);
        now[0] = 3_000_000_000L;
        assertEquals(3 + 2 * 8, clock.secondsFor(progress(0.625, 3), 2), 1e-9);
        assertEquals(3, clock.secondsFor(progress(0.625, 3), 0), 1e-9);
        clock.start();
        assertTrue(Double.isNaN(clock.secondsFor(progress(1, 0), 2)));
    }

    @Test
    public void aResumedCellCountsByWhatWasLeftOfIt() {
        long[] now = {0};
        GridClock clock = new GridClock(() -> now[0]);
        clock.start();
        clock.secondsFor(progress(0.75, 2), 5);
        now[0] = 2_000_000_000L;
        clock.end();
        assertEquals(5 * 8, clock.secondsFor(5), 1e-9);
        clock.start();
        now[0] = 3_000_000_000L;
        clock.end(); // only its test images were left
        assertEquals(5 * 8, clock.secondsFor(5), 1e-9);
    }

    @Test
    public void failuresOfEarlierCellsAreNotTimeLeft() {
        List<Double> left = new ArrayList<>();
        Plans.Listener timed = new Plans.Listener(0) {
            @Override
            public void ended(CellResult result, int finished, int all, double secondsLeft) {
                left.add(secondsLeft);
            }
        };
        CellRunner failing = (folder, told) -> {
            if (folder.cell().equals(plan.cells().get(0))) {
                throw new IllegalStateException("no luck");
            }
            return compute(folder, told);
        };
        comparison().run(failing, timed);
        assertEquals(0, left.get(left.size() - 1), 0);
    }

    @Test
    public void networksThatWillFailAreToldFirst() throws IOException {
        String[] wrong = {"joint"};
        CellRunner knowing = new CellRunner() {
            @Override
            public boolean run(CellFolder folder, CellListener told) {
                return compute(folder, told);
            }

            @Override
            public Optional<String> obstacle(Cell cell) {
                return cell.attention().startsWith(wrong[0]) ? Optional.of("no luck") : Optional.empty();
            }
        };
        comparison().run(knowing, listener);
        assertEquals("note All cells of denseunet with joint@bottleneck will fail: no luck", listener.heard.get(0));
        assertEquals("began none@bottleneck 1 1/4", listener.heard.get(1));
        wrong[0] = "none";
        assertTrue("nothing is to be made", comparison().run(knowing, listener));
        Files.delete(cell("a_denseunet_joint-bottleneck_seed2").resolve("cell.csv"));
        String message = assertThrows(
                        ComparisonException.class, () -> comparison().run(knowing, listener))
                .getMessage();
        assertTrue(message, message.contains("sets the number of weights, denseunet with none@bottleneck, cannot"));
    }

    private static TrainingProgress progress(double done, double secondsLeft) {
        return TrainingReports.at(done, secondsLeft);
    }
}
