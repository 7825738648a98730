package org.jointattention.imagej;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.plugin.PlugIn;
import ij.plugin.filter.ExtendedPlugInFilter;
import java.awt.HeadlessException;
import org.jointattention.command.CommandException;
import org.jointattention.command.CommandFailure;
import org.jointattention.command.MacroStop;

/**
 * Runs one of ImageJ's commands without a display, and ends the macro if it fails: ImageJ itself would print the stack
 * trace and go on. Commands that read their options through one of ImageJ's dialogs cannot run: they end the macro too.
 * Filters are stopped beforehand, since ImageJ would hide the failure of their dialog and go on with other values.
 */
public final class HeadlessCommand implements PlugIn {
    @Override
    public void run(String label) {
        MenuLine command = HeadlessMenu.command(label);
        Interpreter macro = Interpreter.getInstance();
        try {
            checkAsksNothing(label, command);
            IJ.runPlugIn(label, command.className(), command.argument());
        } catch (HeadlessException e) {
            // ImageJ's own error message fails for want of a display as well: the interpreter has it already
            if (macro == null || macro.getErrorMessage() == null) {
                stop(needsDisplay(label), e);
            }
        } catch (RuntimeException | ClassNotFoundException | LinkageError e) {
            if (Macro.MACRO_CANCELED.equals(e.getMessage())) {
                throw new RuntimeException(Macro.MACRO_CANCELED, e);
            }
            stop(e instanceof CommandException ? e.getMessage() : label + ": " + new CommandFailure(e).message(), e);
        }
    }

    private static void checkAsksNothing(String label, MenuLine command) throws ClassNotFoundException {
        Class<?> type = IJ.getClassLoader().loadClass(command.className());
        if (!ExtendedPlugInFilter.class.isAssignableFrom(type)) {
            return;
        }
        if (label.endsWith("...") || asksForSlices()) {
            throw new CommandException(needsDisplay(label));
        }
    }

    /** Filters ask whether they shall do all slices of a stack, unless their options say it. */
    private static boolean asksForSlices() {
        ImagePlus image = WindowManager.getCurrentImage();
        return image != null && image.getStackSize() > 1 && Macro.getOptions() == null;
    }

    private static String needsDisplay(String label) {
        return asksForSlices()
                ? label + " would ask whether all slices are meant: give it the option stack or slice."
                : label
                        + " needs a display for its dialog: run the macro in Fiji, or in ImageJ with a display or Xvfb.";
    }

    private static void stop(String message, Throwable cause) {
        if (!MacroStop.stop(message)) {
            throw new IllegalStateException(message, cause);
        }
    }
}
