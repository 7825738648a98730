package org.jointattention.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lines up text in columns. */
public final class TextTable {
    private TextTable() {}

    /**
     * @param lines the header, then lines of as many cells; columns with a header alone are left out
     * @return lines ending in {@code \n}, columns two spaces apart
     */
    public static String format(List<List<String>> lines) {
        int[] widths = widths(lines);
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < widths.length; column++) {
                if (widths[column] > 0) {
                    cells.add(padded(line.get(column), widths[column]));
                }
            }
            text.append(String.join("  ", cells).stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int[] widths(List<List<String>> lines) {
        int[] widths = new int[lines.get(0).size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = width(lines, column);
        }
        return widths;
    }

    private static int width(List<List<String>> lines, int column) {
        List<String> cells = lines.stream().map(line -> line.get(column)).collect(Collectors.toList());
        boolean empty = cells.stream().skip(1).allMatch(String::isEmpty);
        return empty ? 0 : cells.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(width - cell.length());
    }
}
