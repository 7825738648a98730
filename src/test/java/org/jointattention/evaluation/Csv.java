package org.jointattention.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a table after RFC 4180, strictly. */
public final class Csv {
    private Csv() {}

    /** The records below the header, each by column. */
    public static List<Map<String, String>> records(String text) {
        List<List<String>> lines = lines(text);
        List<Map<String, String>> records = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            if (line.size() != lines.get(0).size()) {
                throw new IllegalArgumentException("Not as many fields as the header: " + line);
            }
            Map<String, String> record = new LinkedHashMap<>();
            for (int i = 0; i < line.size(); i++) {
                record.put(lines.get(0).get(i), line.get(i));
            }
            records.add(record);
        }
        return records;
    }

    static List<List<String>> lines(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    field.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\r') {
                line.add(field.toString());
                field.setLength(0);
            } else if (c == '\n') {
                if (text.charAt(i - 1) != '\r') {
                    throw new IllegalArgumentException("A line ends without CR.");
                }
                lines.add(line);
                line = new ArrayList<>();
            } else {
                field.append(c);
            }
        }
        if (!line.isEmpty() || field.length() > 0) {
            throw new IllegalArgumentException("The last line does not end.");
        }
        return lines;
    }
}
