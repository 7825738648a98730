package org.jointattention.gui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.ImageCanvas;
import ij.gui.PointRoi;
import java.awt.Frame;
import java.awt.event.MouseEvent;
import java.io.File;
import java.util.Arrays;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Inspect Attention in real ImageJ, following the mouse, and without a display. */
public class AttentionGuiTest extends GuiTest {
    private static final String LABEL = "Inspect Attention...";
    private static final String PICTURE = "nuclei-attention";

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void whatIsRecordedDoesTheSameAgainAndWithoutADisplay() {
        ImagePlus image = show(Nuclei.part());
        image.setRoi(new PointRoi(40, 30)); // counts where no x and y are given
        String line = record(
                        LABEL,
                        dialog -> dialog.choose("model", "nuclei")
                                .choose("show", "Row")
                                .tick("follow", false)
                                .ok())
                .line();
        assertTrue(line, line.contains("model=nuclei") && line.contains("show=Row") && line.contains("pointx=-1"));
        ImagePlus map = newImage();
        assertTrue(map.getInfoProperty(), map.getInfoProperty().contains("Point: 40, 30"));
        ImagePlus byHand = map.duplicate();

        show(Nuclei.part()).setRoi(new PointRoi(40, 30));
        replay(line);
        assertSame(byHand, newImage());

        File result = new File(folder.getRoot(), "map.tif");
        HeadlessRun.of(Nuclei.MACRO + "makePoint(40, 30);\n" + line + "\nsaveAs(\"Tiff\", \"" + result + "\");")
                .assertSucceeded();
        assertSame(byHand, IJ.openImage(result.getPath()));
    }

    @Test
    public void itFollowsTheMouseUntilThePictureIsClosed() {
        ImagePlus image = show(Nuclei.part());
        replay("run(\"" + LABEL + "\", \"model=nuclei follow=true pointx=10 pointy=12\");");
        ImagePlus picture = newImage();
        assertEquals(PICTURE, picture.getTitle());
        Waiting.until("the first map", () -> picture.getOverlay() != null && says("10, 12"));
        move(image.getCanvas(), 60, 50);
        Waiting.until("the map of another pixel", () -> says("60, 50"));
        assertNull("the image stays as it is", image.getOverlay());
        Windows.onEventThread(() -> {
            picture.close();
            return true;
        });
        Waiting.until("the end", () -> !controls().isPresent());
        assertEquals(1, WindowManager.getImageCount());
    }

    private static void move(ImageCanvas canvas, int x, int y) {
        Windows.onEventThread(() -> {
            canvas.dispatchEvent(new MouseEvent(
                    canvas, MouseEvent.MOUSE_MOVED, 0, 0, canvas.screenX(x), canvas.screenY(y), 0, false));
            return true;
        });
    }

    private static boolean says(String text) {
        return controls().map(frame -> Windows.textOf(frame).contains(text)).orElse(false);
    }

    private static Optional<Frame> controls() {
        return Arrays.stream(Frame.getFrames())
                .filter(frame -> frame.isShowing() && frame instanceof javax.swing.JFrame)
                .filter(frame -> frame.getTitle().equals(PICTURE))
                .findFirst();
    }
}
