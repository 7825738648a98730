package org.jointattention.command;

import java.io.File;
import java.util.StringJoiner;
import org.scijava.command.DynamicCommand;
import org.scijava.module.ModuleItem;

/** A command with its inputs as a line of an ImageJ macro. */
final class MacroLine {
    private MacroLine() {}

    /** Texts, files, numbers and flags alone; inputs without a value are left out. */
    static String of(String label, DynamicCommand command) {
        StringJoiner options = new StringJoiner(" ");
        for (ModuleItem<?> item : command.getInfo().inputs()) {
            Object value = command.getInput(item.getName());
            String text = value == null ? "" : value.toString();
            boolean plain = value instanceof String
                    || value instanceof File
                    || value instanceof Number
                    || value instanceof Boolean;
            if (plain && !text.isEmpty()) {
                options.add(item.getName() + "=" + (text.contains(" ") ? "[" + text + "]" : text));
            }
        }
        String escaped = options.toString().replace("\\", "\\\\").replace("\"", "\\\"");
        return "run(\"" + label + "\", \"" + escaped + "\");";
    }
}
