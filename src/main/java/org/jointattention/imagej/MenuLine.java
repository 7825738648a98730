package org.jointattention.imagej;

import ij.Menus;
import java.awt.event.KeyEvent;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line that puts a command into ImageJ's menu: {@code "Label[shortcut]", package.Class("argument")}. */
final class MenuLine {
    private static final Pattern LINE =
            Pattern.compile("(?:[^\",#]*,)?\\s*\"(.+)\"\\s*,\\s*([\\w.$]+)(\\(\"(.*)\"\\))?\\s*");

    private final String label;
    private final String className;
    private final String argument;

    private MenuLine(Matcher line) {
        label = withoutShortcut(line.group(1));
        className = line.group(2);
        argument = line.group(4) == null ? "" : line.group(4);
    }

    /** A line of {@code plugins.config} or {@code IJ_Props.txt}; nothing if it is something else. */
    static Optional<MenuLine> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches() ? Optional.of(new MenuLine(matcher)) : Optional.empty();
    }

    private static String withoutShortcut(String text) {
        int bracket = text.lastIndexOf('[');
        if (!text.endsWith("]") || bracket <= 0) {
            return text;
        }
        int code = Menus.convertShortcutToCode(text.substring(bracket + 1, text.length() - 1));
        boolean functionKey = code >= KeyEvent.VK_F1 && code <= KeyEvent.VK_F12;
        return code > 0 && !functionKey ? text.substring(0, bracket) : text;
    }

    String label() {
        return label;
    }

    String className() {
        return className;
    }

    String argument() {
        return argument;
    }

    /** As ImageJ's table of commands holds it. */
    String call() {
        return argument.isEmpty() ? className : className + "(\"" + argument + "\")";
    }
}
