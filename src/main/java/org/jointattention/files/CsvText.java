package org.jointattention.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads text after RFC 4180: fields apart by commas, records by line ends; quotes are doubled within quotes. */
final class CsvText {
    private static final int END = -1;

    private final String text;
    private final List<List<String>> records = new ArrayList<>();
    private List<String> record = new ArrayList<>();
    private int place;

    CsvText(String text) {
        this.text = text;
    }

    /** @throws IOException if it ends within quotes */
    List<List<String>> records() throws IOException {
        while (place < text.length()) {
            record.add(peek() == '"' ? quoted() : plain());
            endField();
        }
        return records;
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

    /** After a field: a comma promises another, be it empty, a line end completes the record. */
    private void endField() {
        if (peek() == ',') {
            place++;
            if (place == text.length()) {
                record.add("");
                endRecord();
            } else if (peek() == '\r' || peek() == '\n') {
                record.add("");
                endField();
            }
            return;
        }
        if (peek() == '\r') {
            place++;
        }
        if (peek() == '\n') {
            place++;
        }
        endRecord();
    }

    private void endRecord() {
        records.add(record);
        record = new ArrayList<>();
    }
}
