package org.jointattention.imagej;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;
import ij.plugin.PlugIn;
import java.awt.HeadlessException;
import org.jointattention.command.CommandFailure;
import org.jointattention.command.MacroStop;

/**
 * Runs one of ImageJ's commands without a display, and ends the macro if it fails: ImageJ itself would print the stack
 * trace and go on.
 */
public final class HeadlessCommand implements PlugIn {
    @Override
    public void run(String label) {
        MenuLine command = HeadlessMenu.command(label);
        Interpreter macro = Interpreter.getInstance();
        try {
            IJ.runPlugIn(label, command.className(), command.argument());
        } catch (HeadlessException e) {
            // ImageJ's own error message fails for want of a display as well: the interpreter has it already
            if (macro == null || macro.getErrorMessage() == null) {
                stop(label + " needs a display; it cannot run here.", e);
            }
        } catch (RuntimeException | LinkageError e) {
            if (Macro.MACRO_CANCELED.equals(e.getMessage())) {
                throw e;
            }
            stop(label + ": " + new CommandFailure(e).message(), e);
        }
    }

    private static void stop(String message, Throwable cause) {
        if (!MacroStop.stop(message)) {
            throw new IllegalStateException(message, cause);
        }
    }
}
