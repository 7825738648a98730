package org.jointattention.gui;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.MultiLineLabel;
import ij.macro.Interpreter;
import ij.plugin.frame.PlugInFrame;
import ij.text.TextWindow;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Label;
import java.awt.TextComponent;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.text.JTextComponent;

/** The windows of this JVM. */
public final class Windows {
    private Windows() {}

    /** Computes something on the event thread. */
    public static <T> T onEventThread(Supplier<T> work) {
        if (EventQueue.isDispatchThread()) {
            return work.get();
        }
        List<T> result = new ArrayList<>();
        try {
            EventQueue.invokeAndWait(() -> result.add(work.get()));
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return result.get(0);
    }

    /** The visible dialogs. */
    public static List<Dialog> dialogs() {
        return Arrays.stream(Window.getWindows())
                .filter(window -> window instanceof Dialog && window.isShowing())
                .map(window -> (Dialog) window)
                .collect(Collectors.toList());
    }

    /** The visible dialog with this title. */
    static Optional<Dialog> dialog(String title) {
        return dialogs().stream()
                .filter(dialog -> dialog.getTitle().equals(title))
                .findFirst();
    }

    /** Everything that a window says, line by line. */
    public static String textOf(Container window) {
        return String.join("\n", onEventThread(() -> texts(window)));
    }

    private static List<String> texts(Container container) {
        List<String> texts = new ArrayList<>();
        for (Component part : container.getComponents()) {
            if (!part.isVisible()) {
                continue;
            }
            if (part instanceof Label) {
                texts.add(((Label) part).getText());
            } else if (part instanceof MultiLineLabel) {
                texts.add(hiddenText((MultiLineLabel) part));
            } else if (part instanceof TextComponent) {
                texts.add(((TextComponent) part).getText());
            } else if (part instanceof JLabel) {
                texts.add(((JLabel) part).getText());
            } else if (part instanceof JTextComponent) {
                texts.add(((JTextComponent) part).getText());
            } else if (part instanceof Container) {
                texts.addAll(texts((Container) part));
            }
        }
        return texts;
    }

    /** ImageJ's label does not tell its text. */
    private static String hiddenText(MultiLineLabel label) {
        try {
            List<String> texts = new ArrayList<>();
            for (Field field : MultiLineLabel.class.getDeclaredFields()) {
                field.setAccessible(true);
                if (field.getType() == String[].class) {
                    texts.addAll(Arrays.asList((String[]) field.get(label)));
                }
            }
            return String.join("\n", texts);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits for a message of ImageJ's, closes it, and returns what it said, as one line. */
    public static String awaitMessage(String title) {
        Waiting.until(
                "the message " + title,
                () -> dialog(title).filter(found -> !(found instanceof JDialog)).isPresent());
        Dialog message = dialog(title).get();
        String text = textOf(message).trim().replaceAll("\\s+", " ");
        close(message);
        return text;
    }

    /** Closes a modal dialog, not before somebody waits for its end: AWT would let them wait forever. */
    static void close(Dialog dialog) {
        Waiting.until("somebody to wait for " + dialog.getTitle(), Windows::isAwaited);
        onEventThread(() -> {
            dialog.dispose();
            return true;
        });
    }

    private static boolean isAwaited() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getState() == Thread.State.WAITING)
                .flatMap(thread -> Arrays.stream(thread.getValue()))
                .anyMatch(call -> call.getClassName().equals("java.awt.WaitDispatchSupport"));
    }

    /** Presses ESC in ImageJ's own window. */
    static void escape() {
        onEventThread(() -> {
            ImageJ window = IJ.getInstance();
            window.keyPressed(
                    new KeyEvent(window, KeyEvent.KEY_PRESSED, 0, 0, KeyEvent.VK_ESCAPE, KeyEvent.CHAR_UNDEFINED));
            return true;
        });
    }

    /** What ImageJ has shown of uncaught exceptions. */
    static String exceptions() {
        Frame window = WindowManager.getFrame("Exception");
        return window instanceof TextWindow
                ? "\n" + ((TextWindow) window).getTextPanel().getText()
                : "";
    }

    static String describe() {
        return Arrays.stream(Window.getWindows())
                .filter(Window::isShowing)
                .map(window -> window.getClass().getSimpleName() + " '"
                        + (window instanceof Dialog
                                ? ((Dialog) window).getTitle() + "' (" + textOf(window) + ")"
                                : window instanceof Frame ? ((Frame) window).getTitle() + "'" : "'"))
                .collect(Collectors.joining(", "));
    }

    /** Closes all but ImageJ's own window, without questions; ends what a macro left behind. */
    static void closeAll() {
        dialogs()
                .forEach(dialog -> onEventThread(() -> {
                    dialog.dispose();
                    return true;
                }));
        if (Interpreter.getInstance() != null) {
            Interpreter.abort();
        }
        int[] ids = WindowManager.getIDList();
        for (int id : ids == null ? new int[0] : ids) {
            ImagePlus image = WindowManager.getImage(id);
            if (image != null) {
                image.changes = false;
                image.close();
            }
        }
        if (IJ.getLog() != null) {
            IJ.log("\\Close");
        }
        for (Frame window : Frame.getFrames()) {
            if (window != IJ.getInstance() && window.isShowing()) {
                onEventThread(() -> {
                    WindowManager.removeWindow(window);
                    if (window instanceof PlugInFrame) {
                        ((PlugInFrame) window).close();
                    }
                    window.dispose();
                    return true;
                });
            }
        }
        IJ.resetEscape();
    }
}
