package org.jointattention.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Wraps long lines at blanks; what goes on is indented as the line's second column, or two more than the line. */
final class LineWrap {
    private static final Pattern FIRST_COLUMN = Pattern.compile("^ *\\S+ {2,}(?=\\S)");
    private static final Pattern BLANKS = Pattern.compile("^ *");

    private final int columns;

    LineWrap(int columns) {
        this.columns = columns;
    }

    String wrap(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            addWrapped(lines, line);
        }
        return String.join("\n", lines);
    }

    private void addWrapped(List<String> lines, String line) {
        int indent = indent(line);
        String rest = line;
        while (rest.length() > columns) {
            int blank = rest.lastIndexOf(' ', columns);
            if (blank <= indent) {
                blank = rest.indexOf(' ', columns); // a word longer than a line stays whole
            }
            if (blank < 0) {
                break;
            }
            lines.add(rest.substring(0, blank));
            rest = " ".repeat(indent) + rest.substring(blank + 1);
        }
        lines.add(rest);
    }

    private int indent(String line) {
        Matcher column = FIRST_COLUMN.matcher(line);
        if (column.find() && column.end() < columns / 2) {
            return column.end();
        }
        Matcher blanks = BLANKS.matcher(line);
        return blanks.find() ? blanks.end() + 2 : 2;
    }
}
