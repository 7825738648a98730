package org.jointattention.gui;

import ij.CommandListener;
import ij.Executer;
import ij.IJ;
import ij.Menus;
import ij.plugin.frame.Recorder;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Menu;
import java.awt.MenuBar;
import java.awt.MenuItem;
import java.awt.TextArea;
import java.awt.event.ActionEvent;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A command called through the menu while the recorder is on. */
public final class Recording {
    private static final String[] PLACE = {"Plugins", "Segmentation", "Joint Attention"};

    private final String line;

    private Recording(String line) {
        this.line = line;
    }

    static Recording of(String label, Consumer<DialogDriver> dialog) {
        Recorder recorder = openRecorder();
        start(label, dialog).awaitEnd();
        String text = Windows.onEventThread(() -> textArea(recorder).getText());
        recorder.close();
        // ImageJ also records, whenever it gets to it, that a window became the active one
        return new Recording(Arrays.stream(text.split("\n"))
                .filter(line -> line.startsWith("run(\"" + label + "\""))
                .collect(Collectors.joining("\n")));
    }

    /** Calls a command through the menu; it goes on in a thread of its own when its dialog is filled. */
    static Started start(String label, Consumer<DialogDriver> dialog) {
        Started command = new Started(label, call(menuItem(label)));
        if (dialog != null) {
            dialog.accept(DialogDriver.of(label));
        }
        return command;
    }

    /** A command that runs. */
    static final class Started {
        private final String label;
        private final Thread thread;

        private Started(String label, Thread thread) {
            this.label = label;
            this.thread = thread;
        }

        boolean isRunning() {
            return thread.isAlive();
        }

        void awaitEnd() {
            Waiting.until(label + " to end", () -> !thread.isAlive() || isStuck());
            if (thread.isAlive()) {
                throw new AssertionError(label + " shows " + Windows.describe());
            }
        }
    }

    /** A dialog of ImageJ's, an error most likely, waits for somebody. */
    private static boolean isStuck() {
        return !Windows.dialogs().isEmpty();
    }

    /** What the recorder has of it, as in a macro; empty if the command was not recorded. */
    public String line() {
        return line;
    }

    private static Recorder openRecorder() {
        Recorder open = Recorder.getInstance();
        if (open != null) {
            open.close();
        }
        Recorder recorder = new Recorder(false);
        Waiting.until("the recorder", IJ::recording);
        return recorder;
    }

    private static TextArea textArea(Container container) {
        for (Component part : container.getComponents()) {
            if (part instanceof TextArea) {
                return (TextArea) part;
            }
        }
        throw new AssertionError("the recorder has no text");
    }

    /** Clicks on a menu item; ImageJ runs the command in a thread of its own, which is returned. */
    static Thread call(MenuItem item) {
        Thread[] thread = new Thread[1];
        CommandListener listener = command -> {
            if (command.equals(item.getLabel())) {
                thread[0] = Thread.currentThread();
            }
            return command;
        };
        Executer.addCommandListener(listener);
        try {
            ActionEvent click = new ActionEvent(item, ActionEvent.ACTION_PERFORMED, item.getLabel());
            EventQueue.invokeLater(() -> IJ.getInstance().actionPerformed(click));
            Waiting.until(item.getLabel() + " to begin", () -> thread[0] != null);
        } finally {
            Executer.removeCommandListener(listener);
        }
        return thread[0];
    }

    /** The item of one of our commands. */
    static MenuItem menuItem(String label) {
        MenuBar bar = Menus.getMenuBar();
        for (int i = 0; i < bar.getMenuCount(); i++) {
            if (bar.getMenu(i).getLabel().equals(PLACE[0])) {
                Menu menu = (Menu) find(bar.getMenu(i), PLACE[1]);
                return find((Menu) find(menu, PLACE[2]), label);
            }
        }
        throw new AssertionError("there is no menu " + PLACE[0]);
    }

    private static MenuItem find(Menu menu, String label) {
        for (int i = 0; i < menu.getItemCount(); i++) {
            if (menu.getItem(i).getLabel().equals(label)) {
                return menu.getItem(i);
            }
        }
        throw new AssertionError("the menu " + menu.getLabel() + " has no " + label);
    }
}
