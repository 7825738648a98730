package org.jointattention.tensorflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.jointattention.engine.EngineException;
import org.jointattention.engine.LibraryVersion;
import org.junit.Test;
import org.tensorflow.TensorFlow;

public class NativeStartTest {
    /** Fails when the version of TensorFlow Java in the pom is raised without that of its natives. */
    @Test
    public void expectedVersionIsThatOfTheNatives() {
        assertEquals(TensorFlow.version(), new LibraryVersion().natives());
        NativeStart.require();
    }

    @Test
    public void otherVersionIsRefused() {
        String message = assertThrows(EngineException.class, () -> new LibraryVersion().requireNatives("2.10.1"))
                .getMessage();
        assertTrue(message, message.startsWith("TensorFlow 2.10.1 is loaded"));
    }
}
