package org.jointattention.gui;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JButton;
import javax.swing.JProgressBar;
import org.jointattention.model.ModelFile;
import org.jointattention.training.Discs;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Training in real ImageJ: the live window, its buttons, and a free event thread. */
public class TrainModelGuiTest extends GuiTest {
    private static final String TITLE = "Training discs.zip";
    private static final String QUICK = " patch=16 batch=2 attention=none device=cpu threads=1 ";

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private Path model;

    @Before
    public void discs() {
        model = temporary.getRoot().toPath().resolve("discs.zip");
        show(Discs.image("discs", 4, 1));
        show(Discs.labels("discs_labels", 4, 1));
    }

    private String line(String options) {
        return "run(\"Train Model...\", \"source=[Open images] saveas=[" + model + "]" + QUICK + options + "\");";
    }

    private static Optional<Frame> window() {
        return Arrays.stream(Frame.getFrames())
                .filter(frame -> frame.isShowing() && frame.getTitle().equals(TITLE))
                .findFirst();
    }

    private static <T extends Component> T find(Container container, Class<T> type, String name) {
        for (Component part : container.getComponents()) {
            if (type.isInstance(part) && (name == null || name.equals(part.getName()))) {
                return type.cast(part);
            }
            T found = part instanceof Container ? find((Container) part, type, name) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static boolean isUnderWay() {
        return window().isPresent()
                && Windows.onEventThread(
                        () -> find(window().get(), JProgressBar.class, null).getValue() > 0);
    }

    private static void click(String button) {
        Windows.onEventThread(() -> {
            find(window().get(), JButton.class, button).doClick();
            return true;
        });
    }

    @Test
    public void theEventThreadIsFreeAndStopKeepsTheModel() {
        MacroRun run = MacroRun.start(line("steps=20000 preview=20"));
        Waiting.until("steps", TrainModelGuiTest::isUnderWay);
        AtomicInteger clicks = new AtomicInteger();
        Windows.onEventThread(() -> IJ.setTool("line"));
        JButton probe = Windows.onEventThread(() -> new JButton("probe"));
        probe.addActionListener(event -> clicks.incrementAndGet());
        for (int i = 0; i < 20; i++) {
            Windows.onEventThread(() -> {
                probe.doClick(0);
                return true;
            });
        }
        assertEquals(20, clicks.get());
        assertFalse(Files.exists(model)); // it was training all the time
        click("stop");
        run.awaitEnd();
        int steps = Integer.parseInt(ModelFile.read(model).card().figures().get("steps"));
        assertTrue("" + steps, steps > 0 && steps < 20000);
        Waiting.until("the end told", () -> Windows.textOf(window().get()).contains("Stopped after"));
    }

    @Test
    public void cancelWritesNoModel() {
        MacroRun run = MacroRun.start(line("steps=20000 preview=0"));
        Waiting.until("steps", TrainModelGuiTest::isUnderWay);
        click("cancel");
        run.awaitEnd();
        assertFalse(Files.exists(model));
        assertTrue(Files.exists(model.resolveSibling("discs.zip.checkpoints")));
    }

    @Test
    public void aClosedWindowLeavesTheTrainingRunning() {
        MacroRun run = MacroRun.start(line("steps=300"));
        Waiting.until("steps", TrainModelGuiTest::isUnderWay);
        Windows.onEventThread(() -> {
            window().get().dispose();
            return true;
        });
        run.awaitEnd();
        assertEquals("300", ModelFile.read(model).card().figures().get("steps"));
    }

    @Test
    public void whatIsRecordedTrainsTheSameModel() throws IOException {
        Path other = model.resolveSibling("replayed.zip");
        Recording recorded = record(
                "Train Model...",
                dialog -> dialog.choose("source", "Open images")
                        .type("saveas", model.toString())
                        .choose("attention", "none")
                        .choose("device", "cpu")
                        .type("steps", "3")
                        .type("patch", "16")
                        .type("batch", "2")
                        .type("threads", "1")
                        .ok());
        assertTrue(recorded.line(), recorded.line().contains("source=[Open images]"));
        Waiting.until("the model", () -> Files.exists(model));
        replay(recorded.line().replace("discs.zip", "replayed.zip"));
        assertArrayEquals(
                ModelFile.read(model)
                        .weights()
                        .asMap()
                        .values()
                        .iterator()
                        .next()
                        .values(),
                ModelFile.read(other)
                        .weights()
                        .asMap()
                        .values()
                        .iterator()
                        .next()
                        .values(),
                0);
        assertEquals(ModelFile.read(model).weights(), ModelFile.read(other).weights());
    }

    @Test
    public void theRoiManagerStaysAsItIs() {
        RoiManager manager = Windows.onEventThread(RoiManager::new);
        for (String name : new String[] {"background", "disc"}) {
            Roi roi = new Roi(name.length(), 5, 6, 6);
            roi.setName(name);
            manager.addRoi(roi);
        }
        replay(
                "selectImage(\"discs\");\nrun(\"Labels From ROIs...\", \"assign=Name origin=[ROI Manager] unlabelled=true\");");
        assertEquals("discs_labels", newImage().getTitle());
        assertEquals(2, manager.getCount());
    }
}
