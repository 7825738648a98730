package org.jointattention.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.UncheckedIOException;
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
        NoSuchFileException missing = new NoSuchFileException("a.tif");
        assertEquals("a.tif: no such file or folder", FailureMessage.of(missing));
        assertEquals("a.tif: no such file or folder", FailureMessage.of(new UncheckedIOException(missing)));
    }

    @Test
    public void exceptionsWithoutWordsAreNamed() {
        assertEquals("java.lang.IllegalStateException", FailureMessage.of(new IllegalStateException()));
    }
}
