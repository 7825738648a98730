package org.jointattention.command;

import ij.Executer;
import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;
import java.awt.GraphicsEnvironment;

/** Ends the macro that called a command, with a message. */
public final class MacroStop {
    private MacroStop() {}

    /**
     * Whether the ImageJ macro language is waiting for this command to end. A macro that merely waits for its user is
     * not, nor is one that runs while the user calls the command from the menu.
     */
    public static boolean isCalledByMacro() {
        return Interpreter.getInstance() != null
                && (isCalledBy(Interpreter.class) || !isCalledBy(Executer.class) && IJ.macroRunning());
    }

    /** Where SciJava runs the command in a thread of its own, neither the macro nor ImageJ's menu called it. */
    private static boolean isCalledBy(Class<?> caller) {
        return StackWalker.getInstance()
                .walk(calls -> calls.anyMatch(call -> call.getClassName().equals(caller.getName())));
    }

    /**
     * Ends the running macro. With windows the macro's own dialog shows the message and the line, once; without, the
     * message goes to ImageJ's log and stays in the interpreter for whoever started it.
     *
     * @return false if no macro runs
     */
    public static boolean stop(String message) {
        Interpreter macro = Interpreter.getInstance();
        if (macro == null) {
            return false;
        }
        if (hasNoWindows()) {
            IJ.log(message);
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
