package org.jointattention.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import org.jointattention.training.MemoryException;
import org.junit.Test;

public class CommandFailureTest {
    private static final String MENU = "Edit > Options > Memory & Threads";

    @Test
    public void wantOfMemoryNamesTheMenu() {
        String message = new CommandFailure(new MemoryException("Give Java 6 GB of memory.")).message();
        assertTrue(message, message.startsWith("Give Java 6 GB of memory. ") && message.contains(MENU));
        assertTrue(new CommandFailure(new OutOfMemoryError("heap")).message().contains(MENU));
    }

    @Test
    public void whatIsSaidToTheUserIsSaidAsItIs() {
        CommandFailure failure = new CommandFailure(new IllegalArgumentException("Choose another tile."));
        assertEquals("Choose another tile.", failure.message());
    }

    @Test
    public void missingFilesAreNamed() {
        Exception missing = new UncheckedIOException(new NoSuchFileException("a.tif"));
        assertEquals("a.tif: no such file or folder", new CommandFailure(missing).message());
    }

    @Test
    public void mistakesOfTheProgramPointToTheLog() {
        CommandFailure failure = new CommandFailure(new NullPointerException());
        assertTrue(failure.message(), failure.message().contains("The log has the details (the console)."));
    }
}
