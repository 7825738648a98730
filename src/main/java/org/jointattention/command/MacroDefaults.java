package org.jointattention.command;

import ij.Macro;
import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * Keeps the defaults of what a macro's options leave out, as plain ImageJ's bridge does: Fiji would take what was chosen
 * last in a dialog, and with windows ask. Runs after the options, the active image and the command's own initializers have
 * filled inputs, and before SciJava loads what it remembers.
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.LOW)
public final class MacroDefaults extends AbstractPreprocessorPlugin {
    @Override
    public void process(Module module) {
        if (!(module.getDelegateObject() instanceof JointAttentionCommand) || !isOfMacro()) {
            return;
        }
        for (ModuleItem<?> input : module.getInfo().inputs()) {
            // What is missing altogether is asked for, or refused by name.
            boolean missing = input.isRequired() && module.getInput(input.getName()) == null;
            if (!missing) {
                module.resolveInput(input.getName());
            }
        }
    }

    private static boolean isOfMacro() {
        return LogPlace.isThere("ij/Macro.class") && Macro.getOptions() != null;
    }
}
