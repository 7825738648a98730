package org.jointattention.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

/** Messages fit into dialogs. */
public class MessageTextTest {
    @Test
    public void sentencesEndOnce() {
        assertEquals("Use 0.", MessageText.sentence("Use 0"));
        assertEquals("Use 0.", MessageText.sentence("Use 0."));
        assertEquals("Two.\nLines?", MessageText.sentence("Two.\nLines?"));
    }

    @Test
    public void longLinesAreBrokenBetweenWords() {
        String message = "word ".repeat(60).trim();
        String wrapped = MessageText.wrap(message);
        assertEquals(message, wrapped.replace('\n', ' '));
        String[] lines = wrapped.split("\n");
        assertEquals(4, lines.length);
        for (String line : lines) {
            assertTrue(line, line.length() <= 80);
        }
    }

    @Test
    public void shortLinesAndLongWordsStay() {
        assertEquals("a b\nc", MessageText.wrap("a b\nc"));
        String word = "x".repeat(200);
        assertEquals("a\n" + word + "\nb", MessageText.wrap("a " + word + " b"));
        assertEquals("", MessageText.wrap(""));
    }
}
