package org.jointattention.gui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import java.io.File;
import java.io.IOException;
import org.jointattention.command.TinyModels;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Two commands at the same time in real ImageJ do not disturb each other. */
public class TogetherGuiTest extends GuiTest {
    private static final String LABEL = "Segment Image...";
    private static final int SIZE = 700;

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private File[] models;

    @Before
    public void models() throws IOException {
        models = new File[] {
            TinyModels.write(folder.getRoot().toPath(), 1, 2, 1),
            TinyModels.write(folder.getRoot().toPath(), 1, 4, 2)
        };
    }

    private String line(int i) {
        return "run(\"" + LABEL + "\", \"image=picture" + i + " modelfile=[" + models[i]
                + "] output=Probabilities tile=32 overlap=8 precision=float32 device=cpu threads=1\");\n";
    }

    private void open() {
        for (int i = 0; i < 2; i++) {
            ImagePlus picture = IJ.createImage("picture" + i, "8-bit ramp", SIZE, SIZE, 1);
            picture.getProcessor().rotate(90 * i);
            show(picture);
        }
    }

    private static ImagePlus result(int i) {
        ImagePlus result = WindowManager.getImage("picture" + i + "_probabilities");
        assertTrue("picture" + i, result != null);
        return result.duplicate();
    }

    @Test
    public void twoImagesAtTheSameTime() {
        open();
        replay(line(0));
        replay(line(1));
        ImagePlus[] alone = {result(0), result(1)};
        Windows.closeAll();
        open();
        MacroRun first = MacroRun.start(line(0) + "print(\"end 0\");");
        MacroRun second = MacroRun.start(line(1) + "print(\"end 1\");");
        first.awaitEnd();
        second.awaitEnd();
        for (int i = 0; i < 2; i++) {
            assertSame(alone[i], result(i));
            assertTrue(log(), log().contains("end " + i));
        }
    }

    @Test
    public void aFailureFromTheMenuLeavesAMacroRunning() {
        open();
        MacroRun macro = MacroRun.start(line(0) + "print(\"and on\");");
        Waiting.until("tiles", () -> Windows.textOf(IJ.getInstance()).contains("tile"));
        Recording.call(Recording.menuItem("Joint Attention Probe..."));
        DialogDriver.of("Joint Attention Probe...").choose("end", "failure").ok();
        assertEquals("The probe cannot read it: choose another end.", Windows.awaitMessage("Joint Attention Probe"));
        macro.awaitEnd();
        assertEquals(SIZE, result(0).getWidth());
        assertTrue(log(), log().contains("and on"));
    }
}
