package org.jointattention.command;

/** Messages for ImageJ's dialogs, which show a line as long as it is. */
public final class MessageText {
    private static final int WIDTH = 80;

    private MessageText() {}

    /** The message with a full stop at its end, unless it has some. */
    public static String sentence(String message) {
        return message.matches("(?s).*[.!?]\\s*") ? message : message + ".";
    }

    /** The message with line breaks between words, so that a line has at most 80 characters where it can. */
    public static String wrap(String message) {
        StringBuilder text = new StringBuilder();
        int used = 0;
        for (String word : message.split(" ", -1)) {
            if (used > 0 && used + 1 + word.length() > WIDTH) {
                text.append('\n');
                used = 0;
            } else if (text.length() > 0) {
                text.append(' ');
                used++;
            }
            text.append(word);
            int lastBreak = word.lastIndexOf('\n');
            used = lastBreak < 0 ? used + word.length() : word.length() - lastBreak - 1;
        }
        return text.toString();
    }
}
