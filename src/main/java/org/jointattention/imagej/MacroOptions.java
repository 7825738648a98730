package org.jointattention.imagej;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jointattention.command.MacroText;

/**
 * The options of a macro's {@code run(label, options)}: {@code key=value key=[a value] key='a value'}, read as
 * {@link ij.Macro#getValue} reads them, and in addition knowing which keys there are.
 */
final class MacroOptions {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> words = new ArrayList<>();

    MacroOptions(String options) {
        int at = 0;
        while (at < options.length()) {
            if (Character.isWhitespace(options.charAt(at))) {
                at++;
            } else {
                at = readEntry(options, at);
            }
        }
    }

    private int readEntry(String options, int begin) {
        int end = begin;
        while (end < options.length() && options.charAt(end) != '=' && !Character.isWhitespace(options.charAt(end))) {
            end++;
        }
        String key = MacroText.key(options.substring(begin, end));
        if (end == options.length() || options.charAt(end) != '=') {
            words.add(key);
            return end;
        }
        int valueEnd = endOfValue(options, end + 1);
        values.putIfAbsent(key, unquote(options.substring(end + 1, valueEnd)));
        return valueEnd;
    }

    private static int endOfValue(String options, int begin) {
        if (begin < options.length() && options.charAt(begin) == '[') {
            return endOfBrackets(options, begin);
        }
        if (begin < options.length() && options.charAt(begin) == '\'') {
            int end = options.indexOf('\'', begin + 1);
            return end < 0 ? options.length() : end + 1;
        }
        int end = begin;
        while (end < options.length() && options.charAt(end) != ' ') {
            end++;
        }
        return end;
    }

    private static int endOfBrackets(String options, int begin) {
        int depth = 0;
        for (int i = begin; i < options.length(); i++) {
            char c = options.charAt(i);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return options.length();
    }

    private static String unquote(String value) {
        boolean quoted = value.length() > 1
                && (value.startsWith("[") && value.endsWith("]") || value.startsWith("'") && value.endsWith("'"));
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** The value of a command's input. */
    Optional<String> value(String input) {
        return Optional.ofNullable(values.get(MacroText.key(input)));
    }

    /** All keys that have a value, in lower case. */
    Set<String> keys() {
        return values.keySet();
    }

    /** What has no value, in lower case. */
    List<String> words() {
        return words;
    }
}
