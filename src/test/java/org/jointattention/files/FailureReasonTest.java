package org.jointattention.files;

import static org.junit.Assert.assertEquals;

import java.io.EOFException;
import java.nio.file.NoSuchFileException;
import org.junit.Test;

public class FailureReasonTest {
    @Test
    public void saysItInWords() {
        assertEquals("it is cut short", FailureReason.of(new EOFException("Unexpected end of ZLIB input stream")));
        assertEquals("no such file or folder", FailureReason.of(new NoSuchFileException("a.zip")));
        assertEquals("IllegalStateException", FailureReason.of(new IllegalStateException()));
    }
}
