package org.jointattention.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads text after RFC 4180: fields apart by commas, records by line ends; quotes are doubled within quotes. */
final class CsvText {
    private static final int END = -1;

    private final String text;
    private final List<List<String>> records = new ArrayList<>();
    private int place;

    CsvText(String text) {
        this.text = text;
    }

    /** @throws IOException if it ends within quotes */
    List<List<String>> records() throws IOException {
        while (place < text.length()) {
            records.add(record());
        }
        return records;
    }

    /** A comma promises another field, be it empty. */
    private List<String> record() throws IOException {
        List<String> fields = new ArrayList<>();
        do {
            fields.add(peek() == '"' ? quoted() : plain());
        } while (take(','));
        take('\r');
        take('\n');
        return fields;
    }

    /** Whether the next character was this one; it is passed then. */
    private boolean take(char wanted) {
        boolean there = peek() == wanted;
        place += there ? 1 : 0;
        return there;
    }

    private int peek() {
        return place < text.length() ? text.charAt(place) : END;
    }

    private String plain() {
        int start = place;
        while (peek() != END && ",\r\n".indexOf(peek()) < 0) {
            place++;
        }
        return text.substring(start, place);
    }

    private String quoted() throws IOException {
        StringBuilder field = new StringBuilder();
        place++;
        while (true) {
            int end = text.indexOf('"', place);
            if (end < 0) {
                throw new IOException("it ends within quotes, so a part of it is missing.");
            }
            field.append(text, place, end);
            place = end + 1;
            if (peek() != '"') {
                return field.append(plain()).toString();
            }
            field.append('"');
            place++;
        }
    }
}
