package org.jointattention.window;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jointattention.model.ModelCard;
import org.jointattention.segmentation.Progress;
import org.jointattention.training.DataSetOptions;
import org.jointattention.training.Discs;
import org.jointattention.training.LabelledImages;
import org.jointattention.training.PlanRequest;
import org.jointattention.training.ScriptedEngine;
import org.jointattention.training.Split;
import org.jointattention.training.Training;
import org.jointattention.training.TrainingOutcome;
import org.jointattention.training.TrainingPlan;
import org.jointattention.training.TrainingPreview;
import org.jointattention.training.TrainingProgress;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What the live window shows and does, without a window. */
public class TrainingMonitorTest {
    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private final List<String> log = new ArrayList<>();
    private final List<Long> bar = new ArrayList<>();
    private Consumer<TrainingMonitor> atStep = monitor -> {};
    private boolean hostCancelled;
    private Path file;
    private int steps = 10;
    private int previews;

    @Before
    public void place() {
        file = temporary.getRoot().toPath().resolve("model.zip");
    }

    private final class Host implements Progress {
        @Override
        public void update(long done, long total) {
            assertEquals(steps, total);
            bar.add(done);
        }

        @Override
        public boolean cancelled() {
            return hostCancelled;
        }
    }

    private final class Watched {
        final TrainingMonitor monitor;
        final TrainingOutcome outcome;

        Watched(int previewEvery) {
            PlanRequest request = PlanRequest.builder()
                    .patch(16)
                    .batch(2)
                    .steps(steps)
                    .checkpointEvery(Math.max(4, steps / 5))
                    .scale(1.0)
                    .attention("none")
                    .build();
            Split split = new LabelledImages()
                    .with(Discs.image("discs", 5, 1), Discs.labels("discs_labels", 5, 1))
                    .load(DataSetOptions.standard(), request);
            TrainingPlan plan = TrainingPlan.of(split, request);
            monitor = new TrainingMonitor(plan, previewEvery, log::add, new Host()) {
                @Override
                public void progress(TrainingProgress now) {
                    super.progress(now);
                    atStep.accept(this);
                }

                @Override
                public void preview(TrainingPreview shown) {
                    super.preview(shown);
                    previews++;
                }
            };
            ModelCard card = new ModelCard("model", "", "", "", "", "", Map.of());
            ScriptedEngine engine = new ScriptedEngine().threshold(step -> 0.5);
            outcome = new Training(engine, plan, split, card, file).run(monitor);
        }
    }

    @Test
    public void curvesPreviewAndStatusFollowTheTraining() {
        Watched watched = new Watched(3);
        TrainingMonitor monitor = watched.monitor;
        assertTrue(watched.outcome.complete());
        assertEquals(6, previews);
        assertEquals(1, monitor.done(), 0);
        assertTrue(monitor.status(), monitor.status().startsWith("Step 10 of 10, "));
        assertTrue(monitor.status(), monitor.status().contains("best mean Dice "));
        assertEquals("CPU: it is scripted", monitor.device());
        assertEquals(10L, (long) bar.get(bar.size() - 1));
        assertTrue(log.toString(), log.stream().anyMatch(line -> line.startsWith("step 10/10  loss ")));
        PreviewPicture picture = monitor.preview().get();
        assertTrue(
                picture.caption(),
                picture.caption().startsWith("discs, page ")
                        && picture.caption().endsWith("step 10"));
        assertFalse(same(picture.image(), picture.truth()));
        assertEquals(40, picture.prediction().getWidth());
        BufferedImage chart = monitor.chart().draw(640, 400).getBufferedImage();
        assertEquals(640, chart.getWidth());
        assertEquals(400, chart.getHeight());
        assertTrue(monitor.isRunning());
        monitor.end("Done.");
        assertFalse(monitor.isRunning());
        assertEquals("Done.", monitor.end());
    }

    private static boolean same(BufferedImage one, BufferedImage other) {
        for (int i = 0; i < one.getWidth() * one.getHeight(); i++) {
            int x = i % one.getWidth();
            int y = i / one.getWidth();
            if (one.getRGB(x, y) != other.getRGB(x, y)) {
                return false;
            }
        }
        return true;
    }

    @Test
    public void withoutAnIntervalPreviewsComeWithValidations() {
        new Watched(0);
        assertEquals(3, previews);
    }

    @Test
    public void stopAndKeepWritesTheModel() {
        atStep = monitor -> {
            if (bar.size() == 6) {
                monitor.stopAndKeep();
                assertTrue(monitor.isEnding());
            }
        };
        TrainingOutcome outcome = new Watched(0).outcome;
        assertFalse(outcome.complete());
        assertTrue(outcome.steps() < 10);
        assertTrue(outcome.model().isPresent() && Files.exists(file));
    }

    @Test
    public void escapeInTheHostStopsAndKeeps() {
        atStep = monitor -> hostCancelled = true;
        Watched watched = new Watched(0);
        assertEquals(1, watched.outcome.steps());
        assertTrue(Files.exists(file) && !watched.monitor.discards());
    }

    @Test
    public void cancelWritesNoModel() {
        atStep = TrainingMonitor::cancel;
        Watched watched = new Watched(0);
        assertEquals(1, watched.outcome.steps());
        assertFalse(Files.exists(file));
        assertTrue(watched.monitor.discards());
    }

    @Test
    public void everyChangeIsSeen() {
        List<Long> revisions = new ArrayList<>();
        atStep = monitor -> revisions.add(monitor.revision());
        new Watched(0);
        for (int i = 1; i < revisions.size(); i++) {
            assertTrue(revisions.get(i) > revisions.get(i - 1));
        }
    }

    @Test
    public void aLongTrainingHasFewPoints() {
        steps = 2000;
        Watched watched = new Watched(0);
        assertEquals(2000, watched.outcome.steps());
        int points = watched.monitor.curves().losses().size();
        assertTrue("" + points, points > 100 && points <= 401);
        double[] last = watched.monitor.curves().losses().get(points - 1);
        assertTrue("" + last[0], last[0] > 1900);
        assertTrue(last[1] >= 1 && last[1] <= 2); // what the scripted loss can be
    }
}
