package org.jointattention.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a table after RFC 4180, strictly. */
public final class Csv {
    private static final Pattern FIELD = Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*)\"|([^\",\r\n]*))(,|\r\n)");

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
        Matcher field = FIELD.matcher(text);
        int end = 0;
        while (end < text.length() && field.find()) {
            line.add(field.group(1) == null ? field.group(2) : field.group(1).replace("\"\"", "\""));
            if (!field.group(3).equals(",")) {
                lines.add(line);
                line = new ArrayList<>();
            }
            end = field.end();
        }
        if (end != text.length() || !line.isEmpty()) {
            throw new IllegalArgumentException("No table: " + text.substring(end));
        }
        return lines;
    }
}
