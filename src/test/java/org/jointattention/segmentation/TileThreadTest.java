package org.jointattention.segmentation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.Test;

public class TileThreadTest {
    private static final int TIMEOUT = 10_000;

    @Test
    public void givesWhatATaskReturnsOrThrows() throws InterruptedException, ExecutionException {
        try (TileThread thread = new TileThread()) {
            assertEquals("done", thread.get(thread.submit(() -> "done")));
            Future<Object> failing = thread.submit(() -> {
                throw new OutOfMemoryError("in a task");
            });
            assertThrows(ExecutionException.class, () -> thread.get(failing));
            assertEquals("next", thread.get(thread.submit(() -> "next")));
        }
    }

    /** As where memory ran out outside of a task, which ends the thread. */
    @Test(timeout = TIMEOUT)
    public void nobodyWaitsForATaskThatItsThreadLeft() throws InterruptedException, ExecutionException {
        TileThread thread = new TileThread();
        assertEquals("done", thread.get(thread.submit(() -> "done")));
        thread.close();
        assertThrows(OutOfMemoryError.class, () -> thread.get(new FutureTask<>(() -> "never")));
    }
}
