package org.jointattention.gui;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import java.io.File;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JButton;
import org.jointattention.command.TinyModels;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** ESC while Segment Image computes, from the menu and from a macro; the event thread is free meanwhile. */
public class CancelGuiTest extends GuiTest {
    private static final String LABEL = "Segment Image...";
    private static final int LENGTH = 90000;

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private File model;
    private String quick;

    @Before
    public void model() throws IOException {
        model = TinyModels.write(folder.getRoot().toPath(), 1, 2, 1);
        quick = "modelfile=[" + model + "] tile=32 overlap=8 precision=float32 device=cpu threads=1";
    }

    /** Rows of tiles are short, so that some are done soon. */
    private static ImagePlus ramp(String title, int height) {
        return IJ.createImage(title, "8-bit ramp", 100, height, 1);
    }

    private static boolean isUnderWay() {
        return Windows.textOf(IJ.getInstance()).matches("(?s).*tile: [0-9]{2,} of.*");
    }

    @Test
    public void escapeKeepsWhatIsDoneAndTheNextRunStartsClean() {
        ImagePlus large = show(ramp("large", LENGTH));
        Recording.Started command = Recording.start(
                LABEL,
                dialog -> dialog.type("modelfile", model.getPath())
                        .type("tile", "32")
                        .type("overlap", "8")
                        .choose("device", "cpu")
                        .choose("precision", "float32")
                        .type("threads", "1")
                        .ok());
        Waiting.until("tiles", CancelGuiTest::isUnderWay);
        AtomicInteger clicks = new AtomicInteger();
        JButton probe = Windows.onEventThread(() -> new JButton("probe"));
        probe.addActionListener(event -> clicks.incrementAndGet());
        for (int i = 0; i < 20; i++) {
            Windows.onEventThread(() -> {
                probe.doClick(0);
                return true;
            });
        }
        assertEquals(20, clicks.get());
        assertTrue(command.isRunning());
        Windows.escape();
        command.awaitEnd();
        ImagePlus part = newImage();
        assertEquals("large_labels (cancelled)", part.getTitle());
        assertTrue(part.getInfoProperty(), part.getInfoProperty().contains("Cancelled: yes"));
        assertArrayEquals(
                "the image stays as it is",
                (byte[]) ramp("large", LENGTH).getProcessor().getPixels(),
                (byte[]) large.getProcessor().getPixels());

        show(ramp("small", 60));
        replay("run(\"" + LABEL + "\", \"" + quick + "\");");
        ImagePlus whole = newImage();
        assertEquals("small_labels", whole.getTitle());
        assertFalse(whole.getInfoProperty(), whole.getInfoProperty().contains("Cancelled"));
    }

    @Test
    public void escapeEndsAMacroWithWhatIsDone() {
        show(ramp("large", LENGTH));
        MacroRun run = MacroRun.start("run(\"" + LABEL + "\", \"" + quick + "\");\nprint(\"and on\");");
        Waiting.until("tiles", CancelGuiTest::isUnderWay);
        Windows.escape();
        run.awaitEnd();
        assertEquals("large_labels (cancelled)", newImage().getTitle());
        assertFalse(log(), log().contains("and on"));
    }
}
