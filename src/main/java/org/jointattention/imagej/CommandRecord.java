package org.jointattention.imagej;

import ij.IJ;
import ij.plugin.frame.Recorder;
import org.jointattention.command.MacroText;
import org.scijava.ItemVisibility;
import org.scijava.module.ModuleItem;

/** Writes a command's inputs to ImageJ's macro recorder, by name, as Fiji does. */
final class CommandRecord {
    private CommandRecord() {}

    static void write(CommandInputs inputs) {
        if (!IJ.recording()) {
            return;
        }
        Recorder.resetCommandOptions();
        for (ModuleItem<?> item : inputs.given()) {
            if (item.getVisibility() == ItemVisibility.NORMAL && !inputs.takesActiveImage(item)) {
                // The recorder puts the value between the quotes of a macro's string as it is.
                Recorder.recordOption(item.getName(), MacroText.escape(inputs.text(item)));
            }
        }
    }

    /** Forgets the command that is being recorded: its user cancelled the dialog. */
    static void cancel() {
        if (IJ.recording()) {
            Recorder.disableCommandRecording();
        }
    }
}
