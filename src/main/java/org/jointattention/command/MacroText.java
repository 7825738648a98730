package org.jointattention.command;

import ij.ImagePlus;
import java.io.File;
import java.math.BigDecimal;
import java.util.Locale;

/** How inputs of commands are written in ImageJ macros: {@code run("Label", "key=value key=[a value]");}. */
public final class MacroText {
    private MacroText() {}

    /** The macro key of an input: its name in lower case. */
    public static String key(String input) {
        return input.toLowerCase(Locale.ROOT);
    }

    /** What a macro holds for a value, and a dialog shows; empty for none. Images are written by title. */
    public static String value(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof File) {
            return ((File) value).getPath();
        }
        if (value instanceof ImagePlus) {
            return ((ImagePlus) value).getTitle();
        }
        if (value instanceof Double || value instanceof Float) {
            return number(((Number) value).doubleValue());
        }
        return value.toString();
    }

    private static String number(double value) {
        boolean finite = !Double.isNaN(value) && !Double.isInfinite(value);
        return finite ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString() : Double.toString(value);
    }

    /** Text as it stands between the quotes of a macro's string. */
    public static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
