package org.jointattention.gui;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.text.TextWindow;
import java.awt.Frame;
import java.awt.Toolkit;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.After;
import org.junit.Before;
import org.junit.runner.RunWith;

/**
 * A test in real ImageJ with windows. It calls commands through the menu, fills their dialogs, has them recorded, and
 * replays what was recorded:
 *
 * <pre>{@code
 * public class SegmentImageGuiTest extends GuiTest {
 *     @Test
 *     public void whatIsRecordedDoesTheSame() {
 *         show(TestImages.cells());
 *         Recording recorded = record("Segment Image...", dialog -> dialog.choose("model", "nuclei").ok());
 *         ImagePlus byHand = newImage().duplicate(); // a closed image has no pixels
 *         show(TestImages.cells());
 *         replay(recorded.line());
 *         assertSame(byHand, newImage());
 *         HeadlessRun.of(recorded.line()).assertSucceeded();
 *     }
 * }
 * }</pre>
 */
@RunWith(GuiRunner.class)
public abstract class GuiTest {
    private final Set<Integer> known = new HashSet<>();

    @Before
    public final void clean() {
        Windows.closeAll();
        known.clear();
    }

    @After
    public final void cleanAgain() {
        Windows.closeAll();
    }

    /** Shows an image in a window, active. */
    protected final ImagePlus show(ImagePlus image) {
        image.show();
        Waiting.until("the window of " + image.getTitle(), () -> isActive(image));
        known.add(image.getID());
        return image;
    }

    /** Without a window manager the windows before may take the focus back; they are overruled. */
    private static boolean isActive(ImagePlus image) {
        image.getWindow().requestFocus();
        WindowManager.setCurrentWindow(image.getWindow());
        Toolkit.getDefaultToolkit().sync();
        return Windows.onEventThread(() -> image.getWindow().isShowing()) && WindowManager.getCurrentImage() == image;
    }

    /** The image that has appeared since the last call. */
    protected final ImagePlus newImage() {
        Waiting.until("a new image", () -> findNew() != null);
        ImagePlus image = findNew();
        known.add(image.getID());
        return image;
    }

    private ImagePlus findNew() {
        int[] ids = WindowManager.getIDList();
        for (int id : ids == null ? new int[0] : ids) {
            if (!known.contains(id)) {
                return WindowManager.getImage(id);
            }
        }
        return null;
    }

    /** Calls a command without inputs through the menu, with the recorder on. */
    protected final Recording record(String label) {
        return Recording.of(label, null);
    }

    /**
     * Calls a command through the menu, with the recorder on, and waits until it has ended.
     *
     * @param dialog fills the dialog and closes it
     */
    protected final Recording record(String label, Consumer<DialogDriver> dialog) {
        return Recording.of(label, dialog);
    }

    /** Runs a macro to its end; fails if it shows an error. */
    protected final void replay(String macro) {
        MacroRun run = MacroRun.start(macro);
        run.awaitEnd();
    }

    /** Runs a macro that ends with an error, closes the dialog, and returns its text. */
    protected final String replayFailing(String macro) {
        MacroRun run = MacroRun.start(macro);
        return run.awaitError();
    }

    /** The text of a text window with this title, as soon as there is one. */
    protected final String textOf(String title) {
        Waiting.until("the window " + title, () -> WindowManager.getFrame(title) instanceof TextWindow);
        Frame window = WindowManager.getFrame(title);
        return ((TextWindow) window).getTextPanel().getText();
    }

    /** ImageJ's log, or an empty text. */
    protected final String log() {
        String text = IJ.getLog();
        return text == null ? "" : text;
    }

    /** Same size, type and pixels. */
    protected static void assertSame(ImagePlus expected, ImagePlus actual) {
        assertEquals("type", expected.getType(), actual.getType());
        assertArrayEquals("dimensions", expected.getDimensions(), actual.getDimensions());
        for (int i = 1; i <= expected.getStackSize(); i++) {
            float[] wanted = (float[])
                    expected.getStack().getProcessor(i).convertToFloat().getPixels();
            float[] got =
                    (float[]) actual.getStack().getProcessor(i).convertToFloat().getPixels();
            assertArrayEquals("plane " + i, wanted, got, 0);
        }
        assertTrue("same calibration", expected.getCalibration().equals(actual.getCalibration()));
    }
}
