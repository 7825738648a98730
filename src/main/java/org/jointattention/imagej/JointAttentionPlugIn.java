package org.jointattention.imagej;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;
import ij.plugin.PlugIn;
import org.jointattention.command.CommandException;
import org.jointattention.command.MacroStop;
import org.jointattention.command.MessageText;

/**
 * What plain ImageJ's menu calls: runs the SciJava command whose class the argument names. A macro gives the inputs by
 * name; else a dialog asks, and what it got is recorded.
 */
public final class JointAttentionPlugIn implements PlugIn {
    @Override
    public void run(String className) {
        String label = "Joint Attention";
        boolean byMacro = MacroStop.isMacroThread(); // before the command calls others
        try {
            CommandRun command = new CommandRun(HostContext.get(), className);
            label = command.label().replace("...", "");
            command.run(Macro.getOptions());
        } catch (CommandException e) {
            report(label, e, byMacro);
        }
    }

    private static void report(String label, CommandException failure, boolean byMacro) {
        if (byMacro) {
            MacroStop.stop(failure.getMessage());
        } else if (MacroStop.hasNoWindows()) {
            throw failure;
        } else if (Interpreter.getInstance() != null) {
            IJ.showMessage(label, MessageText.wrap(failure.getMessage())); // error() would end the macro that runs
        } else {
            IJ.error(label, MessageText.wrap(failure.getMessage()));
        }
    }
}
