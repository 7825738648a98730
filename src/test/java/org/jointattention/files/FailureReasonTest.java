package org.jointattention.files;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.EOFException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.Test;

public class FailureReasonTest {
    @Test
    public void saysItInWords() {
        assertEquals("it is cut short", FailureReason.of(new EOFException("Unexpected end of ZLIB input stream")));
        assertEquals("no such file or folder", FailureReason.of(new NoSuchFileException("a.zip")));
        assertEquals("IllegalStateException", FailureReason.of(new IllegalStateException()));
    }

    @Test
    public void aloneItNamesTheFileAndWhatIsWrong() {
        assertEquals("a.zip: no such file or folder", FailureReason.alone(new NoSuchFileException("a.zip")));
        assertEquals(
                "a.zip: permission denied",
                FailureReason.alone(new UncheckedIOException(new AccessDeniedException("a.zip"))));
        assertEquals("a.zip: disk full", FailureReason.alone(new FileSystemException("a.zip", null, "disk full")));
        assertEquals("Choose another.", FailureReason.alone(new IllegalArgumentException("Choose another.")));
        assertEquals("java.lang.IllegalStateException", FailureReason.alone(new IllegalStateException()));
    }

    @Test
    public void onlyDialogsCutLongMessages() {
        String longest = "x".repeat(500);
        assertEquals(longest + "y", FailureReason.alone(new IllegalArgumentException(longest + "y")));
        assertEquals(longest + "...", FailureReason.shortened(longest + "y"));
        assertEquals(longest, FailureReason.shortened(longest));
    }

    @Test
    public void mistakesOfTheProgramAreUnexpected() {
        assertTrue(FailureReason.isUnexpected(new NullPointerException("x is null")));
        assertTrue(FailureReason.isUnexpected(new UnsatisfiedLinkError("no library")));
        assertTrue(FailureReason.isUnexpected(new IllegalStateException()));
        assertTrue(FailureReason.isUnexpected(new IllegalStateException(" ")));
        assertFalse(FailureReason.isUnexpected(new IllegalStateException("Choose another.")));
        assertFalse(FailureReason.isUnexpected(new UncheckedIOException(new NoSuchFileException("a.zip"))));
    }
}
