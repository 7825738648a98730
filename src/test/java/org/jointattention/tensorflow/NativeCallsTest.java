package org.jointattention.tensorflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.jointattention.engine.EngineException;
import org.junit.Test;
import org.tensorflow.exceptions.TensorFlowException;

public class NativeCallsTest {
    private static EngineException failing(Throwable cause) {
        EngineException e = assertThrows(
                EngineException.class,
                () -> NativeCalls.run("do a step", () -> {
                    if (cause instanceof Error) {
                        throw (Error) cause;
                    }
                    throw (RuntimeException) cause;
                }));
        assertTrue(e.getMessage(), e.getMessage().contains("do a step"));
        assertTrue(e.getMessage(), e.getMessage().contains("use a smaller tile, patch or batch"));
        assertSame(cause, e.getCause());
        return e;
    }

    @Test
    public void errorsOfTheLibraryAreForUsers() {
        failing(new TensorFlowException("OOM when allocating tensor"));
        failing(new OutOfMemoryError("Physical memory usage is too high"));
    }

    @Test
    public void aMissingLibraryIsExplained() {
        UnsatisfiedLinkError cause = new UnsatisfiedLinkError("no jnitensorflow");
        EngineException e = assertThrows(
                EngineException.class,
                () -> NativeCalls.run("do a step", () -> {
                    throw cause;
                }));
        assertTrue(e.getMessage(), e.getMessage().contains("cannot be loaded to do a step"));
        assertTrue(e.getMessage(), e.getMessage().contains("this is " + System.getProperty("os.name")));
        assertSame(cause, e.getCause());
    }

    @Test
    public void theRestPassesThrough() {
        assertEquals(3, (int) NativeCalls.call("count", () -> 3));
        EngineException own = new EngineException("own");
        assertSame(
                own,
                assertThrows(
                        EngineException.class,
                        () -> NativeCalls.run("do", () -> {
                            throw own;
                        })));
    }
}
