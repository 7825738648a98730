package org.jointattention.command;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;
import java.awt.GraphicsEnvironment;

/** Ends the macro that called a command, with a message. */
public final class MacroStop {
    private MacroStop() {}

    /**
     * Whether this thread is one on which ImageJ runs a command for a macro. To be asked before the command runs; a
     * command that the user starts meanwhile has a thread of its own.
     */
    public static boolean isMacroThread() {
        boolean named = Thread.currentThread().getName().startsWith("Run$_"); // so does ij.IJ.run, and no menu
        return Interpreter.getInstance() != null && (named || Macro.getOptions() != null);
    }

    /**
     * Whether the ImageJ macro language is waiting for a command to end, as far as can be told from any thread: for
     * Fiji, which runs commands on threads of its own. A macro that merely waits for its user is not.
     */
    static boolean isSomeMacroWaiting() {
        return Interpreter.getInstance() != null && IJ.macroRunning();
    }

    /**
     * Ends the running macro. With windows the macro's own dialog shows the message and the line, once; without, the
     * message stays in the interpreter for whoever started it, and goes to ImageJ's log, unless the macro is a {@link
     * ReportedMacro}.
     *
     * @return false if no macro runs
     */
    public static boolean stop(String message) {
        Interpreter macro = Interpreter.getInstance();
        if (macro == null) {
            return false;
        }
        if (hasNoWindows()) {
            if (!(macro instanceof ReportedMacro)) {
                IJ.log(message);
            }
            macro.setIgnoreErrors(true); // the interpreter's dialog would fail here, or wait for nobody
        }
        try {
            macro.abort(hasNoWindows() ? message : MessageText.wrap(message));
        } catch (RuntimeException e) {
            if (!Macro.MACRO_CANCELED.equals(e.getMessage())) {
                throw e;
            }
        }
        return true;
    }

    /** Whether windows and dialogs are out of the question: there is no display, or no ImageJ that owns them. */
    public static boolean hasNoWindows() {
        return GraphicsEnvironment.isHeadless() || IJ.getInstance() == null;
    }
}
