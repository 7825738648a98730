package org.jointattention.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.NoSuchFileException;
import org.jointattention.training.MemoryException;
import org.junit.Test;

public class FailureMessageTest {
    @Test
    public void wantOfMemoryNamesTheOption() {
        String message = FailureMessage.of(new MemoryException("Choose one: give Java 6 GB of memory."));
        assertTrue(message, message.startsWith("Choose one: give Java 6 GB of memory. "));
        assertTrue(message, message.contains("--heap before the command"));
    }

    @Test
    public void missingFilesAreSaidToBeMissing() {
        String message = FailureMessage.of(new NoSuchFileException("a.tif"));
        assertTrue(message, message.startsWith("a.tif: ") && message.length() > "a.tif: ".length());
    }

    @Test
    public void exceptionsWithoutWordsAreNamed() {
        assertEquals("java.lang.IllegalStateException", FailureMessage.of(new IllegalStateException()));
    }
}
