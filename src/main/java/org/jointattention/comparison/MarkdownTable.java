package org.jointattention.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A table in Markdown. */
final class MarkdownTable {
    private final StringBuilder text = new StringBuilder();

    MarkdownTable(String... titles) {
        this(Arrays.asList(titles));
    }

    MarkdownTable(List<String> titles) {
        row(titles);
        row(titles.stream().map(title -> "---").collect(Collectors.toList()));
    }

    MarkdownTable row(String... cells) {
        return row(Arrays.asList(cells));
    }

    MarkdownTable row(List<String> cells) {
        List<String> plain = new ArrayList<>();
        cells.forEach(cell -> plain.add(cell.replace("|", "/")));
        text.append("| ").append(String.join(" | ", plain)).append(" |\n");
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
