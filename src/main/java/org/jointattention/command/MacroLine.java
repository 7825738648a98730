package org.jointattention.command;

import java.io.File;
import java.lang.reflect.Field;
import java.util.StringJoiner;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;

/** A command with its inputs as a line of an ImageJ macro. */
final class MacroLine {
    private MacroLine() {}

    /** Texts, files, numbers and flags alone; inputs without a value are left out. */
    static String of(String label, Command command) {
        StringJoiner options = new StringJoiner(" ");
        for (Field field : command.getClass().getDeclaredFields()) {
            Parameter parameter = field.getAnnotation(Parameter.class);
            String text = parameter == null || parameter.type() == ItemIO.OUTPUT ? "" : text(field, command);
            if (!text.isEmpty()) {
                options.add(MacroText.key(field.getName()) + "=" + (text.contains(" ") ? "[" + text + "]" : text));
            }
        }
        return "run(\"" + label + "\", \"" + MacroText.escape(options.toString()) + "\");";
    }

    private static String text(Field field, Command command) {
        try {
            field.setAccessible(true);
            Object value = field.get(command);
            boolean plain = value instanceof String
                    || value instanceof File
                    || value instanceof Number
                    || value instanceof Boolean;
            return plain ? MacroText.value(value) : "";
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
