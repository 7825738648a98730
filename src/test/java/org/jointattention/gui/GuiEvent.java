package org.jointattention.gui;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What happened to a test in the JVM of ImageJ, as a line of text. */
final class GuiEvent {
    /** What can happen. */
    enum Kind {
        STARTED,
        FAILED,
        ASSUMED,
        IGNORED,
        FINISHED,
        /** The class is done. */
        DONE
    }

    private static final String MARK = "##gui";

    private final Kind kind;
    private final String test;
    private final String text;

    GuiEvent(Kind kind, String test, String text) {
        this.kind = kind;
        this.test = test == null ? "-" : test;
        this.text = text;
    }

    Kind kind() {
        return kind;
    }

    /** The method, or "-" for the class. */
    String test() {
        return test;
    }

    String text() {
        return text;
    }

    String toLine() {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return String.join(" ", MARK, kind.name(), test, Base64.getEncoder().encodeToString(bytes));
    }

    /** Nothing if the line is something else. */
    static Optional<GuiEvent> fromLine(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 4 || !parts[0].equals(MARK)) {
            return Optional.empty();
        }
        String text = new String(Base64.getDecoder().decode(parts[3]), StandardCharsets.UTF_8);
        return Optional.of(new GuiEvent(Kind.valueOf(parts[1]), parts[2], text));
    }
}
