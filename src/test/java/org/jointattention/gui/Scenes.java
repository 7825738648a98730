package org.jointattention.gui;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.process.LUT;
import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.awt.Window;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.function.Consumer;

/** What classes of scenes have in common. A scene is a test that takes a picture; Surefire does not know them. */
abstract class Scenes extends GuiTest {
    static final Path NUCLEI = Paths.get("test-images", "nuclei").toAbsolutePath();

    private static final double BRIGHTEST = 0.8; // of the maximum

    final Camera camera = new Camera();

    /** A test image in a window, bright enough for a picture. */
    final ImagePlus nuclei(String name) {
        ImagePlus image = IJ.openImage(NUCLEI.resolve("images").resolve(name).toString());
        image.resetDisplayRange();
        image.setDisplayRange(image.getStatistics().min, BRIGHTEST * image.getStatistics().max);
        return show(image);
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

    /** A component of a window by its type and, where it is not null, its name. */
    static <T extends Component> T find(Container container, Class<T> type, String name) {
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
}
