package org.jointattention.imagej;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import java.util.ArrayList;
import java.util.List;
import org.jointattention.command.MacroStop;
import org.jointattention.command.ShownOutputs;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/** Shows a command's outputs. */
final class OutputDisplay {
    private OutputDisplay() {}

    /** Images and tables become windows, text a window or, where there are to be none, lines in the log. */
    static void show(Module module) {
        new ShownOutputs().process(module);
        for (ModuleItem<?> output : module.getInfo().outputs()) {
            Object value = module.getOutput(output.getName());
            if (module.isOutputResolved(output.getName())) {
                continue;
            }
            if (value instanceof ImagePlus) {
                show((ImagePlus) value);
            } else if (value instanceof ResultsTable) {
                ((ResultsTable) value).show(output.getLabel());
            } else if (value instanceof String && !((String) value).isEmpty()) {
                show(title(output), (String) value);
            }
        }
    }

    /** All text among the outputs. */
    static String text(Module module) {
        List<String> texts = new ArrayList<>();
        for (ModuleItem<?> output : module.getInfo().outputs()) {
            Object value = module.getOutput(output.getName());
            if (value instanceof String) {
                texts.add((String) value);
            }
        }
        return String.join("\n", texts);
    }

    private static void show(ImagePlus image) {
        if (WindowManager.getImage(image.getID()) == null) {
            image.show();
        }
    }

    private static String title(ModuleItem<?> output) {
        String label = output.getLabel();
        return label == null || label.isEmpty() ? output.getName() : label;
    }

    private static void show(String title, String text) {
        if (MacroStop.hasNoWindows() || Interpreter.isBatchMode()) {
            IJ.log(text);
            return;
        }
        ReportWindow.show(title, text);
    }
}
