package org.jointattention.gui;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.process.LUT;
import java.awt.Frame;
import java.awt.Window;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.function.Consumer;

/** What classes of scenes have in common. A scene is a test that takes a picture; Surefire does not know them. */
abstract class Scenes extends GuiTest {
    static final Path NUCLEI = Paths.get("test-images", "nuclei").toAbsolutePath();

    final Camera camera = new Camera();

    /** A test image in a window. */
    final ImagePlus nuclei(String name) {
        return show(IJ.openImage(NUCLEI.resolve("images").resolve(name).toString()));
    }

    /** The true labels of a test image, in colours. */
    final ImagePlus truth(String name, String title) {
        ImagePlus labels = IJ.openImage(NUCLEI.resolve("masks").resolve(name).toString());
        labels.setTitle(title);
        byte[] values = new byte[256];
        values[1] = (byte) 255;
        labels.setLut(new LUT(values, values, values));
        labels.setDisplayRange(0, 255);
        return show(labels);
    }

    /** Opens the dialog of a command, and cancels it in the end. */
    static void dialog(String label, Consumer<DialogDriver> look) {
        Thread command = Recording.call(Recording.menuItem(label));
        DialogDriver dialog = DialogDriver.of(label);
        look.accept(dialog);
        dialog.cancel();
        Waiting.until(label + " to end", () -> !command.isAlive());
    }

    /** A window of text or a table, as soon as it is there. */
    static Frame frame(String title) {
        Waiting.until("the window " + title, () -> WindowManager.getFrame(title) != null);
        return WindowManager.getFrame(title);
    }

    static void resize(Window window, int width, int height) {
        Windows.onEventThread(() -> {
            window.setSize(width, height);
            window.validate();
            return true;
        });
    }
}
