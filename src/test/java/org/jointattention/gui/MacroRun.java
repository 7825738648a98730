package org.jointattention.gui;

import ij.macro.MacroRunner;
import java.awt.Dialog;
import java.util.List;

/** A macro running in real ImageJ, in a thread of its own, as users run theirs. */
final class MacroRun {
    private final Thread thread;

    private MacroRun(Thread thread) {
        this.thread = thread;
    }

    static MacroRun start(String macro) {
        return new MacroRun(new MacroRunner(macro).getThread());
    }

    void awaitEnd() {
        Waiting.until(
                "the macro to end",
                () -> !thread.isAlive() || !Windows.dialogs().isEmpty());
        List<Dialog> dialogs = Windows.dialogs();
        if (!dialogs.isEmpty()) {
            throw new AssertionError("the macro shows: " + Windows.textOf(dialogs.get(0)));
        }
    }

    /** Waits for the one error dialog, closes it, and returns what it said, as one line, when the macro has ended. */
    String awaitError() {
        // disposed before it waits for its user, a modal dialog would wait for ever
        Waiting.until("an error", () -> !Windows.dialogs().isEmpty() && isWaiting() || !thread.isAlive());
        List<Dialog> dialogs = Windows.dialogs();
        if (dialogs.size() != 1) {
            throw new AssertionError("expected one dialog: " + Windows.describe());
        }
        String text = Windows.textOf(dialogs.get(0)).trim().replaceAll("\\s+", " ");
        Windows.close(dialogs.get(0));
        Waiting.until(
                "the macro to end",
                () -> !thread.isAlive() || !Windows.dialogs().isEmpty());
        if (!Windows.dialogs().isEmpty()) {
            throw new AssertionError("a second dialog: " + Windows.describe());
        }
        return text;
    }

    private boolean isWaiting() {
        return thread.getState() == Thread.State.WAITING;
    }
}
