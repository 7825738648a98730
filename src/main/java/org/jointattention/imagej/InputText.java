package org.jointattention.imagej;

import java.io.File;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jointattention.command.MacroText;
import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

/** Values of inputs from their text, in dialogs and macros, with their ranges and choices checked. */
final class InputText {
    /** What a model of the user's folder may be called without, as it may at the command line. */
    private static final String MODEL_FILE = ".zip";

    private InputText() {}

    /**
     * The value of an input.
     *
     * @throws InputException if the text is none of the input's type, or the value is out of its range or choices
     */
    static Object parse(ModuleItem<?> item, String text) {
        Object value = parseType(item, text);
        checkRange(item, value);
        return choose(item, value);
    }

    private static Object parseType(ModuleItem<?> item, String text) {
        Class<?> type = Types.box(item.getType());
        if (type == Boolean.class) {
            return parseFlag(item, text.trim());
        }
        if (Number.class.isAssignableFrom(type)) {
            return parseNumber(item, type, text.trim());
        }
        if (type == File.class) {
            return new File(text.trim());
        }
        if (type == String.class) {
            return text;
        }
        throw new InputException(item.getName(), "inputs of type " + type.getSimpleName() + " cannot be given as text");
    }

    private static Boolean parseFlag(ModuleItem<?> item, String text) {
        if (text.equalsIgnoreCase("true") || text.equals("1")) {
            return true;
        }
        if (text.equalsIgnoreCase("false") || text.equals("0")) {
            return false;
        }
        throw new InputException(item.getName(), "'" + text + "' is neither true nor false");
    }

    private static Object parseNumber(ModuleItem<?> item, Class<?> type, String text) {
        boolean whole = type == Integer.class || type == Long.class;
        try {
            BigDecimal number = new BigDecimal(text);
            if (type == Integer.class) {
                return number.intValueExact();
            }
            if (type == Long.class) {
                return number.longValueExact();
            }
            return type == Float.class ? (Object) number.floatValue() : (Object) number.doubleValue();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new InputException(
                    item.getName(), "'" + text + "' is not a " + (whole ? "whole " : "") + "number" + range(item));
        }
    }

    private static void checkRange(ModuleItem<?> item, Object value) {
        if (!(value instanceof Number)) {
            return;
        }
        double number = ((Number) value).doubleValue();
        Object min = item.getMinimumValue();
        Object max = item.getMaximumValue();
        if (min instanceof Number && number < ((Number) min).doubleValue()
                || max instanceof Number && number > ((Number) max).doubleValue()) {
            throw new InputException(item.getName(), MacroText.value(value) + " is out of range" + range(item));
        }
    }

    /** The range in words, with a colon before it; empty where there is none. */
    static String range(ModuleItem<?> item) {
        Object min = item.getMinimumValue();
        Object max = item.getMaximumValue();
        if (min instanceof Number && max instanceof Number) {
            return ": " + MacroText.value(min) + " to " + MacroText.value(max);
        }
        if (min instanceof Number) {
            return ": " + MacroText.value(min) + " or more";
        }
        return max instanceof Number ? ": at most " + MacroText.value(max) : "";
    }

    private static Object choose(ModuleItem<?> item, Object value) {
        List<String> choices = choices(item);
        if (choices.isEmpty() || choices.contains(value)) {
            return value;
        }
        return choices.stream()
                .filter(choice -> choice.equalsIgnoreCase(value.toString()))
                .findFirst()
                .or(() -> choices.stream()
                        .filter(choice -> choice.equalsIgnoreCase(value + MODEL_FILE))
                        .findFirst())
                .orElseThrow(() -> new InputException(
                        item.getName(), "'" + value + "' is none of the choices: " + String.join(", ", choices)));
    }

    /** What can be chosen; empty where everything can. */
    static List<String> choices(ModuleItem<?> item) {
        List<?> choices = item.getChoices();
        return choices == null
                ? List.of()
                : choices.stream().map(MacroText::value).collect(Collectors.toList());
    }
}
